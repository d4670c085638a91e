package deploy

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/controlplane/voximplant"
	"github.com/ringflow/ringflow/controlplane/webhook"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var rsaKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

// tester is what *testing.T and *rapid.T have in common.
type tester interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// cloud is an emulated platform and a client of it.
type cloud struct {
	tester
	*platform.Platform
	client *voximplant.Client
	close  func()
}

func newCloud(t tester) *cloud {
	t.Helper()
	c := &cloud{tester: t}
	var err error
	c.Platform, err = platform.New(platform.Options{GenerateKey: rsaKey})
	c.must(err)
	server := httptest.NewServer(c.Handler())
	key, err := c.CreateKey("Owner")
	c.must(err)
	c.client, err = voximplant.New(voximplant.Options{Credentials: voximplant.Credentials(key), BaseURL: server.URL + "/platform_api", Tries: 1})
	c.must(err)
	c.close = func() { c.client.Close(); server.Close(); _ = c.Platform.Close() }
	return c
}

func start(t *testing.T) *cloud {
	c := newCloud(t)
	t.Cleanup(c.close)
	return c
}

func (c *cloud) must(err error) {
	c.Helper()
	if err != nil {
		c.Fatalf("%v", err)
	}
}

// plan reads and makes.
func (c *cloud) plan(d Desired) (*Plan, error) {
	have, err := Read(context.Background(), c.client, d)
	if err != nil {
		return nil, err
	}
	return Make(d, have)
}

// apply plans and applies, and returns the lines of what was done.
func (c *cloud) apply(d Desired) (done []string, err error) {
	p, err := c.plan(d)
	if err != nil {
		return nil, err
	}
	err = Apply(context.Background(), c.client, d, p, func(s Step) { done = append(done, strings.TrimSpace(s.Line())) })
	return done, err
}

// script returns the text of a scenario.
func (c *cloud) script(name string) string {
	have, err := Read(context.Background(), c.client, Desired{Scenarios: []Scenario{{Name: name}}})
	c.must(err)
	return have.scenario(name).ScenarioScript
}

func flow(body string) *artifact.Artifact {
	a := &artifact.Artifact{Body: []byte("function (bound) { return " + body + "; });\n")}
	a.Manifest = artifact.Manifest{
		Flow: "kvs-scenario", Release: artifact.Release(a.Body),
		Config: []artifact.Setting{{Name: "masked_number", Type: "phone"}, {Name: "results_key", Type: "secret"}},
	}
	return a
}

var key = webhook.NewSecret()

func masking() Desired {
	return Desired{
		Project: "masking", Env: "prod", Tool: "0.1.0", Commit: "abc", Application: "masking", SecureRecordings: true,
		Scenarios: []Scenario{{Name: "kvs-scenario", Flow: flow("1"), Values: artifact.Values{"masked_number": "+10000000000"}}},
		Rules:     []Rule{{Name: "incoming", Pattern: ".*", Scenarios: []string{"kvs-scenario"}}},
		Numbers:   []Number{{Digits: platform.FirstNumber, Rule: "incoming"}},
		Secrets:   []Secret{{Name: "results_key", Value: Hidden(key.Text())}},
	}
}

