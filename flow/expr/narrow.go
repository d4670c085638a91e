package expr

import (
	"slices"

	"github.com/ringflow/ringflow/flow/types"
)

// narrowed is a scope in which some paths are known not to be null.
type narrowed struct {
	Scope
	paths map[string]bool
}

func (n narrowed) NonNull(path string) bool {
	return path != "" && (n.paths[path] || n.Scope.NonNull(path))
}

// Narrow returns the scope behind a test that came out true, or false.
func Narrow(s Scope, test *Expr, truth bool) Scope {
	learned := Learned(test, truth)
	if len(learned) == 0 {
		return s
	}
	paths := make(map[string]bool, len(learned))
	for _, p := range learned {
		paths[p] = true
	}
	return narrowed{s, paths}
}

// Learned returns the paths that are not null when a checked test has come out so, sorted.
func Learned(test *Expr, truth bool) []string {
	paths := map[string]bool{}
	learn(test, truth, paths)
	out := make([]string, 0, len(paths))
	for p := range paths {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}

// learn collects the paths that cannot be null when a test has come out so. A
// comparison with null says it directly; since null equals no value, two values
// that are equal are both there.
func learn(e *Expr, truth bool, paths map[string]bool) {
	switch {
	case e.Op == Not:
		learn(e.Args[0], !truth, paths)
	case e.Op == And && truth, e.Op == Or && !truth:
		learn(e.Args[0], truth, paths)
		learn(e.Args[1], truth, paths)
	case e.Op == Eq || e.Op == Ne:
		equal := (e.Op == Eq) == truth
		for i, side := range e.Args {
			other := e.Args[1-i].Type
			if isNull := other.Kind == types.Null; isNull != equal && (isNull || !other.Optional) {
				paths[side.Path()] = true
			}
		}
	}
	delete(paths, "")
}
