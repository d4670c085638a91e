package platform

import (
	"regexp"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// maxPattern bounds a rule's patterns: less than 64 KB by the documentation.
const maxPattern = 64 << 10

// compile makes the matcher of a rule's pattern, which must match a destination
// as a whole. The syntax is RE2: the platform's own dialect is not documented,
// and this one cannot run away. Lookaround and back-references are refused.
func compile(pattern string) (*regexp.Regexp, error) {
	// On its own first: ")|(" is not an expression, but would be one inside the group.
	if _, err := regexp.Compile(pattern); err != nil {
		return nil, err
	}
	return regexp.Compile(`^(?:` + pattern + `)$`)
}

// matches reports whether a call to the destination is for the rule.
func matches(rule store.Rule, destination string) bool {
	return matchesWhole(rule.Pattern, destination) &&
		(rule.Exclude == "" || !matchesWhole(rule.Exclude, destination))
}

func matchesWhole(pattern, destination string) bool {
	re, err := compile(pattern)
	return err == nil && re.MatchString(destination)
}

func patternCheck(code wire.Code) wire.Check {
	return wire.Matching(func(pattern string) bool { _, err := compile(pattern); return err == nil }, code,
		"a regular expression without lookaround and back-references")
}
