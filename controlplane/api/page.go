package api

import (
	"encoding/base64"
	"strings"

	"github.com/ringflow/ringflow/controlplane"
)

// PageParams is which part of a list is wanted.
type PageParams struct {
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"500" doc:"how many at most"`
	Cursor string `query:"cursor" doc:"next of the page before"`
}

// Kinds of cursors: one of orders is none of calls.
const (
	orderCursor = "o"
	callCursor  = "c"
)

// cursor makes the place after the last thing of a page.
func cursor(kind, last string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(kind + " " + last))
}

// after returns the thing that the wanted page begins after, "" for the first page.
func (p PageParams) after(kind string) (last string, err error) {
	if p.Cursor == "" {
		return "", nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(p.Cursor)
	got, last, ok := strings.Cut(string(raw), " ")
	if err != nil || !ok || got != kind || last == "" {
		return "", badCursor()
	}
	return last, nil
}

func badCursor() error { return badQuery("cursor", "the text of next of the page before, as it was") }

func badQuery(name, want string) error {
	return &controlplane.Problem{Code: controlplane.CodeQuery, Fields: []controlplane.FieldProblem{{Pointer: name, Want: want}}}
}
