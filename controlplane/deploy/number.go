package deploy

import (
	"context"
	"fmt"

	"github.com/ringflow/ringflow/controlplane/voximplant"
)

func (m *maker) numbers() {
	for _, w := range m.want.Numbers {
		m.number(w)
	}
}

func (m *maker) number(w Number) {
	there := m.have.number(w.Digits)
	app := m.have.Application.ApplicationID
	switch {
	case there.PhoneID == 0:
		m.problem(codeNumber, KindNumber, w.Digits, "the account does not rent it", "rent it in the control panel under Numbers, or correct the number")
	case there.Deactivated || there.Canceled:
		m.problem(codeNumber, KindNumber, w.Digits, "it is deactivated or cancelled", "activate it in the control panel under Numbers")
	case there.ApplicationID != 0 && there.ApplicationID != app && !m.want.Adopt:
		m.problem(codeNumber, KindNumber, w.Digits, fmt.Sprintf("it serves the application %s", there.ApplicationName), "detach it there first, or take it over with --adopt")
	case app == 0 || there.ApplicationID != app || there.RuleID != m.have.rule(w.Rule).RuleID || w.Rule != "" && there.RuleID == 0:
		m.step(Bind, KindNumber, w.Digits, "calls to it are for "+target(w))
	}
}

func target(w Number) string {
	if w.Rule == "" {
		return "the application, whose rules decide"
	}
	return "the rule " + w.Rule
}

// number binds. A number that has a rule and should have none is detached
// first: the platform documents no other way to take the rule away.
func (a *applier) number(ctx context.Context, s Step) error {
	w := first(a.want.Numbers, func(n Number) bool { return n.Digits == s.Name })
	there := a.have.number(w.Digits)
	if w.Rule == "" && there.RuleID != 0 {
		no := false
		if err := a.client.PhoneNumbers.BindPhoneNumberToApplication(ctx, voximplant.BindPhoneNumberToApplicationParams{
			PhoneID: []int64{there.PhoneID}, ApplicationID: there.ApplicationID, Bind: &no,
		}); err != nil {
			return err
		}
	}
	return a.client.PhoneNumbers.BindPhoneNumberToApplication(ctx, voximplant.BindPhoneNumberToApplicationParams{
		PhoneID: []int64{there.PhoneID}, ApplicationID: a.have.Application.ApplicationID, RuleID: a.have.rule(w.Rule).RuleID,
	})
}
