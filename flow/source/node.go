package source

import "strings"

// Kind is the kind of a node.
type Kind int

// Null is a node without a value ("key:" and nothing behind it).
const (
	Null Kind = iota
	Scalar
	List
	Map
)

func (k Kind) String() string {
	return [...]string{"nothing", "text", "a list", "a mapping"}[k]
}

// Node is one node of a YAML document. Every scalar is text here: types are the
// business of whoever reads it, and never of the way it was quoted.
type Node struct {
	Kind    Kind
	Span    Span
	Style   Style // of a scalar
	Flow    bool  // a list or mapping in brackets
	Text    Text  // of a scalar
	Items   []*Node
	Entries []Entry
	Dropped bool // an entry of a mapping is left out, which was reported: nothing can be missing for sure
	Bad     bool // an accident was reported here: nothing more is to be said of this node
}

// Entry is one key of a mapping with its value.
type Entry struct{ Key, Value *Node }

// Span covers the key and its value.
func (e Entry) Span() Span { return e.Key.Span.Join(e.Value.Span) }

// Get returns the value of a key, nil when there is none.
func (n *Node) Get(key string) *Node {
	for _, e := range n.Entries {
		if e.Key.Text.Value == key {
			return e.Value
		}
	}
	return nil
}

// key returns the node of a key, nil when there is none.
func (n *Node) key(name string) *Node {
	for _, e := range n.Entries {
		if e.Key.Text.Value == name {
			return e.Key
		}
	}
	return nil
}

// Is reports whether the node is a scalar with this text.
func (n *Node) Is(text string) bool { return n.Kind == Scalar && n.Text.Value == text }

// Blank reports whether a scalar holds white space alone.
func (n *Node) Blank() bool {
	return n.Kind == Null || n.Kind == Scalar && strings.TrimSpace(n.Text.Value) == ""
}
