package order

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/controlplane"
)

// Contract is what the deployed flow can look up and read. An order that would
// break it is refused when it is posted, where somebody can still do something
// about it, and not when a caller types a code that can never be found.
//
// The zero Contract is that of an unknown flow: any key that the platform takes.
type Contract struct {
	flow   string
	prefix string
	suffix string
	rule   artifact.KeyRule
	result []string
}

// Platform limits of a storage key (documentation of SetKeyValueItem).
const (
	maxKey   = 200
	keyChars = "a-z, A-Z, 0-9, Cyrillic letters and _-:;.#+"
)

// The fields of a stored order, by the names that flows read them.
const (
	courierField = "courier"
	clientField  = "client"
)

// NewContract reads the contract out of the manifest of a build. It fails when
// the flow has no store that orders with a courier and a client could fill.
func NewContract(m artifact.Manifest) (Contract, error) {
	var found []artifact.Store
	var reasons []string
	for _, s := range m.Stores {
		if reason := unfit(s); reason != "" {
			reasons = append(reasons, fmt.Sprintf("store %s: %s", s.Name, reason))
		} else {
			found = append(found, s)
		}
	}
	switch {
	case len(found) == 1:
		s := found[0]
		return Contract{flow: m.Flow, prefix: s.Prefix, suffix: s.Suffix, rule: s.Key, result: m.Result}, nil
	case len(found) > 1:
		return Contract{}, fmt.Errorf("flow %s has %d stores with a courier and a client; orders can feed only one", m.Flow, len(found))
	case len(reasons) > 0:
		return Contract{}, fmt.Errorf("flow %s has no store that orders can feed: %s", m.Flow, strings.Join(reasons, "; "))
	default:
		return Contract{}, fmt.Errorf("flow %s has no store at all; wanted one with the fields %s and %s", m.Flow, courierField, clientField)
	}
}

// ReadContract reads the contract out of manifest.json, the file that a build
// writes: of the one flow in it that orders can feed.
func ReadContract(raw []byte) (Contract, error) {
	var index artifact.Index
	if err := json.Unmarshal(raw, &index); err != nil || len(index.Flows) == 0 {
		return Contract{}, errors.New("wanted the manifest.json of a build, with at least one flow in it")
	}
	var found []Contract
	var errs []error
	for _, m := range index.Flows {
		if m.Version != artifact.ManifestVersion {
			return Contract{}, fmt.Errorf("flow %s: the manifest has version %d, wanted %d; build it again", m.Flow, m.Version, artifact.ManifestVersion)
		}
		c, err := NewContract(m)
		if err == nil {
			found = append(found, c)
		}
		errs = append(errs, err)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return Contract{}, errors.Join(errs...)
	default:
		return Contract{}, fmt.Errorf("flows %s and %s could both be fed with orders; build the one that is meant alone", found[0].flow, found[1].flow)
	}
}

// String names the flow.
func (c Contract) String() string {
	if c.flow == "" {
		return "none: any order number is accepted"
	}
	return "flow " + c.flow + ", order numbers of " + ruleInWords(c.rule)
}

// unfit says why orders cannot fill a store, "" when they can.
func unfit(s artifact.Store) string {
	have := map[string]bool{}
	for _, f := range s.Fields {
		switch {
		case f.Name == courierField || f.Name == clientField:
			if f.Type != "phone" {
				return fmt.Sprintf("the field %s is of type %s, wanted phone", f.Name, f.Type)
			}
			have[f.Name] = true
		case !f.Optional:
			return fmt.Sprintf("the field %s is required and no order has it", f.Name)
		}
	}
	if !have[courierField] || !have[clientField] {
		return fmt.Sprintf("wanted the fields %s and %s", courierField, clientField)
	}
	if s.Value != 1 {
		return fmt.Sprintf("it reads version %d of the stored value, orders are written in version 1", s.Value)
	}
	return ""
}

// Key returns the storage key of an order number.
func (c Contract) Key(number string) string { return c.prefix + number + c.suffix }

// ResultFields returns the names of the fields that the flow reports, in order.
// Without a manifest they are those of the number-masking flow.
func (c Contract) ResultFields() []string {
	if c.flow != "" {
		return c.result
	}
	return []string{"order_number", "order_search", "phone_search", "sub_status", "sub_available", "need_operator", "call_operator", "call_record"}
}

// CheckNumber returns a problem when the flow could never look up number.
func (c Contract) CheckNumber(number string) error {
	if want := c.wantNumber(number); want != "" {
		return &controlplane.Problem{
			Code:   controlplane.CodeNumber,
			Fields: []controlplane.FieldProblem{{Pointer: "number", Want: want}},
		}
	}
	return nil
}

// wantNumber says what order numbers must look like when number does not.
func (c Contract) wantNumber(number string) string {
	length := utf8.RuneCountInString(number)
	if c.flow == "" {
		if length < 1 || length > maxKey || !allowed(number, platformKeyChar) {
			return fmt.Sprintf("1 to %d characters of the platform's key alphabet (%s)", maxKey, keyChars)
		}
		return ""
	}
	inRule := func(r rune) bool { return strings.ContainsRune(c.rule.Chars, r) }
	if length < c.rule.Min || length > c.rule.Max || !allowed(number, inRule) {
		return fmt.Sprintf("%s: that is what flow %s can look up", ruleInWords(c.rule), c.flow)
	}
	if len(c.Key(number)) > maxKey {
		return fmt.Sprintf("at most %d characters together with the flow's key", maxKey)
	}
	return ""
}

// ruleInWords describes a key rule, such as "1 to 5 digits".
func ruleInWords(r artifact.KeyRule) string {
	what := "characters of " + quote(r.Chars)
	if r.Chars == "0123456789" {
		what = "digits"
	}
	if r.Min == r.Max {
		return fmt.Sprintf("exactly %d %s", r.Max, what)
	}
	return fmt.Sprintf("%d to %d %s", r.Min, r.Max, what)
}

func allowed(text string, ok func(rune) bool) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !ok(r) }) < 0
}

// platformKeyChar reports whether the platform takes r in a storage key.
func platformKeyChar(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return true
	case 'а' <= r && r <= 'я', 'А' <= r && r <= 'Я', r == 'ё', r == 'Ё':
		return true
	default:
		return strings.ContainsRune("_-:;.#+", r)
	}
}