func (c *cloud) want(what string, got []string, want ...string) {
	c.Helper()
	if !slices.Equal(got, want) {
		c.Errorf("%s:\n got %s\nwant %s", what, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func TestTheFirstDeployAndTheNext(t *testing.T) {
	c, d := start(t), masking()
	done, err := c.apply(d)
	c.must(err)
	release := d.Scenarios[0].Flow.Manifest.Release[:12]
	c.want("the first deploy", done,
		"+ create application masking: recordings and logs need a key to be fetched",
		"+ create secret      results_key: scenarios read it by this name",
		"+ create scenario    kvs-scenario: release "+release,
		"+ create rule        incoming: numbers like .* run kvs-scenario",
		"~ bind   number      "+platform.FirstNumber+": calls to it are for the rule incoming",
	)
	text := c.script("kvs-scenario")
	if h, body, ok := artifact.Split([]byte(text)); !ok || h.Project != "masking" || h.Env != "prod" || h.Tool != "0.1.0" || h.Commit != "abc" || artifact.Release(body) != h.Release {
		t.Errorf("the script is\n%s", text)
	}
	secret, err := c.client.Secrets.GetSecrets(t.Context(), voximplant.GetSecretsParams{ApplicationID: 1})
	if err == nil && len(secret.Result) == 1 && strings.Contains(secret.Result[0].Description, key.Key()) {
		t.Error("the description shows the secret")
	}
	d.Commit, d.Tool = "def", "0.2.0"
	done, err = c.apply(d)
	c.must(err)
	c.want("the same again, from another commit", done)
	d.Scenarios[0].Flow = flow("2")
	done, err = c.apply(d)
	c.must(err)
	c.want("a new release", done, "~ change scenario    kvs-scenario: release "+d.Scenarios[0].Flow.Manifest.Release[:12]+" instead of "+release)
	d.Scenarios[0].Values = artifact.Values{"masked_number": "+10000000001"}
	d.Secrets[0].Value = Hidden(webhook.NewSecret().Text())
	d.SecureRecordings = false
	done, err = c.apply(d)
	c.must(err)
	c.want("other values", done,
		"~ change application masking: recordings and logs are open to everybody who has their address",
		"~ change secret      results_key: it has another value, or was not set by this project",
		"~ change scenario    kvs-scenario: other values of the environment, the same release "+d.Scenarios[0].Flow.Manifest.Release[:12])
}

func TestTheScenarioGetsTheCharactersOfTheWebhookSecret(t *testing.T) {
	c, d := start(t), masking()
	_, err := c.apply(d)
	c.must(err)
	var reply struct {
		Result []struct {
			Value string `json:"secret_value"`
		} `json:"result"`
	}
	app, _, err := c.client.Applications.Find(t.Context(), "masking")
	c.must(err)
	c.must(c.client.Call(t.Context(), "GetSecretValue", map[string][]string{"application_id": {fmt.Sprint(app.ApplicationID)}, "secret_name": {"results_key"}}, &reply))
	if len(reply.Result) != 1 || reply.Result[0].Value != key.Key() {
		t.Error("the platform holds another text than the 32 characters")
	}
}

func TestHandWrittenScriptsAndTheOrderOfRules(t *testing.T) {
	c, d := start(t), masking()
	d.Scenarios = append(d.Scenarios, Scenario{Name: "hello", Script: []byte("VoxEngine.terminate();\n")})
	_, err := c.client.Applications.AddApplication(t.Context(), voximplant.AddApplicationParams{ApplicationName: "masking", SecureRecordStorage: true})
	c.must(err)
	app, _, err := c.client.Applications.Find(t.Context(), "masking")
	c.must(err)
	_, err = c.client.Rules.AddRule(t.Context(), voximplant.AddRuleParams{ApplicationID: app.ApplicationID, RuleName: "theirs", RulePattern: "1"})
	c.must(err)
	_, err = c.apply(d)
	c.must(err)
	d.Rules = append([]Rule{{Name: "first", Pattern: "1000.*", Exclude: "10009", Scenarios: []string{"hello", "kvs-scenario"}}}, d.Rules...)
	done, err := c.apply(d)
	c.must(err)
	c.want("a rule in front", done,
		"+ create rule        first: numbers like 1000.* run hello, kvs-scenario",
		"~ order  rule        theirs, first, incoming: the first rule that matches a number takes the call")
	d.Rules[0].Exclude, d.Scenarios[1].Script, d.Numbers[0].Rule = "", []byte("1\n"), ""
	done, err = c.apply(d)
	c.must(err)
	c.want("changes", done,
		"~ change scenario    hello: release 4355a46b19d3 instead of "+artifact.Release([]byte("VoxEngine.terminate();\n"))[:12],
		"~ change rule        first: numbers like 1000.* instead of 1000.* without 10009",
		"~ bind   number      "+platform.FirstNumber+": calls to it are for the application, whose rules decide")
	if got := c.script("hello"); !strings.HasSuffix(got, "\n1\n") || !strings.HasPrefix(got, `// ringflow {"v":1,"flow":"hello",`) {
		t.Errorf("the script is\n%s", got)
	}
}

func TestWhatWasEditedByHandIsSaid(t *testing.T) {
	c, d := start(t), masking()
	_, err := c.apply(d)
	c.must(err)
	have, err := Read(t.Context(), c.client, d)
	c.must(err)
	s := have.scenario("kvs-scenario")
	c.must(c.client.Scenarios.SetScenarioInfo(t.Context(), voximplant.SetScenarioInfoParams{ScenarioID: s.ScenarioID, ScenarioScript: s.ScenarioScript + "// hotfix"}))
	done, err := c.apply(d)
	c.must(err)
	c.want("drift", done, "~ change scenario    kvs-scenario: it was edited on the platform and gets release "+d.Scenarios[0].Flow.Manifest.Release[:12])
}

// TestRefusals is the table of what is not done, each with everything that is
// said about it; nothing is changed by any of them.
func TestRefusals(t *testing.T) {
	for _, tt := range []struct {
		name    string
		prepare func(*cloud, *Desired)
		want    string
		adopt   bool // --adopt is the way out
	}{
		{"another account", func(_ *cloud, d *Desired) { d.Account = 7 },
			"RF6001: application masking: the credentials belong to account 1000001, the environment is pinned to 7; use the credentials of the pinned account, or change the environment", false},
		{"a scenario made by hand", func(c *cloud, _ *Desired) { c.scenario("kvs-scenario", "// mine") },
			"RF6002: scenario kvs-scenario: a scenario of this name is there and Ringflow did not make it; choose another name, or take it over with --adopt", true},
		{"a scenario of another environment", func(c *cloud, d *Desired) { o := *d; o.Env = "test"; c.mustApply(onlyScenarios(o)) },
			"RF6003: scenario kvs-scenario: it belongs to project masking, environment test; choose another name or a suffix, or take it over with --adopt", true},
		{"a rule made by hand", func(c *cloud, _ *Desired) { c.rule("incoming", c.scenario("other", "// mine")) },
			"RF6002: rule incoming: a rule of this name is there and runs other, which is not of this project; choose another name, or take it over with --adopt", false},
		{"a rule that runs something else", func(c *cloud, d *Desired) {
			o := *d
			o.Scenarios = append([]Scenario{{Name: "old", Script: []byte("1")}}, d.Scenarios...)
			o.Rules = []Rule{{Name: "incoming", Pattern: ".*", Scenarios: []string{"old", "kvs-scenario"}}}
			c.mustApply(o)
		}, "RF6008: rule incoming: it runs old, kvs-scenario, wanted kvs-scenario; give the rule another name, so that no call meets half of both lists, and remove the old one afterwards", false},
		{"a secret made by hand", func(c *cloud, d *Desired) {
			c.must(c.client.Secrets.AddSecret(context.Background(), voximplant.AddSecretParams{SecretName: "results_key", SecretValue: "x", ApplicationID: c.application("masking")}))
		}, "RF6007", true},
		{"a number of somebody else", func(_ *cloud, d *Desired) { d.Numbers[0].Digits = "10000000099" },
			"RF6004: number 10000000099: the account does not rent it; rent it in the control panel under Numbers, or correct the number", false},
		{"a number that serves something else", func(c *cloud, d *Desired) {
			o := *d
			o.Application, o.Env = "other", "test"
			o.Scenarios, o.Rules, o.Numbers = nil, nil, []Number{{Digits: platform.FirstNumber}}
			c.mustApply(o)
		},
			"RF6004: number " + platform.FirstNumber + ": it serves the application other.emulator.voximplant.com; detach it there first, or take it over with --adopt", true},
		{"everything about values at once", func(_ *cloud, d *Desired) {
			d.Scenarios[0].Values = artifact.Values{"masked_number": "99887766554433221100", "colour": "red"}
			d.Secrets = []Secret{{"empty", ""}, {"results_key", "whsec_SECRET"}}
			d.Scenarios = append(d.Scenarios, Scenario{Name: strings.Repeat("n", 30)}, Scenario{Name: "big", Script: make([]byte, artifact.MaxScriptBytes)})
			d.Rules = append(d.Rules, Rule{Name: "lost", Scenarios: []string{"nobody"}}, Rule{Name: "idle"})
			d.Numbers = append(d.Numbers, Number{Digits: platform.FirstNumber, Rule: "nothing"})
		}, "RF6009: rule lost: there is no scenario nobody; name one of the project's scenarios\n" +
			"RF6009: rule idle: it has no scenario; name at least one of the project's scenarios\n" +
			"RF6009: number " + platform.FirstNumber + ": there is no rule nothing; name one of the project's rules\n" +
			"RF6007: secret empty: it has no value; set what the environment's secrets refer to\n" +
			"RF6007: secret results_key: secret 1: not a webhook secret; wanted whsec_ and the base64 of 32 visible ASCII characters", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, d := start(t), masking()
			tt.prepare(c, &d)
			before, err := Read(t.Context(), c.client, d)
			c.must(err)
			_, err = c.apply(d)
			var r *Refusal
			want := strings.Replace(tt.want, "RF6007", "RF6002: secret results_key: a secret of this name is there and is not of project masking, environment prod; choose another name, or take it over with --adopt", 1)
			if strings.HasPrefix(tt.want, "RF6009") {
				want = tt.want
			}
			if !errors.As(err, &r) || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("\n got %v\nwant %s", err, want)
			}
			if text := fmt.Sprint(err); strings.Contains(text, "SECRET") || strings.Contains(text, "9988776655") {
				t.Errorf("the refusal shows a value: %s", text)
			}
			after, err := Read(t.Context(), c.client, d)
			c.must(err)
			if before.Fingerprint() != after.Fingerprint() {
				t.Error("something was changed")
			}
			if d.Adopt = tt.adopt; tt.adopt {
				if _, err := c.apply(d); err != nil {
					t.Errorf("--adopt: %v", err)
				}
			}
		})
	}
}

func onlyScenarios(d Desired) Desired {
	d.Rules, d.Numbers, d.Secrets = nil, nil, nil
	return d
}

func (c *cloud) mustApply(d Desired) { c.Helper(); _, err := c.apply(d); c.must(err) }

func (c *cloud) application(name string) int64 {
	app, err := c.client.Applications.AddApplication(context.Background(), voximplant.AddApplicationParams{ApplicationName: name})
	c.must(err)
	return app.ApplicationID
}

func (c *cloud) scenario(name, script string) int64 {
	s, err := c.client.Scenarios.AddScenario(context.Background(), voximplant.AddScenarioParams{ScenarioName: name, ScenarioScript: script})
	c.must(err)
	return s.ScenarioID
}

func (c *cloud) rule(name string, scenario int64) {
	_, err := c.client.Rules.AddRule(context.Background(), voximplant.AddRuleParams{
		ApplicationID: c.application("masking"), RuleName: name, RulePattern: ".*", ScenarioID: []int64{scenario},
	})
	c.must(err)
}

func TestAStalePlanIsRefused(t *testing.T) {
	c, d := start(t), masking()
	p, err := c.plan(d)
	c.must(err)
	c.must(Apply(t.Context(), c.client, d, p, func(Step) {}))
	var stale *Stale
	if err := Apply(t.Context(), c.client, d, p, func(Step) {}); !errors.As(err, &stale) {
		t.Errorf("the same plan again: %v", err)
	}
}

func TestNothingPrintsASecret(t *testing.T) {
	d := masking()
	if text := fmt.Sprintf("%v %+v %#v %s %q %x", d, d, d, d.Secrets, d.Secrets, d.Secrets); strings.Contains(text, key.Text()) || strings.Contains(text, fmt.Sprintf("%x", key.Text())) {
		t.Errorf("printing shows the secret: %s", text)
	}
}

// draw makes some project: which scenarios, rules in which order, what values.
func draw(t *rapid.T) Desired {
	d := masking()
	d.SecureRecordings = rapid.Bool().Draw(t, "secure")
	d.Scenarios[0].Flow = flow(rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "flow"))
	d.Secrets[0].Value = Hidden(rapid.SampledFrom([]string{"one", "two"}).Draw(t, "secret"))
	d.Rules = nil
	for i := range rapid.IntRange(0, 3).Draw(t, "scripts") {
		name := fmt.Sprint("script-", i)
		d.Scenarios = append(d.Scenarios, Scenario{Name: name, Script: []byte(rapid.SampledFrom([]string{"a", "b"}).Draw(t, "script"))})
		d.Rules = append(d.Rules, Rule{Name: name, Pattern: rapid.SampledFrom([]string{"1.*", "2.*"}).Draw(t, "pattern"), Scenarios: []string{name}})
	}
	d.Rules = rapid.Permutation(append(d.Rules, Rule{Name: "incoming", Pattern: ".*", Scenarios: []string{"kvs-scenario"}})).Draw(t, "rules")
	d.Numbers[0].Rule = rapid.SampledFrom([]string{"", "incoming"}).Draw(t, "number")
	return d
}

