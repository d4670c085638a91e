package phone

import (
	"fmt"
	"regexp"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Router finds the rule of a destination: a number, the name of a user, the id
// of a conference. It returns false if no rule takes it.
type Router func(destination string) (Rule, bool)

// Rule is one of an application's rules, which are tried in their order.
type Rule struct {
	Name    string
	Pattern string // regular expression (RE2) for the whole destination
	Exclude string // one that must not match; "" for none
	Video   bool   // for video conferences, which have endpoints
	Code    *voxengine.Code
}

// Routes is a router by rules: the first that matches takes the call.
func Routes(rules ...Rule) (Router, error) {
	type compiled struct{ pattern, exclude *regexp.Regexp }
	all := make([]compiled, len(rules))
	for i, r := range rules {
		var err error
		if r.Code == nil {
			return nil, fmt.Errorf("the rule %s has no scenario", r.Name)
		}
		if all[i].pattern, err = whole(r.Pattern); err != nil {
			return nil, fmt.Errorf("the pattern of the rule %s: %w", r.Name, err)
		}
		if r.Exclude == "" {
			continue
		}
		if all[i].exclude, err = whole(r.Exclude); err != nil {
			return nil, fmt.Errorf("the exclude pattern of the rule %s: %w", r.Name, err)
		}
	}
	return func(destination string) (Rule, bool) {
		for i, c := range all {
			if c.pattern.MatchString(destination) && (c.exclude == nil || !c.exclude.MatchString(destination)) {
				return rules[i], true
			}
		}
		return Rule{}, false
	}, nil
}

func whole(pattern string) (*regexp.Regexp, error) { return regexp.Compile(`^(?:` + pattern + `)$`) }
