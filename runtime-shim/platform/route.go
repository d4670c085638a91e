package platform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// route is where a call goes: the rule that took it, and what that runs.
type route struct {
	app     store.Application
	rule    store.Rule
	scripts []voxengine.Script // in binding order
	secrets map[string]string
}

// route finds the way of a call to a rented number: the application that the
// number is bound to, then the first of its rules that matches. A rule that the
// number is bound to is tried before the others.
//
// Errors: RF6410 not a rented number, RF6411 bound to no application, RF6412
// no rule matches, RF6413 the rule has no scenario. They do not name the number.
func (p *Platform) route(destination string) (r route, err error) {
	failed := p.store.Do(func(tx *store.Tx) bool {
		r, err = findRoute(tx, strings.TrimPrefix(destination, "+"))
		return false // nothing is written
	})
	if failed != nil {
		return route{}, failed
	}
	return r, err
}

func findRoute(tx *store.Tx, destination string) (r route, err error) {
	number, rented := tx.PhoneNumber(destination)
	if !rented {
		return r, fmt.Errorf("%s: the dialled number is not rented by this account; AttachPhoneNumber rents it", codeNumber)
	}
	var bound bool
	if r.app, bound = tx.Application(number.Application); !bound {
		return r, fmt.Errorf("%s: the dialled number is bound to no application; BindPhoneNumberToApplication binds it", codeUnbound)
	}
	if r.rule, bound = firstMatch(tx.Rules(r.app.ID), number.Rule, destination); !bound {
		return r, fmt.Errorf("%s: no rule of the application %s matches the dialled number", codeNoRule, r.app.Name)
	}
	return r, r.load(tx)
}

// load reads what the rule runs.
func (r *route) load(tx *store.Tx) error {
	for _, s := range tx.Bound(r.rule.ID) {
		r.scripts = append(r.scripts, voxengine.Script{Name: s.Name, Text: tx.Script(s.ID)})
	}
	if len(r.scripts) == 0 {
		return fmt.Errorf("%s: the rule %s has no scenario; BindScenario gives it one", codeEmpty, r.rule.Name)
	}
	r.secrets = map[string]string{}
	for _, s := range tx.Secrets(r.app.ID) {
		r.secrets[s.Name] = s.Value
	}
	return nil
}

// conferenceRoute finds the way of a script's call to a conference.
func (p *Platform) conferenceRoute(app store.Application, id string) (r route, err error) {
	failed := p.store.Do(func(tx *store.Tx) bool {
		var found bool
		if r.rule, found = firstMatch(tx.Rules(app.ID), 0, id); !found {
			err = fmt.Errorf("%s: no rule of the application %s matches the conference", codeNoRule, app.Name)
		} else {
			r.app = app
			err = r.load(tx)
		}
		return false // nothing is written
	})
	if failed != nil {
		return route{}, failed
	}
	return r, err
}

// firstMatch finds the rule that takes the call; bound is the id of the one to
// try first, 0 for none.
func firstMatch(rules []store.Rule, bound int64, destination string) (store.Rule, bool) {
	i := slices.IndexFunc(rules, func(r store.Rule) bool { return r.ID == bound && matches(r, destination) })
	if i < 0 {
		i = slices.IndexFunc(rules, func(r store.Rule) bool { return matches(r, destination) })
	}
	if i < 0 {
		return store.Rule{}, false
	}
	return rules[i], true
}
