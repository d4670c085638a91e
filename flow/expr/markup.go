package expr

import "strings"

// shown is what fills a hole of the template.
func (t *Template) shown(hole *Expr, value any) string {
	text := showHole(hole, value)
	if aloud := AloudFor(hole.Type, t.Language); aloud != nil {
		text = aloud.say(value)
	}
	if t.Markup {
		return escapeMarkup.Replace(text)
	}
	return text
}

var escapeMarkup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;")
