package webhook

import (
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"pgregory.net/rapid"

	"github.com/ringflow/ringflow/controlplane"
)

var (
	noon   = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	fields = []string{"order_number", "order_search", "phone_search", "sub_status", "sub_available", "need_operator", "call_operator", "call_record"}
)

const (
	eight = `"order_number":"12345","order_search":"Order is found","phone_search":"Phone number is found","sub_status":"Courier",` +
		`"sub_available":"Yes","need_operator":"","call_operator":"","call_record":"https://example.com/r"`
	object = `{"v":1,"session":"S1","flow":"kvs-scenario","release":"abc","order_generation":7,"started_at":1772366390123,"ended_at":1772366399456,` +
		`"ended_by":"caller","path":["main/gather.order_number got"],"legs":[{"role":"client","outcome":"busy","code":486,"ringing_ms":1200,"talk_ms":0},` +
		`{"role":"operator","outcome":"ended","code":null,"ringing_ms":1,"talk_ms":2}]}`
	whole = `{` + eight + `,"ringflow":` + object + `}`
)

// request is a signed call result that can be spoiled.
type request struct {
	header http.Header
	body   []byte
}

func signed(s Secret, id string, at time.Time, body string) request {
	r := request{http.Header{"Content-Type": {"application/json"}}, []byte(body)}
	s.Sign(r.header, id, at, r.body)
	return r
}

func reader(secrets ...Secret) *Reader {
	return &Reader{Verifier{secrets, func() time.Time { return noon }}, fields}
}

func TestBothPlacesOfTheObjectMeanTheSame(t *testing.T) {
	s := NewSecret()
	inside := signed(s, "S1-1", noon, whole)
	outside := signed(s, "S1-1", noon, "{"+eight+"}")
	outside.header.Set("Ringflow-Call", object)
	a, err := reader(s).Read(inside.header, inside.body)
	if err != nil {
		t.Fatal(err)
	}
	b, err := reader(s).Read(outside.header, outside.body)
	if err != nil || !reflect.DeepEqual(a.Facts, b.Facts) || !reflect.DeepEqual(a.Fields, b.Fields) {
		t.Errorf("%v\n in the body %+v\nin the header %+v", err, a, b)
	}
	if a.ID != "S1-1" || a.Number != "12345" || len(a.Fields) != 8 || a.Field("call_record") != "https://example.com/r" || !a.ReceivedAt.Equal(noon) {
		t.Errorf("%+v", a)
	}
	want := controlplane.Facts{
		Session: "S1", Flow: "kvs-scenario", Release: "abc", OrderGeneration: 7, EndedBy: "caller",
		StartedAt: time.UnixMilli(1772366390123).UTC(), EndedAt: time.UnixMilli(1772366399456).UTC(), Path: []string{"main/gather.order_number got"},
		Legs: []controlplane.Leg{{Role: "client", Outcome: "busy", Code: 486, RingingMS: 1200}, {Role: "operator", Outcome: "ended", RingingMS: 1, TalkMS: 2}},
	}
	if !reflect.DeepEqual(a.Facts, want) {
		t.Errorf("\n got %+v\nwant %+v", a.Facts, want)
	}
}

