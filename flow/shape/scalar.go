package shape

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// Version reads `ringflow: 1`, which stands in every file, and takes it out of
// the mapping; at is where to report that it is missing.
func (p *Reader) Version(root *source.Node, at source.Span) {
	v := root.Get("ringflow")
	switch {
	case v == nil:
		p.Report.Add(diag.BadVersion, at, "the file does not say which version of the language it is written in").Helped("start it with `ringflow: %s`", spec.Version).
			Mended(firstLine(root), "ringflow: "+spec.Version+behindFirst(root), "start the file with `ringflow: "+spec.Version+"`")
	case !v.Is(spec.Version) && !v.Bad:
		d := p.Report.Add(diag.BadVersion, v.Span, "the file is written in version `%s` of the language", v.Span.Text()).Helped("this tool reads version %s", spec.Version)
		ours, _ := strconv.Atoi(spec.Version)
		if n, err := strconv.Atoi(v.Text.Value); err == nil && n > ours {
			d.Helped("a newer ringflow reads it; `ringflow version` says which one this is")
		} else if err == nil {
			d.Helped("`ringflow migrate` rewrites older files")
		}
	}
	for i, e := range root.Entries {
		if e.Key.Text.Value == "ringflow" {
			root.Entries = append(root.Entries[:i:i], root.Entries[i+1:]...)
			break
		}
	}
}

// firstLine is where a first entry of a file is put: at the top of the file, behind
// the bracket or behind the `---` that it starts with.
func firstLine(root *source.Node) source.Span {
	f, at := root.Span.File, 0
	switch {
	case root.Flow:
		at = root.Span.Start + 1
	case strings.HasPrefix(f.Text, "---"):
		at = root.Span.Start
	}
	return source.Span{File: f, Start: at, End: at}
}

func behindFirst(root *source.Node) string {
	if root.Flow {
		return ", "
	}
	return "\n"
}

// Word reads one of a field's words; it reports false for another text.
func (p *Reader) Word(n *source.Node, field spec.Field) (string, bool) {
	text, ok := p.Text(n, diag.OneOf(field.Words))
	if ok && !slices.Contains(field.Words, text.Value) {
		d := p.Report.Add(diag.BadValue, n.Span, "`%s` is not a word of `%s`", text.Value, field.Name)
		if near := diag.Nearest(text.Value, field.Words); near != "" && (len(field.Words) > 1 || strings.EqualFold(near, text.Value)) {
			d.Meant(text.Value, field.Words)
		} else {
			d.Helped("it takes %s", diag.OneOf(field.Words))
		}
		ok = false
	}
	return text.Value, ok
}

// Duration reads a time in milliseconds: 500ms, 1.5s, 2m.
func (p *Reader) Duration(n *source.Node, field string) (float64, bool) {
	text, ok := p.Text(n, "a duration")
	if !ok {
		return 0, false
	}
	s := text.Value
	i := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if i > 0 {
		number, err := strconv.ParseFloat(s[:i], 64)
		if unit, ok := expr.Units[s[i:]]; ok && err == nil {
			return number * unit, true
		}
	}
	d := p.Report.Add(diag.BadValue, n.Span, "`%s` is not a duration", s)
	if meant := timeMeant(s); meant != "" {
		d.Helped("did you mean %s?", meant).Mended(n.Span, meant, "write "+meant)
	} else if i < 0 && s != "" {
		d.Helped("`%s:` takes a number with a unit: did you mean %ss?", field, s).Fixed(n.Span, s+"s", "make it "+s+" seconds")
	} else {
		d.Helped("`%s:` takes a number with a unit: 500ms, 1.5s, 2m", field)
	}
	return 0, false
}

// units are what people call the units of a time.
var units = map[string]string{
	"ms": "ms", "msec": "ms", "millis": "ms", "millisecond": "ms", "milliseconds": "ms",
	"s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s",
	"m": "m", "min": "m", "mins": "m", "minute": "m", "minutes": "m",
}

// otherDuration is a time in a spelling of other tools: 8 s, 2min, 500 Milliseconds, 1,5s.
var otherDuration = regexp.MustCompile(`^([0-9]+(?:[.,][0-9]+)?)\s*([A-Za-z]+)$`)

// timeMeant returns the time that was meant by another spelling, "" for none.
func timeMeant(s string) string {
	m := otherDuration.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || units[strings.ToLower(m[2])] == "" {
		return ""
	}
	return strings.Replace(m[1], ",", ".", 1) + units[strings.ToLower(m[2])]
}

// Count reads a whole number that is not negative.
func (p *Reader) Count(n *source.Node, field, example string) (int, bool) {
	text, ok := p.Text(n, "a whole number")
	if !ok {
		return 0, false
	}
	count, err := strconv.Atoi(text.Value)
	if err != nil || count < 0 {
		p.Report.Add(diag.BadValue, n.Span, "`%s` is not a whole number", text.Value).Helped("`%s:` takes a number such as %s", field, example)
		return 0, false
	}
	return count, true
}

// flagWords are what other languages and YAML call yes and no.
var flagWords = map[string]string{
	"yes": "yes", "y": "yes", "true": "yes", "on": "yes", "1": "yes",
	"no": "no", "n": "no", "false": "no", "off": "no", "0": "no",
}

// Flag reads yes or no.
func (p *Reader) Flag(n *source.Node, field string) (value, ok bool) {
	text, ok := p.Text(n, "yes or no")
	if !ok {
		return false, false
	}
	switch text.Value {
	case "yes", "true":
		return true, true
	case "no", "false":
		return false, true
	}
	d := p.Report.Add(diag.BadValue, n.Span, "`%s` is neither yes nor no", text.Value)
	if meant := flagWords[strings.ToLower(text.Value)]; meant != "" {
		d.Helped("did you mean `%s`?", meant).Mended(n.Span, meant, "replace it by `"+meant+"`")
	} else {
		d.Helped("`%s:` takes `yes` or `no`", field)
	}
	return false, false
}
