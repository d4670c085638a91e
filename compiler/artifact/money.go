package artifact

import (
	"strconv"
	"strings"
)

// currency returns the currency of a setting of type money.
func (s Setting) currency() (string, bool) { return strings.CutPrefix(s.Type, "money ") }

// want says in words what the setting takes.
func (s Setting) want() string {
	if code, money := s.currency(); money {
		return "an amount such as " + strings.TrimSuffix("12."+strings.Repeat("0", s.Digits), ".") + " " + code
	}
	return wants[s.Type]
}

// read reads the text of the setting as the script's value.
func (s Setting) read(text string) (any, bool) {
	if code, money := s.currency(); money {
		return minorUnits(strings.TrimSuffix(text, " "+code), s.Digits)
	}
	return settingValue(s.Type, text)
}

// mostUnits is the largest whole number that JavaScript holds exactly.
const mostUnits = 1<<53 - 1

// minorUnits reads a decimal amount as whole minor units.
func minorUnits(text string, digits int) (int64, bool) {
	whole, fraction, point := strings.Cut(text, ".")
	number := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if !number(strings.TrimPrefix(whole, "-")) || point && !number(fraction) || len(fraction) > digits {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", digits-len(fraction)), 10, 64)
	return n, err == nil && n >= -mostUnits && n <= mostUnits
}
