package check

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// env is what is known at one place of the flow. A branch gets a child; what
// all branches that go on have bound is taken over by their parent.
type env struct {
	parent   *env
	block    *Block
	mode     mode
	vars     map[string]*expr.Binding
	assigned map[string]bool        // names bound here: what was known of their old value is void
	nonNull  map[string]bool        // paths that are not null here
	lost     map[string]source.Span // names that a branch did not bind, with the place of the branch
	unsure   bool                   // an outcome without an answer: nobody knows whether a way goes on here
}

// mode says which verbs may stand in a list of steps.
type mode int

const (
	audible   mode = iota // a call is there
	hook                  // silent verbs only
	inFinally             // silent verbs and report
)

func (e *env) child() *env { return &env{parent: e, block: e.block, mode: e.mode} }

// scope is an env as expressions see it: with the names that exist everywhere.
type scope struct {
	*env
	c *checker
}

// Lookup returns what a name stands for.
func (s scope) Lookup(name string) *expr.Binding {
	for e := s.env; e != nil; e = e.parent {
		if b := e.vars[name]; b != nil {
			s.c.used.slots[b.Slot] = true
			return b
		}
	}
	root := s.c.roots()[name]
	if root == nil {
		s.c.miss(name, s.env)
	}
	return root
}

// Names returns every name of the scope, sorted.
func (s scope) Names() []string {
	var out []string
	for e := s.env; e != nil; e = e.parent {
		for n := range e.vars {
			out = append(out, n)
		}
	}
	for n := range s.c.roots() {
		if !s.c.ofOtherStart(n) {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// NonNull reports whether a path was tested, and not bound anew since.
func (s scope) NonNull(path string) bool {
	root := path
	if i := strings.IndexAny(path, ".["); i >= 0 {
		root = path[:i]
	}
	for e := s.env; e != nil && path != ""; e = e.parent {
		if e.nonNull[path] {
			return true
		}
		if e.assigned[root] {
			return false
		}
	}
	return false
}

// Lost returns the place of a branch that goes on without binding a name.
func (s scope) Lost(name string) source.Span {
	for e := s.env; e != nil; e = e.parent {
		if at := e.lost[name]; at.Known() {
			return at
		}
	}
	return source.Span{}
}

func (e *env) lookup(name string) *expr.Binding {
	for ; e != nil; e = e.parent {
		if b := e.vars[name]; b != nil {
			return b
		}
	}
	return nil
}

func (e *env) set(b *expr.Binding) {
	if e.vars == nil {
		e.vars, e.assigned = map[string]*expr.Binding{}, map[string]bool{}
	}
	e.forget(b.Name)
	e.vars[b.Name] = b
	delete(e.lost, b.Name)
}

// forget drops what was known of a name's old value.
func (e *env) forget(name string) {
	if e.assigned == nil {
		e.assigned = map[string]bool{}
	}
	e.assigned[name] = true
	if e.lookup(name) == nil {
		return // a new name: nothing was known of it
	}
	for path := range e.nonNull {
		if path == name || strings.HasPrefix(path, name+".") || strings.HasPrefix(path, name+"[") {
			delete(e.nonNull, path)
		}
	}
}

// learn keeps what a test showed.
func (e *env) learn(test *expr.Expr, truth bool) {
	paths := expr.Learned(test, truth)
	if len(paths) == 0 {
		return
	}
	if e.nonNull == nil {
		e.nonNull = map[string]bool{}
	}
	for _, p := range paths {
		e.nonNull[p] = true
	}
}

// way is one branch that goes on behind a step.
type way struct {
	*env
	at source.Span // where the branch is written
}

// join takes over what all ways have in common.
func (e *env) join(ways []way) {
	for i, w := range ways {
		for _, name := range sortedNames(w.assigned) {
			e.forget(name)
		}
		for _, name := range sortedVars(w.vars) {
			if missing := firstWithout(ways, name); missing < 0 {
				if i == 0 {
					e.set(joined(ways, name, nil))
				}
			} else if old := e.lookup(name); old != nil {
				e.set(joined(ways, name, old))
			} else {
				e.lose(name, ways[missing].at)
			}
		}
		for name, at := range w.lost {
			if e.lookup(name) == nil {
				e.lose(name, at)
			}
		}
	}
	e.joinFacts(ways)
}

// joinFacts keeps the facts that hold on every way.
func (e *env) joinFacts(ways []way) {
	if len(ways) == 0 {
		return
	}
	for path := range ways[0].nonNull {
		all := true
		for _, w := range ways[1:] {
			all = all && w.nonNull[path]
		}
		if all {
			if e.nonNull == nil {
				e.nonNull = map[string]bool{}
			}
			e.nonNull[path] = true
		}
	}
}

func firstWithout(ways []way, name string) int {
	return slices.IndexFunc(ways, func(w way) bool { return w.vars[name] == nil })
}

// joined is what a name stands for behind several ways: it is private if it is on
// any of them, and null where it may be. A way that does not bind it leaves old.
func joined(ways []way, name string, old *expr.Binding) *expr.Binding {
	var out *expr.Binding
	for _, w := range ways {
		b := w.vars[name]
		if b == nil {
			b = old
		}
		if out == nil {
			out = b
			continue
		}
		t := out.Type.With(b.Type.Owners)
		t.Optional = t.Optional || b.Type.Optional
		next := *out
		next.Type = t
		out = &next
	}
	return out
}

func (e *env) lose(name string, at source.Span) {
	if e.lost == nil {
		e.lost = map[string]source.Span{}
	}
	if !e.lost[name].Known() {
		e.lost[name] = at
	}
}

func sortedNames(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for n := range m {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

func sortedVars(m map[string]*expr.Binding) []string {
	out := make([]string, 0, len(m))
	for n := range m {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// roots are the names that exist in every block.
func (c *checker) roots() map[string]*expr.Binding {
	if c.rootNames == nil {
		c.rootNames = map[string]*expr.Binding{
			"config": {Kind: expr.Config, Name: "config", Type: c.configType()},
			"result": {Kind: expr.Result, Name: "result", Type: c.resultType()},
			"caller": {Kind: expr.Caller, Name: "caller", Type: c.callerType()},
			"args":   c.Args,
			"call":   {Kind: expr.CallFact, Name: "call", Type: callType()},
		}
	}
	return c.rootNames
}

func (c *checker) configType() types.Type {
	t := types.Type{Kind: types.Record, Name: "config"}
	for _, b := range c.Config {
		t.Fields = append(t.Fields, types.Field{Name: b.Name, Type: b.Type})
	}
	return t
}

func (c *checker) resultType() types.Type {
	t := types.Type{Kind: types.Record, Name: "result"}
	for _, name := range c.Result {
		t.Fields = append(t.Fields, types.Field{Name: name, Type: types.Of(types.Text)})
	}
	return t
}

// callerType are the facts about the caller. The number is null when it is
// withheld, belongs to a user of the platform or is no number. Where nobody calls
// its type is unknown: the name is reported, and nothing more is said of it.
func (c *checker) callerType() types.Type {
	number := types.Type{Kind: types.Phone, Optional: true, Owners: types.Owners{"caller"}}
	if c.api() {
		number = types.Type{}
	}
	return types.Type{Kind: types.Record, Name: "caller", Fields: []types.Field{{Name: "number", Type: number}}}
}

// callType are the facts about the call: the recording's address is "" until the
// platform has told it; the language is the one that is spoken now.
func callType() types.Type {
	return types.Type{Kind: types.Record, Name: "call", Fields: []types.Field{
		{Name: "recording", Type: types.Of(types.Text)}, {Name: "language", Type: types.Of(types.Text)},
	}}
}
