package wire

import (
	_ "embed" // the table of methods
	"strings"
	"sync"
)

//go:embed methods.txt
var methodsTxt string

// Parameter is a parameter of a method as the official client declares it.
type Parameter struct {
	Name     string
	Type     string // boolean, number, string, intlist, stringlist, timestamp, date, decimal, file or any
	Required bool
}

var methods = sync.OnceValue(func() map[string][]Parameter {
	all := map[string][]Parameter{}
	for _, words := range table(methodsTxt) {
		all[words[0]] = parameters(words[2:])
	}
	return all
})

func parameters(words []string) []Parameter {
	list := []Parameter{}
	for _, w := range words {
		name, kind, _ := strings.Cut(w, ":")
		list = append(list, Parameter{name, strings.TrimSuffix(kind, "!"), strings.HasSuffix(kind, "!")})
	}
	return list
}

// Known reports whether the platform has a method of this name, and its
// declared parameters. Names are case sensitive.
func Known(method string) ([]Parameter, bool) {
	list, ok := methods()[method]
	return list, ok
}
