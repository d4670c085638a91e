package lower

import (
	"github.com/ringflow/ringflow/flow/check"

	"github.com/ringflow/ringflow/compiler/ir"
)

// spoken lowers what the use of a prompt says, in every language of the flow.
func (l *lowerer) spoken(s check.Spoken) ir.Part {
	p := ir.Part{Say: s.Text, Sound: s.File, Given: s.Need}
	for _, other := range s.Others {
		p.Translations = append(p.Translations, ir.Translation{Language: other.Language, Part: l.spoken(other)})
	}
	return p
}
