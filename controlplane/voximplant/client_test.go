package voximplant

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/ringflow/ringflow/runtime-shim/platform"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// rsaKey is the key of every service account in tests: making one is slow.
var rsaKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

// cloud is an emulated platform on a loopback port with one application.
type cloud struct {
	*platform.Platform
	*Client
	url string
	app int64
}

func newCloud(t *testing.T, o platform.Options, tries int) *cloud {
	t.Helper()
	o.GenerateKey = rsaKey
	p, err := platform.New(o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(p.Handler())
	c := &cloud{Platform: p, url: server.URL + "/platform_api/"}
	c.Client = connect(t, p, c.url, tries)
	t.Cleanup(func() { c.Client.Close(); server.Close(); _ = p.Close() })
	app, err := c.Applications.AddApplication(t.Context(), AddApplicationParams{ApplicationName: "masking"})
	if err != nil {
		t.Fatal(err)
	}
	c.app = app.ApplicationID
	return c
}

func connect(t *testing.T, p *platform.Platform, url string, tries int) *Client {
	t.Helper()
	key, err := p.CreateKey("Owner")
	if err != nil {
		t.Fatal(err)
	}
	c, err := New(Options{Credentials: Credentials(key), BaseURL: url, Tries: tries})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestKeyValueStorage(t *testing.T) {
	for _, absent := range []platform.AbsentKey{platform.AbsentIsError, platform.AbsentIsNull} {
		c := newCloud(t, platform.Options{AbsentKey: absent}, 1)
		end := time.Now().Add(time.Hour).Unix()
		for _, key := range []string{"12345", "12345:1", "order:7"} {
			set, err := c.KeyValueStorage.SetKeyValueItem(t.Context(), SetKeyValueItemParams{Key: key, Value: `{"a":"ä;&"}`, ApplicationID: c.app, ExpiresAt: end})
			if err != nil || set.Result.ExpiresAt != end {
				t.Fatalf("SetKeyValueItem = %+v, %v", set, err)
			}
		}
		item, found, err := c.KeyValueStorage.Find(t.Context(), c.app, "12345")
		if err != nil || !found || item != (KeyValueItems{"12345", `{"a":"ä;&"}`, end}) {
			t.Errorf("Find = %+v, %v, %v", item, found, err)
		}
		for _, key := range []string{"1234", "123456", "order:8", "order"} {
			if item, found, err := c.KeyValueStorage.Find(t.Context(), c.app, key); found || err != nil {
				t.Errorf("Find(%q) = %+v, %v, %v", key, item, found, err)
			}
		}
		if err := c.KeyValueStorage.DelKeyValueItem(t.Context(), DelKeyValueItemParams{Key: "12345", ApplicationID: c.app}); err != nil {
			t.Error(err)
		}
		if _, found, err := c.KeyValueStorage.Find(t.Context(), c.app, "12345"); found || err != nil {
			t.Errorf("after the removal: %v, %v", found, err)
		}
		if _, _, err := c.KeyValueStorage.Find(t.Context(), 99, "12345"); !HasCode(err, 116, 558) {
			t.Errorf("Find in no application: %v", err)
		}
	}
}

func TestAScriptArrivesByteForByte(t *testing.T) {
	c := newCloud(t, platform.Options{}, 1)
	script := strings.Repeat("// é & = + % \u2028 😀\r\n\t'\"`\n", 3000)
	made, err := c.Scenarios.AddScenario(t.Context(), AddScenarioParams{ScenarioName: "kvs-scenario", ScenarioScript: script})
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.Scenarios.GetScenarios(t.Context(), GetScenariosParams{ScenarioID: made.ScenarioID, WithScript: true})
	if err != nil || len(got.Result) != 1 || got.Result[0].ScenarioScript != script || got.Result[0].Modified.IsZero() {
		t.Errorf("the script came back different (%v)", err)
	}
	err = c.Scenarios.SetScenarioInfo(t.Context(), SetScenarioInfoParams{ScenarioID: made.ScenarioID, ScenarioScript: strings.Repeat("x", 128<<10)})
	if !HasCode(err, 130) || !strings.Contains(err.Error(), "RF6101: SetScenarioInfo: ") || !strings.Contains(err.Error(), "SCRIPT_TEXT_IS_TOO_LONG); the script is over the platform's 128 KB") {
		t.Errorf("a script that is too long: %v", err)
	}
}

func TestRulesNumbersSecretsAndPages(t *testing.T) {
	c, ctx := newCloud(t, platform.Options{}, 1), t.Context()
	s, err := c.Scenarios.AddScenario(ctx, AddScenarioParams{ScenarioName: "one", ScenarioScript: "1"})
	must(t, err)
	var ids []int64
	for i := range 25 {
		r, err := c.Rules.AddRule(ctx, AddRuleParams{ApplicationID: c.app, RuleName: fmt.Sprint("r", i), RulePattern: ".*", ScenarioID: []int64{s.ScenarioID}})
		must(t, err)
		ids = append([]int64{r.RuleID}, ids...)
	}
	must(t, c.Rules.ReorderRules(ctx, ReorderRulesParams{RuleID: ids}))
	no := false
	must(t, c.Scenarios.BindScenario(ctx, BindScenarioParams{ScenarioID: []int64{s.ScenarioID}, RuleID: ids[0], Bind: &no}))
	rules, err := All(ctx, func(ctx context.Context, count, offset int64) ([]RuleInfo, int64, error) {
		got, err := c.Rules.GetRules(ctx, GetRulesParams{ApplicationID: c.app, WithScenarios: true, Count: min(count, 10), Offset: offset})
		return got.Result, got.TotalCount, err
	})
	if err != nil || len(rules) != 25 || rules[0].RuleName != "r24" || len(rules[0].Scenarios) != 0 || len(rules[24].Scenarios) != 1 {
		t.Errorf("rules: %v, %+v", err, rules)
	}
	numbers, err := c.PhoneNumbers.GetPhoneNumbers(ctx, GetPhoneNumbersParams{})
	if err != nil || len(numbers.Result) != 1 || numbers.Result[0].ApplicationID != 0 {
		t.Fatalf("numbers: %+v, %v", numbers, err)
	}
	must(t, c.PhoneNumbers.BindPhoneNumberToApplication(ctx, BindPhoneNumberToApplicationParams{PhoneID: []int64{numbers.Result[0].PhoneID}, ApplicationID: c.app, RuleID: ids[0]}))
	numbers, err = c.PhoneNumbers.GetPhoneNumbers(ctx, GetPhoneNumbersParams{ApplicationID: c.app})
	if err != nil || len(numbers.Result) != 1 || numbers.Result[0].RuleID != ids[0] {
		t.Errorf("numbers: %+v, %v", numbers, err)
	}
	must(t, c.Secrets.AddSecret(ctx, AddSecretParams{SecretName: "key", SecretValue: "v", ApplicationID: c.app, Description: "d"}))
	secrets, err := c.Secrets.GetSecrets(ctx, GetSecretsParams{ApplicationID: c.app})
	if err != nil || len(secrets.Result) != 1 || secrets.Result[0].Description != "d" {
		t.Errorf("secrets: %+v, %v", secrets, err)
	}
	account, err := c.Accounts.GetAccountInfo(ctx, GetAccountInfoParams{ReturnLiveBalance: true})
	if err != nil || account.Result.AccountName != "emulator" || account.Result.AccountID != c.AccountID() {
		t.Errorf("account: %+v, %v", account, err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestWhatAFailureMeans is the table that the pusher relies on.
func TestWhatAFailureMeans(t *testing.T) {
	c := newCloud(t, platform.Options{}, 1)
	for _, tt := range []struct {
		fault                       platform.Fault
		kind                        string
		unclear, limited, unreached bool
	}{
		{platform.Fault{Status: 429}, codeStatus, false, true, false},
		{platform.Fault{Code: 340}, codeRefused, false, true, false},
		{platform.Fault{Code: 515}, codeRefused, false, true, false},
		{platform.Fault{Status: 502}, codeStatus, true, false, false},
		{platform.Fault{Status: 404}, codeStatus, false, false, false},
		{platform.Fault{Code: 4}, codeRefused, true, false, false},
		{platform.Fault{Code: 104}, codeRefused, false, false, false},
		{platform.Fault{Drop: true}, codeNotReached, true, false, false},
		{platform.Fault{Drop: true, Apply: true}, codeNotReached, true, false, false},
		{platform.Fault{Hang: true}, codeNotReached, true, false, false},
	} {
		tt.fault.Count = 1
		must(t, c.SetFaults(tt.fault))
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		_, err := c.KeyValueStorage.SetKeyValueItem(ctx, SetKeyValueItemParams{Key: "1", Value: "12222222222", ApplicationID: c.app})
		cancel()
		var e *Error
		if !errors.As(err, &e) || e.Kind != tt.kind || e.Unclear != tt.unclear || e.Limited != tt.limited || e.Unreached != tt.unreached {
			t.Errorf("%+v: %+v", tt.fault, err)
		}
		if strings.Contains(fmt.Sprintf("%v %+v", err, errors.Unwrap(err)), "12222222222") {
			t.Errorf("%+v: the error shows the value: %v", tt.fault, err)
		}
	}
}

func TestNobodyListens(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	address := l.Addr().String()
	_ = l.Close()
	p, err := platform.New(platform.Options{GenerateKey: rsaKey})
	must(t, err)
	defer p.Close()
	c := connect(t, p, "http://"+address, 1)
	var e *Error
	if err := c.Call(t.Context(), "GetAccountInfo", nil, nil); !errors.As(err, &e) || !e.Unreached || e.Unclear {
		t.Errorf("%+v", err)
	}
}

// TestOnlySafeRequestsAreRepeated counts what arrives at the platform.
func TestOnlySafeRequestsAreRepeated(t *testing.T) {
	c := newCloud(t, platform.Options{}, 2)
	set := func() error {
		_, err := c.KeyValueStorage.SetKeyValueItem(t.Context(), SetKeyValueItemParams{Key: "1", Value: "v", ApplicationID: c.app})
		return err
	}
	get := func() error {
		_, err := c.KeyValueStorage.GetKeyValueItem(t.Context(), GetKeyValueItemParams{Key: "1", ApplicationID: c.app})
		return err
	}
	must(t, set())
	for _, tt := range []struct {
		name  string
		call  func() error
		fault platform.Fault
		fine  bool
	}{
		{"a read after a 502", get, platform.Fault{Status: 502, Count: 1}, true},
		{"a read after two", get, platform.Fault{Status: 502, Count: 2}, false},
		{"a write after a 502", set, platform.Fault{Status: 502, Count: 1}, false},
		{"a write that was limited", set, platform.Fault{Status: 429, Count: 1}, true},
		{"a write that was refused", set, platform.Fault{Code: 104, Count: 1}, false},
	} {
		must(t, c.SetFaults(tt.fault))
		if err := tt.call(); (err == nil) != tt.fine {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestTheTokenIsKeptAndRenewed(t *testing.T) {
	var tokens []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tokens = append(tokens, strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
		_, _ = w.Write([]byte(`{"result":1}`))
	}))
	defer server.Close()
	p, err := platform.New(platform.Options{GenerateKey: rsaKey})
	must(t, err)
	defer p.Close()
	key, err := p.CreateKey()
	must(t, err)
	now := time.Unix(1790000000, 0)
	c, err := New(Options{Credentials: Credentials(key), BaseURL: server.URL, Now: func() time.Time { return now }})
	must(t, err)
	defer c.Close()
	for _, step := range []time.Duration{0, time.Minute, 7 * time.Minute, time.Minute, -time.Hour} {
		now = now.Add(step)
		must(t, c.Call(t.Context(), "GetAccountInfo", url.Values{}, nil))
	}
	if tokens[0] != tokens[1] || tokens[1] != tokens[2] || tokens[2] == tokens[3] || tokens[3] == tokens[4] {
		t.Error("a token is kept for about nine minutes, and never into the past")
	}
	var header struct{ Alg, Kid string }
	var claims struct {
		Iss      json.Number
		Iat, Exp int64
	}
	parts := strings.Split(tokens[0], ".")
	for i, into := range []any{&header, &claims} {
		raw, err := base64.RawURLEncoding.DecodeString(parts[i])
		must(t, err)
		must(t, json.Unmarshal(raw, into))
		if i == 1 && strings.Contains(string(raw), `"iss":"`) {
			t.Error("iss is a text")
		}
	}
	if header.Alg != "RS256" || header.Kid != key.KeyID || claims.Iss.String() != fmt.Sprint(key.AccountID) ||
		claims.Iat != 1790000000-10 || claims.Exp-claims.Iat != 600 {
		t.Errorf("%+v %+v", header, claims)
	}
}

func TestCredentials(t *testing.T) {
	dir := t.TempDir()
	p, err := platform.New(platform.Options{GenerateKey: rsaKey})
	must(t, err)
	defer p.Close()
	key, err := p.CreateKey()
	must(t, err)
	good, err := json.Marshal(key)
	must(t, err)
	path := filepath.Join(dir, "key.json")
	for _, tt := range []struct{ content, want string }{
		{string(good), ""},
		{`{"result":` + string(good) + `}`, ""},
		{`hello SECRET`, "it is not JSON with the fields account_id (a number), key_id and private_key"},
		{`{"account_id":"SECRET"}`, "it is not JSON with the fields"},
		{`{}`, "it lacks account_id and key_id and private_key"},
		{`{"account_id":1,"key_id":"k"}`, "it lacks private_key"},
		{`{"account_id":1,"key_id":"k","private_key":"SECRET"}`, "the field private_key is not an RSA key in PEM form"},
	} {
		must(t, os.WriteFile(path, []byte(tt.content), 0o600))
		c, err := ReadCredentials(path)
		switch {
		case tt.want == "" && (err != nil || c != Credentials(key)):
			t.Errorf("%s: %v", tt.content[:20], err)
		case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "Service accounts")):
			t.Errorf("%q: %v; want %q", tt.content, err, tt.want)
		case err != nil && strings.Contains(err.Error(), "SECRET"):
			t.Errorf("the error shows what is in the file: %v", err)
		}
	}
	if _, err := ReadCredentials(filepath.Join(dir, "none.json")); err == nil || !strings.Contains(err.Error(), "none.json") {
		t.Errorf("no file: %v", err)
	}
	if text := fmt.Sprintf("%v %+v %#v", Credentials(key), Credentials(key), Credentials(key)); strings.Contains(text, "PRIVATE") {
		t.Errorf("printing shows the key: %s", text)
	}
}

func TestAWrongAddress(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<html>")) }))
	defer server.Close()
	p, err := platform.New(platform.Options{GenerateKey: rsaKey})
	must(t, err)
	defer p.Close()
	c := connect(t, p, server.URL, 1)
	defer c.Close()
	if err := c.Call(t.Context(), "GetAccountInfo", nil, nil); err == nil || err.Error() != "RF6104: GetAccountInfo: the answer is not JSON; is this the address of the Management API?" {
		t.Errorf("a web page: %v", err)
	}
	for _, address := range []string{"ftp://x", "api.voximplant.com", "https://user:SECRET@host/", "https://", ":"} {
		if _, err := New(Options{Credentials: c.credentials(t, p), BaseURL: address}); err == nil || !strings.Contains(err.Error(), "RF6106") || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// credentials is a fresh key of a platform.
func (c *Client) credentials(t *testing.T, p *platform.Platform) Credentials {
	t.Helper()
	key, err := p.CreateKey()
	must(t, err)
	return Credentials(key)
}

func TestNames(t *testing.T) {
	for code, want := range map[int]string{1: "FATAL_ERROR", 116: "INVALID_APPLICATION_ID", 584: "PHONE_IS_NOT_PERSONAL", 3: "UNKNOWN", 0: "UNKNOWN", 11: "UNKNOWN"} {
		if got := Name(code); got != want {
			t.Errorf("Name(%d) = %s, want %s", code, got, want)
		}
	}
}

// The addresses on the page of RF6106 can be used.
func TestTheExampleIsAnAddress(t *testing.T) {
	tried := 0
	for _, k := range Kinds() {
		for _, address := range strings.Split(k.Right, "\n") {
			if k.Code != codeAddress {
				continue
			}
			tried++
			if _, err := baseURL(address); err != nil {
				t.Errorf("%s: %v", address, err)
			}
		}
	}
	if tried < 2 {
		t.Errorf("%d addresses were tried", tried)
	}
}
