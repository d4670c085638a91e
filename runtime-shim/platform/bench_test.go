package platform_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// BenchmarkSetKeyValueItem is the request that a control plane makes for each
// order, over loopback connections, on a file.
func BenchmarkSetKeyValueItem(b *testing.B) {
	w, token := benchWorld(b)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			send(b, w, token, "SetKeyValueItem", "application_name=demo&key=00123&value=%7B%7D")
		}
	})
}

// BenchmarkCall is a whole call in no time: routing, session, storage, trace kept.
func BenchmarkCall(b *testing.B) {
	w, token := benchWorld(b)
	for _, c := range [][2]string{
		{"AddRule", "application_name=demo&rule_name=all&rule_pattern=.*"},
		{"AddScenario", "scenario_name=s&rule_name=all&scenario_script=VoxEngine.addEventListener(AppEvents.CallAlerting,VoxEngine.terminate)"},
		{"BindPhoneNumberToApplication", "phone_id=40001&application_name=demo"},
	} {
		send(b, w, token, c[0], c[1])
	}
	b.ResetTimer()
	for b.Loop() {
		s, err := w.Call(phone.Story{To: platform.FirstNumber, Lenient: true})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Wait(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func benchWorld(b *testing.B) (*world, string) {
	p, err := platform.New(platform.Options{Dir: b.TempDir(), GenerateKey: rsaKey, Pace: platform.Jump})
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewServer(p.Handler())
	transport := &http.Transport{MaxIdleConnsPerHost: 64}
	b.Cleanup(func() {
		transport.CloseIdleConnections()
		server.Close()
		_ = p.Close()
	})
	w := &world{Platform: p, url: server.URL, client: &http.Client{Transport: transport}}
	key, err := p.CreateKey(platform.Owner)
	if err != nil {
		b.Fatal(err)
	}
	private, err := rsaKey()
	if err != nil {
		b.Fatal(err)
	}
	now := time.Now().Unix()
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"iss": p.AccountID(), "iat": now, "exp": now + 3600})
	token.Header["kid"] = key.KeyID
	text, err := token.SignedString(private)
	if err != nil {
		b.Fatal(err)
	}
	send(b, w, text, "AddApplication", "application_name=demo")
	return w, text
}

func send(b *testing.B, w *world, token, method, fields string) {
	r, err := http.NewRequest(http.MethodPost, w.url+"/platform_api/"+method, strings.NewReader(fields))
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Content-Type", form)
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := w.client.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil || !strings.HasPrefix(string(text), `{"result"`) {
		b.Fatalf("%s: %v %s", method, err, text)
	}
}
