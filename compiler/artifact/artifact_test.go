package artifact

import (
	"errors"
	"strings"
	"testing"
)

func sample() *Artifact {
	body := []byte("function (bound) {\n  return bound;\n});\n")
	return &Artifact{Body: body, Manifest: Manifest{
		Flow: "demo", Release: Release(body),
		Config: []Setting{
			{Name: "number", Type: "phone"}, {Name: "wait", Type: "duration"},
			{Name: "hook", Type: "url"}, {Name: "key", Type: "secret"}, {Name: "greeting", Type: "text"},
		},
	}}
}

func TestBindKeepsTheBodyAndWritesOneLine(t *testing.T) {
	a := sample()
	script, err := a.Bind(Values{"number": "+1 (000) 000-0000", "wait": "1.5s", "hook": "https://example.com/x", "greeting": "Grüße \U0001F600\u2028*/"},
		Header{Project: "masking", Env: "prod", Commit: "abc"})
	if err != nil {
		t.Fatal(err)
	}
	want := `(function (run) { run({"release":"` + a.Manifest.Release + `","config":{"greeting":"Gr\u00fc\u00dfe \ud83d\ude00\u2028*/","hook":"https://example.com/x","number":"10000000000","wait":1500}}); })(`
	if got := strings.Split(string(script), "\n")[1]; got != want {
		t.Errorf("second line:\n got %s\nwant %s", got, want)
	}
	h, body, ok := Split(script)
	if !ok || Release(body) != a.Manifest.Release || h.Project != "masking" || h.Commit != "abc" || h.Flow != "demo" {
		t.Errorf("Split = %+v, %v", h, ok)
	}
	if _, _, ok := Split(a.Script()); !ok {
		t.Error("an unbound script is not recognised")
	}
}

func TestBindListsAllProblemsWithoutTheirValues(t *testing.T) {
	_, err := sample().Bind(Values{"number": "9911223344556677", "wait": "soon", "key": "s3cret", "colour": "red"}, Header{})
	var be *BindError
	if !errors.As(err, &be) {
		t.Fatalf("err = %v", err)
	}
	var got []string
	for _, p := range be.Problems {
		got = append(got, p.String())
	}
	want := []string{
		"config number: the value is not a phone number: 5 to 15 digits, with or without +",
		"config wait: the value is not a duration such as 1.5s, 30s or 2m",
		"config hook: no value was given; wanted an http or https address",
		"config key: the value is not a secret, which is set on the platform and not in the values",
		"config greeting: no value was given; wanted text",
		"config colour: the flow declares no such setting (known: number, wait, hook, key, greeting)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, secret := range []string{"9911223344556677", "s3cret"} {
		if strings.Contains(err.Error(), secret) {
			t.Errorf("the message shows a value: %s", err)
		}
	}
}

func TestSplitRefusesOtherTexts(t *testing.T) {
	for _, text := range []string{"", "a\nb\nc", "// ringflow {\"v\":1}\nx\ny", "// ringflow oops\n(function (run) { run({}); })(\ny"} {
		if _, _, ok := Split([]byte(text)); ok {
			t.Errorf("Split accepted %q", text)
		}
	}
}
