package push

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/controlplane/voximplant"
	"github.com/ringflow/ringflow/runtime-shim/platform"
)

// TestTheCloudIsAStorage runs against the emulated platform, over HTTP.
func TestTheCloudIsAStorage(t *testing.T) {
	p, err := platform.New(platform.Options{GenerateKey: func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) }})
	check(t, err)
	defer p.Close()
	server := httptest.NewServer(p.Handler())
	defer server.Close()
	key, err := p.CreateKey("Owner")
	check(t, err)
	client, err := voximplant.New(voximplant.Options{Credentials: voximplant.Credentials(key), BaseURL: server.URL + "/platform_api", Tries: 1})
	check(t, err)
	defer client.Close()
	ctx, end := t.Context(), time.Now().Add(time.Hour)
	cloud := NewCloud(client, "masking")

	if err := cloud.Set(ctx, "1", "v", end); err == nil || !strings.Contains(err.Error(), "the account has no application masking; deploy it") {
		t.Errorf("without an application: %v", err)
	}
	addApplication(t, client)
	check(t, cloud.Set(ctx, "1", "v", end))
	if v, found, err := cloud.Get(ctx, "1"); v != "v" || !found || err != nil {
		t.Errorf("Get = %q, %v, %v", v, found, err)
	}
	item, _, err := client.KeyValueStorage.Find(ctx, cloud.id, "1")
	if err != nil || item.ExpiresAt != end.Unix() {
		t.Errorf("it expires at %d, %v; want %d", item.ExpiresAt, err, end.Unix())
	}
	for range 2 { // the second time there is nothing to remove
		check(t, cloud.Delete(ctx, "1"))
	}
	if _, found, err := cloud.Get(ctx, "1"); found || err != nil {
		t.Errorf("after Delete: %v, %v", found, err)
	}
	for _, tt := range []struct {
		fault platform.Fault
		want  error
	}{
		{platform.Fault{Status: 502}, ErrUnclear},
		{platform.Fault{Drop: true}, ErrUnclear},
		{platform.Fault{Code: 2}, ErrUnclear},
		{platform.Fault{Status: 429}, ErrLimited},
		{platform.Fault{Code: 340}, ErrLimited},
	} {
		tt.fault.Count = 1
		check(t, p.SetFaults(tt.fault))
		if err := cloud.Set(ctx, "1", "v", end); !errors.Is(err, tt.want) {
			t.Errorf("%+v: %v", tt.fault, err)
		}
	}
	check(t, p.SetFaults(platform.Fault{Method: "DelKeyValueItem", Code: 496, Count: 2}))
	check(t, cloud.Delete(ctx, "absent")) // refused, and seen to be gone
	check(t, cloud.Set(ctx, "1", "v", end))
	if err := cloud.Delete(ctx, "1"); err == nil || errors.Is(err, ErrUnclear) {
		t.Errorf("a refused Delete of a key that stays: %v", err)
	}

	check(t, client.Applications.DelApplication(ctx, voximplant.DelApplicationParams{ApplicationID: []int64{cloud.id}}))
	addApplication(t, client)
	if err := cloud.Set(ctx, "1", "v", end); !voximplant.HasCode(err, 116, 558) {
		t.Errorf("the application was made anew: %v", err)
	}
	check(t, cloud.Set(ctx, "1", "v", end)) // found under its new id
}

func addApplication(t *testing.T, c *voximplant.Client) {
	t.Helper()
	_, err := c.Applications.AddApplication(context.WithoutCancel(t.Context()), voximplant.AddApplicationParams{ApplicationName: "masking"})
	check(t, err)
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
