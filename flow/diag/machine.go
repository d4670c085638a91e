package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/ringflow/ringflow/flow/source"
)

// Place is a span in machine formats: lines and columns from 1, the end not included.
type Place struct {
	File      string `json:"file"`       // as it was given to the command
	Line      int    `json:"line"`       // of the first character
	Column    int    `json:"column"`     // of the first character, in characters
	EndLine   int    `json:"end_line"`   // of the first character behind it
	EndColumn int    `json:"end_column"` // of the first character behind it
}

func place(s source.Span) *Place {
	if !s.Known() {
		return nil
	}
	from, to := s.From(), s.To()
	return &Place{s.File.Name, from.Line, from.Column, to.Line, to.Column}
}

// Record is one line of the JSON form, a documented contract: fields are only added.
type Record struct {
	Code     Code          `json:"code"`             // stable, see errors.md
	Severity string        `json:"severity"`         // error or advice
	Message  string        `json:"message"`          // what was found, in one line
	At       *Place        `json:"at,omitempty"`     // where
	Label    string        `json:"label,omitempty"`  // what is to be seen there
	Others   []OtherRecord `json:"others,omitempty"` // other places that matter
	Help     []string      `json:"help,omitempty"`   // ways out
	Notes    []string      `json:"notes,omitempty"`  // what else there is to know
	Fixes    []FixRecord   `json:"fixes,omitempty"`  // what a machine can do about it
}

// FixRecord is a text that can be put in a place.
type FixRecord struct {
	Title string `json:"title"` // what it does
	At    *Place `json:"at"`    // what is replaced
	Text  string `json:"text"`  // by what
	Safe  bool   `json:"safe"`  // whether `check --fix` makes it unasked
}

// OtherRecord is a second place.
type OtherRecord struct {
	At   *Place `json:"at"`   // where
	Text string `json:"text"` // why it matters
}

// WriteJSON writes one JSON object a line.
func WriteJSON(w io.Writer, all []*Diagnostic) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range all {
		r := Record{d.Code, d.Severity().String(), d.Message, place(d.At), d.Label, nil, d.Help, d.Notes, nil}
		for _, o := range d.Others {
			r.Others = append(r.Others, OtherRecord{place(o.At), o.Text})
		}
		for _, x := range d.Fixes {
			r.Fixes = append(r.Fixes, FixRecord{x.Title, place(x.At), x.Text, x.Safe})
		}
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// WriteGitHub writes workflow commands, which GitHub shows on the lines of a change.
func WriteGitHub(w io.Writer, all []*Diagnostic) error {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, d := range all {
		kind, where := "error", ""
		if d.Severity() == Advice {
			kind = "warning"
		}
		if p := place(d.At); p != nil {
			where = fmt.Sprintf("file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,", property.Replace(p.File), p.Line, p.Column, p.EndLine, p.EndColumn)
		}
		text := d.Message
		if len(d.Help) > 0 {
			text += "\n" + strings.Join(d.Help, "\n")
		}
		if _, err := fmt.Fprintf(w, "::%s %stitle=%s::%s\n", kind, where, d.Code, escape.Replace(text)); err != nil {
			return err
		}
	}
	return nil
}