func TestTheEightAloneAreEnough(t *testing.T) {
	s := NewSecret()
	r := signed(s, "S1-1", noon, "{"+eight+"}")
	c, err := reader(s).Read(r.header, r.body)
	if err != nil || !reflect.DeepEqual(c.Facts, controlplane.Facts{}) {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestForged is the table of requests that must not be believed.
func TestForged(t *testing.T) {
	ours, old, foreign := NewSecret(), NewSecret(), NewSecret()
	set := func(name, value string) func(*request) { return func(r *request) { r.header.Set(name, value) } }
	del := func(name string) func(*request) { return func(r *request) { r.header.Del(name) } }
	again := func(s Secret, at time.Time, body string) func(*request) {
		return func(r *request) { *r = signed(s, "S1-1", at, body) }
	}
	withObject := func(text string) func(*request) {
		return func(r *request) { *r = signed(ours, "S1-1", noon, "{"+eight+"}"); r.header.Set("Ringflow-Call", text) }
	}
	for _, tt := range []struct {
		name  string
		spoil func(*request)
		want  controlplane.Code
	}{
		{"the good one", func(*request) {}, ""},
		{"the other live secret", again(old, noon, whole), ""},
		{"300 s old", again(ours, noon.Add(-300*time.Second), whole), ""},
		{"300 s early", again(ours, noon.Add(300*time.Second), whole), ""},
		{"charset in the content type", set("Content-Type", "application/json; charset=utf-8"), ""},
		{"one of several signatures", func(r *request) { r.header.Set(headerSignature, "v2,x v1,AAAA "+r.header.Get(headerSignature)) }, ""},

		{"wrong secret", again(foreign, noon, whole), controlplane.CodeSignature},
		{"301 s old", again(ours, noon.Add(-301*time.Second), whole), controlplane.CodeSignatureTime},
		{"from the future", again(ours, noon.Add(301*time.Second), whole), controlplane.CodeSignatureTime},
		{"time of the far past", set(headerTimestamp, "-9223372036854775808"), controlplane.CodeSignatureTime},
		{"time without a number", set(headerTimestamp, "now"), controlplane.CodeSignatureTime},
		{"time with a fraction", set(headerTimestamp, "1772366400.5"), controlplane.CodeSignatureTime},
		{"time moved", set(headerTimestamp, strconv.FormatInt(noon.Unix()+1, 10)), controlplane.CodeSignature},
		{"time written another way", set(headerTimestamp, "+"+strconv.FormatInt(noon.Unix(), 10)), controlplane.CodeSignature},
		{"no id", del(headerID), controlplane.CodeSignatureHeader},
		{"no time", del(headerTimestamp), controlplane.CodeSignatureHeader},
		{"no signature", del(headerSignature), controlplane.CodeSignatureHeader},
		{"blank signature", set(headerSignature, "  "), controlplane.CodeSignatureHeader},
		{"another id", set(headerID, "S1-2"), controlplane.CodeSignature},
		{"an id with a dot moved into the time", set(headerID, "S1-1."+strconv.FormatInt(noon.Unix(), 10)), controlplane.CodeSignature},
		{"an id that breaks lines", set(headerID, "S1-1\r\nX: y"), controlplane.CodeReportID},
		{"an id without end", set(headerID, strings.Repeat("a", 201)), controlplane.CodeReportID},
		{"another version", func(r *request) { r.header.Set(headerSignature, "v2"+r.header.Get(headerSignature)[2:]) }, controlplane.CodeSignature},
		{"no version", func(r *request) { r.header.Set(headerSignature, r.header.Get(headerSignature)[3:]) }, controlplane.CodeSignature},
		{"an empty signature", set(headerSignature, "v1,"), controlplane.CodeSignature},
		{"not base64", set(headerSignature, "v1,***"), controlplane.CodeSignature},
		{"hex instead of base64", set(headerSignature, "v1,"+strings.Repeat("ab", 32)), controlplane.CodeSignature},
		{"half a signature", func(r *request) { s := r.header.Get(headerSignature); r.header.Set(headerSignature, s[:len(s)/2]) }, controlplane.CodeSignature},
		{"the right one behind too many", func(r *request) {
			r.header.Set(headerSignature, strings.Repeat("v1,AAAA ", 8)+r.header.Get(headerSignature))
		}, controlplane.CodeSignature},
		{"another body", func(r *request) { r.body = []byte(strings.Replace(whole, "12345", "54321", 1)) }, controlplane.CodeSignature},
		{"a blank more", func(r *request) { r.body = append(r.body, ' ') }, controlplane.CodeSignature},
		{"no body", func(r *request) { r.body = nil }, controlplane.CodeSignature},

		{"no content type", del("Content-Type"), controlplane.CodeContentType},
		{"another content type", set("Content-Type", "text/plain"), controlplane.CodeContentType},
		{"a form", set("Content-Type", "application/x-www-form-urlencoded"), controlplane.CodeContentType},
		{"signed, not JSON", again(ours, noon, "hello"), controlplane.CodeNotJSON},
		{"signed, empty", again(ours, noon, ""), controlplane.CodeNotJSON},
		{"signed, a list", again(ours, noon, "["+whole+"]"), controlplane.CodeNotJSON},
		{"signed, two objects", again(ours, noon, whole+whole), controlplane.CodeNotJSON},
		{"signed, an unknown field", again(ours, noon, `{`+eight+`,"x":"y"}`), controlplane.CodeFields},
		{"signed, a field twice", again(ours, noon, `{`+eight+`,"order_number":"1"}`), controlplane.CodeFields},
		{"signed, seven fields", again(ours, noon, `{`+strings.Replace(eight, `"sub_status":"Courier",`, "", 1)+`}`), controlplane.CodeFields},
		{"signed, a number for a text", again(ours, noon, `{`+strings.Replace(eight, `"12345"`, "12345", 1)+`}`), controlplane.CodeFields},
		{"signed, null for a text", again(ours, noon, `{`+strings.Replace(eight, `"12345"`, "null", 1)+`}`), controlplane.CodeFields},
		{"signed, a text without end", again(ours, noon, `{`+strings.Replace(eight, "12345", strings.Repeat("1", 2001), 1)+`}`), controlplane.CodeFields},
		{"signed, another session", again(ours, noon, strings.Replace(whole, `"S1"`, `"S2"`, 1)), controlplane.CodeFields},
		{"signed, an unknown version", again(ours, noon, strings.Replace(whole, `"v":1`, `"v":2`, 1)), controlplane.CodeFields},
		{"signed, an unknown field inside", again(ours, noon, strings.Replace(whole, `"v":1`, `"v":1,"phone":"12222222222"`, 1)), controlplane.CodeFields},
		{"signed, an unknown field of a leg", again(ours, noon, strings.Replace(whole, `"role":"client"`, `"role":"client","number":"12222222222"`, 1)), controlplane.CodeFields},
		{"signed, the object a text", again(ours, noon, `{`+eight+`,"ringflow":"x"}`), controlplane.CodeFields},
		{"a header that is not JSON", withObject("x"), controlplane.CodeNotJSON},
		{"a header of another session", withObject(strings.Replace(object, `"S1"`, `"S2"`, 1)), controlplane.CodeFields},
		{"a header with more than the object", withObject(strings.Replace(object, `"v":1`, `"v":1,"x":1`, 1)), controlplane.CodeFields},
	} {
		r := signed(ours, "S1-1", noon, whole)
		tt.spoil(&r)
		_, err := reader(ours, old).Read(r.header, r.body)
		var p *controlplane.Problem
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want != "" && (!errors.As(err, &p) || p.Code != tt.want):
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		case err != nil && strings.Contains(err.Error(), "12222222222"):
			t.Errorf("%s: the problem shows what was sent: %v", tt.name, err)
		}
	}
}

// TestTheLibraryAgrees signs with either side and checks with the other.
func TestTheLibraryAgrees(t *testing.T) {
	s := NewSecret()
	theirs, err := standardwebhooks.NewWebhook(s.Text())
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	r := signed(s, "S1-1", now, whole)
	if err := theirs.Verify(r.body, r.header); err != nil {
		t.Errorf("the library refuses our signature: %v", err)
	}
	signature, err := theirs.Sign("S1-2", now, r.body)
	if err != nil {
		t.Fatal(err)
	}
	r.header.Set("webhook-id", "S1-2")
	r.header.Set("webhook-signature", signature)
	v := Verifier{[]Secret{s}, time.Now}
	if id, err := v.Verify(r.header, r.body); err != nil || id != "S1-2" {
		t.Errorf("we refuse the library's signature: %q, %v", id, err)
	}
	r.header.Set("webhook-signature", signature[:len(signature)-6]+"AAAAA=")
	if theirs.Verify(r.body, r.header) == nil {
		t.Error("the library accepts anything")
	}
}

func TestNoOtherSecretMatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := NewSecret(), NewSecret()
		i, bit := rapid.IntRange(0, keyLength-1).Draw(t, "i"), rapid.IntRange(0, 6).Draw(t, "bit")
		b.key = a.key
		b.key[i] ^= 1 << bit
		r := signed(a, "x-1", noon, rapid.String().Draw(t, "body"))
		if _, err := reader(b).Verify(r.header, r.body); err == nil {
			t.Fatalf("a key that differs in one bit matches")
		}
	})
}

