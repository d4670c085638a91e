package ast

import "github.com/ringflow/ringflow/flow/source"

// Language is a further language of a flow with its texts.
type Language struct {
	Ident
	Voice   Ident // without a name: a voice of the platform's list is chosen
	Prompts []*Prompt
	TextsAt source.Span // where its texts stand
	Unread  bool        // they could not be read, which was reported
}

// Further returns a further language by its name, nil when the flow does not have it.
func (f *Flow) Further(name string) *Language {
	for _, l := range f.Languages {
		if l.Name == name {
			return l
		}
	}
	return nil
}
