package deploy

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/ringflow/ringflow/controlplane/voximplant"
)

// State is what is there of what Desired is about, in the platform's own terms.
type State struct {
	Account     voximplant.AccountInfo
	Application voximplant.ApplicationInfo     // zero when there is none
	Rules       []voximplant.RuleInfo          // all of the application, in the order in which they are tried
	Scenarios   []voximplant.ScenarioInfo      // those that are wanted or bound to a rule, with scripts
	Numbers     []voximplant.AttachedPhoneInfo // those that are wanted
	Secrets     []voximplant.SecretListItem    // all of the application
}

// scriptsAtOnce is how many scripts are read at the same time.
const scriptsAtOnce = 8

// Read reads the platform.
func Read(ctx context.Context, c *voximplant.Client, d Desired) (s State, err error) {
	account, err := c.Accounts.GetAccountInfo(ctx, voximplant.GetAccountInfoParams{})
	if err != nil {
		return s, err
	}
	s.Account = account.Result
	if s.Application, _, err = c.Applications.Find(ctx, d.Application); err != nil {
		return s, err
	}
	if s.Application.ApplicationID != 0 {
		if err := s.readApplication(ctx, c); err != nil {
			return s, err
		}
	}
	if err := s.readNumbers(ctx, c, d); err != nil {
		return s, err
	}
	return s, s.readScenarios(ctx, c, d)
}

func (s *State) readApplication(ctx context.Context, c *voximplant.Client) (err error) {
	app := s.Application.ApplicationID
	s.Rules, err = voximplant.All(ctx, func(ctx context.Context, count, offset int64) ([]voximplant.RuleInfo, int64, error) {
		r, err := c.Rules.GetRules(ctx, voximplant.GetRulesParams{ApplicationID: app, WithScenarios: true, Count: count, Offset: offset})
		return r.Result, r.TotalCount, err
	})
	if err != nil {
		return err
	}
	s.Secrets, err = voximplant.All(ctx, func(ctx context.Context, count, offset int64) ([]voximplant.SecretListItem, int64, error) {
		r, err := c.Secrets.GetSecrets(ctx, voximplant.GetSecretsParams{ApplicationID: app, Count: count, Offset: offset})
		return r.Result, r.TotalCount, err
	})
	return err
}

func (s *State) readNumbers(ctx context.Context, c *voximplant.Client, d Desired) error {
	if len(d.Numbers) == 0 {
		return nil
	}
	var digits []string
	for _, n := range d.Numbers {
		digits = append(digits, n.Digits)
	}
	all, err := voximplant.All(ctx, func(ctx context.Context, count, offset int64) ([]voximplant.AttachedPhoneInfo, int64, error) {
		r, err := c.PhoneNumbers.GetPhoneNumbers(ctx, voximplant.GetPhoneNumbersParams{Count: count, Offset: offset})
		return r.Result, r.TotalCount, err
	})
	for _, n := range all {
		if slices.Contains(digits, n.PhoneNumber) {
			s.Numbers = append(s.Numbers, n)
		}
	}
	return err
}

// readScenarios lists the account's scenarios once and reads the scripts of
// those that matter.
func (s *State) readScenarios(ctx context.Context, c *voximplant.Client, d Desired) error {
	all, err := voximplant.All(ctx, func(ctx context.Context, count, offset int64) ([]voximplant.ScenarioInfo, int64, error) {
		r, err := c.Scenarios.GetScenarios(ctx, voximplant.GetScenariosParams{Count: count, Offset: offset})
		return r.Result, r.TotalCount, err
	})
	if err != nil {
		return err
	}
	matters := map[string]bool{}
	for _, w := range d.Scenarios {
		matters[w.Name] = true
	}
	for _, r := range d.Rules {
		for _, bound := range s.rule(r.Name).Scenarios {
			matters[bound.ScenarioName] = true
		}
	}
	s.Scenarios = slices.DeleteFunc(all, func(i voximplant.ScenarioInfo) bool { return !matters[i.ScenarioName] })
	slices.SortFunc(s.Scenarios, func(a, b voximplant.ScenarioInfo) int { return cmp.Compare(a.ScenarioID, b.ScenarioID) })
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(scriptsAtOnce)
	for i := range s.Scenarios {
		group.Go(func() error { return readScript(ctx, c, &s.Scenarios[i]) })
	}
	return group.Wait()
}

func readScript(ctx context.Context, c *voximplant.Client, s *voximplant.ScenarioInfo) error {
	r, err := c.Scenarios.GetScenarios(ctx, voximplant.GetScenariosParams{ScenarioID: s.ScenarioID, WithScript: true})
	if err == nil && len(r.Result) != 1 {
		err = fmt.Errorf("%s: scenario %s went away while it was read", codeStale, s.ScenarioName)
	}
	if err == nil {
		*s = r.Result[0]
	}
	return err
}

// rule, scenario, number and secret return what is there under a name, zero for nothing.
func (s *State) rule(name string) (r voximplant.RuleInfo) {
	return first(s.Rules, func(r voximplant.RuleInfo) bool { return r.RuleName == name })
}

func (s *State) scenario(name string) voximplant.ScenarioInfo {
	return first(s.Scenarios, func(i voximplant.ScenarioInfo) bool { return i.ScenarioName == name })
}

func (s *State) number(digits string) voximplant.AttachedPhoneInfo {
	return first(s.Numbers, func(n voximplant.AttachedPhoneInfo) bool { return n.PhoneNumber == digits })
}

func (s *State) secret(name string) voximplant.SecretListItem {
	return first(s.Secrets, func(i voximplant.SecretListItem) bool { return i.SecretName == name })
}

func first[T any](list []T, is func(T) bool) (found T) {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return list[i]
	}
	return found
}

// Fingerprint is equal for equal states. What the account has beside the
// application, such as money, does not count.
func (s *State) Fingerprint() string {
	part := *s
	part.Account = voximplant.AccountInfo{AccountID: s.Account.AccountID}
	raw, err := json.Marshal(part)
	if err != nil {
		panic("deploy: a state is always marshalable: " + err.Error())
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// names joins the names of a rule's scenarios.
func names(list []voximplant.ScenarioInfo) string {
	var out []string
	for _, s := range list {
		out = append(out, s.ScenarioName)
	}
	return strings.Join(out, ", ")
}
