package parse

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// isMarkup reports whether a text is SSML by itself.
func isMarkup(text string) bool { return strings.HasPrefix(strings.TrimSpace(text), "<speak") }

// spoken reads a text that is heard: plain, or SSML when it begins with <speak.
func (p *parser) spoken(text source.Text, lang string) *expr.Template {
	t := expr.ParseTemplate(text, p.Report)
	t.Language = lang
	if isMarkup(text.Value) {
		t.Markup = true
		p.markup(text)
	}
	return t
}

// ssml reads a text that is said to be SSML; <speak> around it may be left out.
func (p *parser) ssml(text source.Text, lang string) *expr.Template {
	if isMarkup(text.Value) {
		return p.spoken(text, lang)
	}
	t := expr.ParseTemplate(text, p.Report)
	t.Language, t.Markup = lang, true
	p.markup(text)
	t.Parts = slices.Concat([]expr.Part{{Text: "<speak>"}}, t.Parts, []expr.Part{{Text: "</speak>"}})
	return t
}

// markup checks that a text is well-formed and has the elements and attributes of SSML.
func (p *parser) markup(text source.Text) {
	m := &markup{parser: p, text: text, s: blank(text.Value)}
	for m.i < len(m.s) && !m.failed {
		switch m.s[m.i] {
		case '<':
			m.tag()
		case '&':
			m.entity()
		default:
			m.i++
		}
	}
	if n := len(m.open); n > 0 && !m.failed {
		m.add(m.open[n-1].at, "`<%s>` is not closed", m.open[n-1].name).Helped("add `</%s>` where it ends", m.open[n-1].name)
	}
}

var holes = regexp.MustCompile(`\{\{|\}\}|\{[^{}]*\}`)

// blank replaces holes, which may hold any character, by letters.
func blank(s string) string {
	return holes.ReplaceAllStringFunc(s, func(hole string) string { return strings.Repeat("x", len(hole)) })
}

type markup struct {
	*parser
	text   source.Text
	s      string
	i      int
	open   []openTag
	failed bool // a mistake behind which nothing can be told
}

type openTag struct {
	name string
	at   source.Span
}

func (m *markup) add(at source.Span, format string, args ...any) *diag.Diagnostic {
	return m.Report.Add(diag.BadMarkup, at, format, args...)
}

var (
	comment   = regexp.MustCompile(`^<!--(?s:.*?)-->`)
	closing   = regexp.MustCompile(`^</([A-Za-z][\w:.-]*)\s*>`)
	opening   = regexp.MustCompile(`^<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`)
	attribute = regexp.MustCompile(`([\w:.-]+)\s*=\s*(?:"[^"<]*"|'[^'<]*')`)
	entities  = regexp.MustCompile(`^&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});`)
)

func (m *markup) tag() {
	rest := m.s[m.i:]
	if c := comment.FindString(rest); c != "" {
		m.i += len(c)
		return
	}
	if at := closing.FindStringSubmatchIndex(rest); at != nil {
		m.close(rest[at[2]:at[3]], m.text.Span(m.i+at[2], m.i+at[3]))
		m.i += at[1]
		return
	}
	at := opening.FindStringSubmatchIndex(rest)
	if at == nil {
		m.failed = true
		end := strings.IndexAny(rest[1:], "<>") + 2
		if end < 2 || rest[end-1] == '<' {
			end = 1
		}
		m.add(m.text.Span(m.i, m.i+end), "this tag cannot be read").Helped("write attributes as `name=\"value\"`, and `&lt;` for a `<` that is spoken")
		return
	}
	m.element(rest, at)
	m.i += at[1]
}

func (m *markup) element(rest string, at []int) {
	name, span := rest[at[2]:at[3]], m.text.Span(m.i+at[2], m.i+at[3])
	element, known, foreign := spec.MarkupElement(name)
	switch {
	case !known:
		m.add(span, "SSML has no element `%s`", name).Meant(name, spec.MarkupNames())
	case name == "speak" && len(m.open) > 0:
		m.add(span, "`<speak>` stands inside of another element").Helped("it stands once, around the whole text")
	case !foreign:
		for _, a := range attribute.FindAllStringSubmatchIndex(rest[at[4]:at[5]], -1) {
			from := at[4] + a[2]
			attr := rest[from : at[4]+a[3]]
			if !slices.Contains(element.Attributes, attr) && !strings.HasPrefix(attr, "xmlns:") {
				m.add(m.text.Span(m.i+from, m.i+from+len(attr)), "`<%s>` has no attribute `%s`", name, attr).Meant(attr, element.Attributes)
			}
		}
	}
	if at[6] != at[7] { // <x/>
		return
	}
	if element.Empty {
		m.add(span, "nothing stands inside of `<%s>`", name).Helped("write `<%s .../>`", name)
		return
	}
	m.open = append(m.open, openTag{name, span})
}

func (m *markup) close(name string, at source.Span) {
	if n := len(m.open); n > 0 && m.open[n-1].name == name {
		m.open = m.open[:n-1]
		if behind := m.s[m.i:]; name == "speak" && n == 1 {
			m.behind(strings.IndexByte(behind, '>') + 1)
		}
		return
	}
	m.failed = true
	if n := len(m.open); n > 0 {
		m.add(at, "`</%s>` was found where `</%s>` was expected", name, m.open[n-1].name).Also(m.open[n-1].at, "this is open").
			Helped("close elements in the reverse order in which they were opened")
		return
	}
	m.add(at, "`</%s>` closes nothing", name).Helped("remove it, or open `<%s>` before", name)
}

// behind reports what stands behind the end of the whole text.
func (m *markup) behind(at int) {
	rest := m.text.Slice(m.i+at, len(m.s)).Trim()
	if rest.Value != "" {
		m.failed = true
		m.add(rest.All(), "this stands behind `</speak>`").Helped("move it inside of `<speak>`")
	}
}

func (m *markup) entity() {
	if e := entities.FindString(m.s[m.i:]); e != "" {
		m.i += len(e)
		return
	}
	m.add(m.text.Span(m.i, m.i+1), "`&` begins an entity in SSML").Helped("write `&amp;` for an `&` that is spoken")
	m.i++
}
