package parse

import (
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// headerForm is a token of RFC 9110, which a header's name is.
var headerForm = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")

// ownHeaders are those that a request has by itself.
var ownHeaders = map[string]bool{"host": true, "content-length": true, "transfer-encoding": true, "connection": true, "idempotency-key": true}

// headers reads a mapping of header names to texts. Names differ in more than their case.
func (p *parser) headers(n *source.Node) []*ast.Note {
	first := map[string]source.Span{}
	out := p.notes(n)
	for _, h := range out {
		switch name := strings.ToLower(h.Name); {
		case !headerForm.MatchString(h.Name):
			p.Report.Add(diag.BadName, h.At, "`%s` cannot be a header", h.Name).Helped("a header's name has letters, digits and `-`")
		case ownHeaders[name]:
			p.Report.Add(diag.BadName, h.At, "`%s` cannot be a header here: the request has its own", h.Name).Helped("remove it")
		case first[name].Known():
			p.Report.Add(diag.DeclaredTwice, h.At, "the header `%s` is given twice", h.Name).Labelled("again").Also(first[name], "first")
		default:
			first[name] = h.At
		}
	}
	return out
}