func TestSecretsAreReadAndHidden(t *testing.T) {
	s := NewSecret()
	if got, err := ParseSecret(" " + s.Text() + "\n"); err != nil || got != s || len(s.Key()) != 32 {
		t.Errorf("ParseSecret = %v, %v", got, err)
	}
	list, err := ParseSecrets(s.Text() + ", " + NewSecret().Text())
	if err != nil || len(list) != 2 || list[0] != s {
		t.Errorf("ParseSecrets = %v, %v", list, err)
	}
	for _, text := range []string{"", "whsec_", s.Text()[6:], "whsec_" + strings.Repeat("A", 44), "whsec_QUFB", s.Text() + "," + s.Text() + "," + s.Text(), s.Key()} {
		if _, err := ParseSecrets(text); err == nil || strings.Contains(err.Error(), s.Key()) || text != "" && strings.Contains(err.Error(), s.Text()[6:]) {
			t.Errorf("ParseSecrets(%q): %v", text, err)
		}
	}
	if text := fmt.Sprintf("%v %+v %#v %s", s, s, s, struct{ S Secret }{s}); strings.Contains(text, s.Key()) || strings.Contains(text, s.Text()) {
		t.Errorf("printing shows the secret: %s", text)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("S1-1", whole, object)
	f.Add("S1-1", "{"+eight+"}", `{"v":1}`)
	s := NewSecret()
	f.Fuzz(func(t *testing.T, id, body, object string) {
		r := signed(s, id, noon, body)
		r.header.Set("Ringflow-Call", object)
		_, err := reader(s).Read(r.header, r.body)
		var p *controlplane.Problem
		if err != nil && !errors.As(err, &p) {
			t.Fatalf("not a problem: %v", err)
		}
	})
}

// The signature on the page of RF7030 is one.
func TestTheExampleIsSigned(t *testing.T) {
	example := map[string]string{}
	for _, line := range strings.Split(controlplane.CodeSignature.Kind().Right, "\n") {
		name, value, _ := strings.Cut(line, " ")
		example[name] = strings.TrimSpace(value)
	}
	secret, err := ParseSecret(example["secret"])
	if err != nil {
		t.Fatal(err)
	}
	seconds, err := strconv.ParseInt(example["webhook-timestamp"], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	r := signed(secret, example["webhook-id"], time.Unix(seconds, 0), example["body"])
	if got := r.header.Get(headerSignature); got != example["webhook-signature"] {
		t.Errorf("signature %s, the page has %s", got, example["webhook-signature"])
	}
}

func TestAFlowThatDialledFirst(t *testing.T) {
	s := NewSecret()
	r := signed(s, "S1-1", noon, strings.Replace(whole, `"flow":`, `"starts":"api","flow":`, 1))
	got, err := reader(s).Read(r.header, r.body)
	if err != nil || got.Facts.Starts != "api" {
		t.Errorf("%q %v", got.Facts.Starts, err)
	}
}
