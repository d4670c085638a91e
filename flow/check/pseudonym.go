package check

import (
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/types"
)

// hashSink is what the certificate calls a pseudonym.
const hashSink = "pseudonym"

// pseudonyms notes where a private number becomes a key that may go anywhere.
func (c *checker) pseudonyms(x *expr.Expr) {
	x.Walk(func(n *expr.Expr) {
		if n.Op != expr.Call || n.Value != expr.Pseudonym {
			return
		}
		if owners := n.Args[0].Type.Owners; len(owners) > 0 {
			c.Sinks = append(c.Sinks, Sink{At: n.At, Sink: hashSink, Audience: "who knows the secret", owners: owners})
		}
	})
}

// allowed is the verdict on a private value that leaves in a way that is allowed.
func allowed(sink string, owners types.Owners) string {
	if sink == hashSink {
		return "allowed: a keyed hash of what belongs to " + owners.String()
	}
	return "allowed: dials what belongs to " + owners.String()
}

// pseudonymFact is what is known of every pseudonym as a key.
func pseudonymFact() KeyFact {
	return KeyFact{Min: expr.PseudonymLength, Max: expr.PseudonymLength, Exact: true, Chars: "0123456789abcdef"}
}

// textFact is what is known of an expression as a key.
func (c *checker) textFact(x *expr.Expr) (KeyFact, bool) {
	if x.Op == expr.Call && x.Value == expr.Pseudonym {
		return pseudonymFact(), true
	}
	if x.Binding == nil {
		return KeyFact{}, false
	}
	fact, known := c.digits[x.Binding.Slot]
	return fact, known
}

// noteText keeps what is known of a text under a name. A name that had something
// else before it, or gets it later, is any text.
func (c *checker) noteText(b *expr.Binding, x *expr.Expr, old *expr.Binding) {
	before, had := c.digits[b.Slot]
	switch fact, known := c.textFact(x); {
	case known && (had || old == nil):
		c.digits[b.Slot] = fact.join(before)
	case had:
		c.digits[b.Slot] = KeyFact{Min: 1, Max: maxKey, Chars: keyChars}.join(before)
	}
}
