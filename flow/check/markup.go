package check

import (
	"unicode/utf16"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
)

// longestMarkup is what the platform takes for one text. A longer text is spoken in
// pieces, but markup cannot be cut.
const longestMarkup = 1500

// markupLength reports markup that is too long whatever fills its holes.
func (c *checker) markupLength(t *expr.Template) {
	length := 0
	for _, part := range t.Parts {
		length += len(utf16.Encode([]rune(part.Text)))
	}
	if t.Markup && length > longestMarkup {
		c.add(diag.OverLimit, t.At, "this text has %d characters with its markup, and the platform speaks %d at once", length, longestMarkup).
			Helped("make two prompts of it and play both: [first, second]")
	}
}
