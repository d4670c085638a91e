package expr

import (
	"slices"
	"strings"
)

// PhoneRule is how national spellings of numbers are read: calling code,
// national prefix and the lengths of national numbers of one country. The zero
// rule reads international spellings alone.
type PhoneRule struct {
	Code    string // "1"
	Trunk   string // "1" or "0", "" for none
	Lengths []int  // of a national number without its prefix
}

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
	plus := strings.HasPrefix(s, "+")
	zeros := !plus && strings.HasPrefix(s, "00")
	s = strings.TrimPrefix(s, "+")
	if zeros {
		s = s[2:]
	}
	if strings.Trim(s, "0123456789") != "" {
		return ""
	}
	if !plus && !zeros && r.Code != "" {
		s = r.national(s)
	}
	if len(s) < 5 || len(s) > 15 {
		return ""
	}
	return s
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

// Same reports whether two phone values are the same number. A value is a
// spelling or a list of spellings, any of which may match; null and what is no
// number equal nothing.
func (r PhoneRule) Same(a, b any) bool {
	for _, x := range spellings(a) {
		for _, y := range spellings(b) {
			if d := r.Digits(x); d != "" && d == r.Digits(y) {
				return true
			}
		}
	}
	return false
}

func spellings(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, item := range v {
			out = append(out, spellings(item)...)
		}
		return out
	}
	return nil
}