// TestEveryInterruptionIsHealed goes from any project to any other, with a fault
// at some request, and demands that applying again reaches the same end, and
// that what is not ours stays as it was.
func TestEveryInterruptionIsHealed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newCloud(t)
		defer c.close()
		theirs := c.scenario("theirs", "// theirs")
		c.rule("theirs", theirs)
		c.mustApply(draw(t))
		d := draw(t)
		after := rapid.IntRange(0, 25).Draw(t, "requests before the fault")
		fault := platform.Fault{Count: 1, Status: 502, Apply: rapid.Bool().Draw(t, "applied")}
		c.must(c.SetFaults(platform.Fault{Count: max(after, 1)}, fault))
		for try := 0; ; try++ {
			if _, err := c.apply(d); err == nil {
				break
			} else if try > 2 {
				t.Fatalf("try %d: %v", try, err)
			}
		}
		c.must(c.SetFaults())
		p, err := c.plan(d)
		c.must(err)
		if !p.Empty() {
			t.Errorf("the plan after the last apply is %+v", p.Steps)
		}
		have, err := Read(context.Background(), c.client, Desired{Application: "masking", Scenarios: []Scenario{{Name: "theirs"}}})
		c.must(err)
		if s, r := have.scenario("theirs"), have.rule("theirs"); s.ScenarioScript != "// theirs" || names(r.Scenarios) != "theirs" || r.RulePattern != ".*" {
			t.Errorf("what is not ours was changed: %+v %+v", s, r)
		}
	})
}
