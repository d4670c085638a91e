package lsp

import (
	"io/fs"
	"net/url"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ringflow/ringflow/flow/source"
)

// document is a file that is open in the editor.
type document struct {
	uri     string
	name    string // for files that name each other
	version int
	file    *source.File
}

// nameOf returns the name of the file behind a URI: its path, or the URI itself
// for a text that is in no file yet.
func nameOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return uri
	}
	name := u.Path
	if len(name) > 2 && name[0] == '/' && name[2] == ':' { // a drive of Windows
		name = name[1:]
	}
	return path.Clean(name)
}

// uriOf returns the URI of a file's name.
func uriOf(name string) string {
	if strings.Contains(name, "://") || strings.HasPrefix(name, "untitled:") {
		return name
	}
	if !strings.HasPrefix(name, "/") {
		name = "/" + name
	}
	return (&url.URL{Scheme: "file", Path: name}).String()
}

// offset returns the byte offset of a position; a position outside the text is
// moved into it. Lines end as the protocol says, which is less than YAML 1.1 counts.
func offset(f *source.File, p position) int {
	at := 0
	for range p.Line {
		i := strings.IndexAny(f.Text[at:], "\r\n")
		if i < 0 {
			return len(f.Text)
		}
		at += i + 1
		if f.Text[at-1] == '\r' && strings.HasPrefix(f.Text[at:], "\n") {
			at++
		}
	}
	if p.Line < 0 {
		return 0
	}
	for units := p.Character; units > 0 && at < len(f.Text) && f.Text[at] != '\r' && f.Text[at] != '\n'; {
		r, n := utf8.DecodeRuneInString(f.Text[at:])
		if units -= max(1, utf16.RuneLen(r)); units < 0 {
			break // in the middle of a pair
		}
		at += n
	}
	return at
}

// positionOf returns the position of a byte offset.
func positionOf(f *source.File, at int) position {
	before := f.Text[:min(max(at, 0), len(f.Text))]
	line := strings.Count(before, "\n") + strings.Count(before, "\r") - strings.Count(before, "\r\n")
	if strings.HasSuffix(before, "\r") && strings.HasPrefix(f.Text[len(before):], "\n") {
		line, before = line-1, before[:len(before)-1] // between the two, which are one
	}
	units := 0
	for _, r := range before[strings.LastIndexAny(before, "\r\n")+1:] {
		units += max(1, utf16.RuneLen(r))
	}
	return position{line, units}
}

func rangeOf(s source.Span) textRange {
	return textRange{positionOf(s.File, s.Start), positionOf(s.File, s.End)}
}

// edited returns the text with a range replaced.
func edited(f *source.File, r textRange, text string) string {
	from, to := offset(f, r.Start), offset(f, r.End)
	return f.Text[:from] + text + f.Text[max(from, to):]
}

// overlay is the files as the editor has them: open ones in memory, the rest
// behind it. It keeps which files were read.
type overlay struct {
	behind fs.FS
	open   map[string]*document // by name
	read   map[string]bool
}

// Open implements fs.FS for whatever is not read as a whole.
func (o overlay) Open(name string) (fs.File, error) {
	o.read[name] = true
	return o.behind.Open(name)
}

// ReadFile implements fs.ReadFileFS.
func (o overlay) ReadFile(name string) ([]byte, error) {
	o.read[name] = true
	if d := o.open[name]; d != nil {
		return []byte(d.file.Text), nil
	}
	return fs.ReadFile(o.behind, name)
}
