package expr

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/types"
)

// PhoneRule is how national spellings of numbers are read: calling code,
// national prefix and the lengths of national numbers of one country. The zero
// rule reads international spellings alone.
type PhoneRule struct {
	Code    string // "1"
	Trunk   string // "1" or "0", "" for none
	Lengths []int  // of a national number without its prefix
}

// Digits a number may have: fewer are no number, more are in no plan (E.164).
const (
	fewestDigits = 5
	mostDigits   = 15
)

// Digits returns the E.164 digits of a spelling without +, "" when it is no
// number: punctuation and one leading + or 00 are dropped, a national spelling
// gets the calling code of its country.
func (r PhoneRule) Digits(spelling string) string {
	s := strings.Map(func(c rune) rune {
		if strings.ContainsRune(" ().-/", c) {
			return -1
		}
		return c
	}, spelling)
	bare, international := strings.CutPrefix(s, "+")
	if !international {
		bare, international = strings.CutPrefix(s, "00")
	}
	if bare == "" || strings.Trim(bare, "0123456789") != "" {
		return ""
	}
	if !international && r.Code != "" {
		bare = r.national(bare)
	}
	if len(bare) < fewestDigits || len(bare) > mostDigits {
		return ""
	}
	return bare
}

// national adds the calling code to a national spelling and leaves an
// international one as it is.
func (r PhoneRule) national(s string) string {
	fits := func(rest string) bool { return slices.Contains(r.Lengths, len(rest)) }
	if rest, ok := strings.CutPrefix(s, r.Code); ok && fits(rest) {
		return s
	}
	if rest, ok := strings.CutPrefix(s, r.Trunk); ok && r.Trunk != "" && fits(rest) {
		return r.Code + rest
	}
	if len(r.Lengths) == 1 && fits(s) {
		return r.Code + s
	}
	return s
}

// All returns the digits of every number of a value: a spelling, a whole number
// as JSON may have it, or a list of them. What is no number is left out.
func (r PhoneRule) All(v any) []string {
	var out []string
	add := func(one any) {
		if d := r.Digits(spelling(one)); d != "" {
			out = append(out, d)
		}
	}
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, one := range list {
		add(one)
	}
	return out
}

// spelling is the text of a value that can be a number, "" for any other.
func spelling(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		if v == math.Trunc(v) && v > 0 && v <= types.MostExact {
			return strconv.FormatFloat(v, 'f', -1, 64)
		}
	}
	return ""
}

// Same reports whether two phone values share a number. Null and what is no
// number equal nothing.
func (r PhoneRule) Same(a, b any) bool {
	others := r.All(b)
	return slices.ContainsFunc(r.All(a), func(d string) bool { return slices.Contains(others, d) })
}
