package order

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/controlplane"
)

func manifest(change func(*artifact.Store)) artifact.Manifest {
	s := artifact.Store{
		Name: "orders", Key: artifact.KeyRule{Min: 1, Max: 5, Chars: "0123456789"}, Value: 1,
		Fields: []artifact.StoreField{
			{Name: "courier", Type: "phone", Private: true}, {Name: "client", Type: "phone", Private: true}, {Name: "note", Type: "text", Optional: true},
		},
	}
	if change != nil {
		change(&s)
	}
	return artifact.Manifest{Flow: "kvs-scenario", Stores: []artifact.Store{s}, Result: []string{"a", "b"}}
}

func TestAnOrderThatTheFlowCouldNeverLookUpIsRefused(t *testing.T) {
	digits, err := NewContract(manifest(nil))
	if err != nil {
		t.Fatal(err)
	}
	exact, err := NewContract(manifest(func(s *artifact.Store) {
		s.Key, s.Prefix, s.Suffix = artifact.KeyRule{Min: 3, Max: 3, Chars: "01AB"}, "order:", ":x"
	}))
	if err != nil {
		t.Fatal(err)
	}
	long, err := NewContract(manifest(func(s *artifact.Store) { s.Key.Max, s.Prefix = 200, "order:" }))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		contract     Contract
		number, want string
	}{
		{digits, "00123", ""},
		{digits, "1", ""},
		{digits, "", "1 to 5 digits: that is what flow kvs-scenario can look up"},
		{digits, "123456", "1 to 5 digits: that is what flow kvs-scenario can look up"},
		{digits, "12*45", "1 to 5 digits: that is what flow kvs-scenario can look up"},
		{digits, "١٢٣", "1 to 5 digits: that is what flow kvs-scenario can look up"},
		{exact, "A0B", ""},
		{exact, "A0", `exactly 3 characters of "01AB": that is what flow kvs-scenario can look up`},
		{long, strings.Repeat("1", 194), ""},
		{long, strings.Repeat("1", 195), "at most 200 characters together with the flow's key"},
		{Contract{}, "Заказ-1;a#+", ""},
		{Contract{}, "a b", "1 to 200 characters of the platform's key alphabet (a-z, A-Z, 0-9, Cyrillic letters and _-:;.#+)"},
		{Contract{}, strings.Repeat("1", 201), "1 to 200 characters of the platform's key alphabet (a-z, A-Z, 0-9, Cyrillic letters and _-:;.#+)"},
	} {
		got := ""
		if err := tt.contract.CheckNumber(tt.number); err != nil {
			var p *controlplane.Problem
			if !errors.As(err, &p) || p.Code != controlplane.CodeNumber {
				t.Fatalf("%v", err)
			}
			got = p.Fields[0].Want
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.number, got, tt.want)
		}
	}
	if got := exact.Key("A0B") + " " + (Contract{}).Key("1"); got != "order:A0B:x 1" {
		t.Errorf("keys %s", got)
	}
	if len((Contract{}).ResultFields()) != 8 || strings.Join(digits.ResultFields(), " ") != "a b" {
		t.Error("result fields are wrong")
	}
}

func TestAFlowThatCannotReadOrdersIsRefused(t *testing.T) {
	for _, tt := range []struct {
		change func(*artifact.Store)
		want   string
	}{
		{func(s *artifact.Store) { s.Fields = s.Fields[:1] }, "store orders: wanted the fields courier and client"},
		{func(s *artifact.Store) { s.Fields[2].Optional = false }, "store orders: the field note is required and no order has it"},
		{func(s *artifact.Store) { s.Fields[0].Type = "text" }, "store orders: the field courier is of type text, wanted phone"},
		{func(s *artifact.Store) { s.Value = 2 }, "store orders: it reads version 2 of the stored value, orders are written in version 1"},
	} {
		if _, err := NewContract(manifest(tt.change)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v, want %q", err, tt.want)
		}
	}
	m := manifest(nil)
	m.Stores = append(m.Stores, m.Stores[0])
	if _, err := NewContract(m); err == nil || !strings.Contains(err.Error(), "2 stores with a courier and a client") {
		t.Errorf("two stores: %v", err)
	}
	if _, err := NewContract(artifact.Manifest{Flow: "f"}); err == nil || !strings.Contains(err.Error(), "no store at all") {
		t.Errorf("no store: %v", err)
	}
}

func TestReadContract(t *testing.T) {
	index := func(list ...artifact.Manifest) []byte {
		for i := range list {
			list[i].Version = artifact.ManifestVersion
		}
		raw, err := json.Marshal(artifact.Index{Flows: list})
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	other := manifest(nil)
	other.Flow = "other"
	for _, tt := range []struct {
		raw  []byte
		want string
	}{
		{index(artifact.Manifest{Flow: "hello"}, manifest(nil)), "flow kvs-scenario, order numbers of 1 to 5 digits"},
		{index(manifest(nil), other), "flows kvs-scenario and other could both be fed with orders; build the one that is meant alone"},
		{index(artifact.Manifest{Flow: "hello"}), "flow hello has no store at all; wanted one with the fields courier and client"},
		{[]byte("{}"), "wanted the manifest.json of a build, with at least one flow in it"},
		{[]byte("hello"), "wanted the manifest.json of a build, with at least one flow in it"},
		{[]byte(`{"flows":[{"manifest":9,"flow":"f"}]}`), "flow f: the manifest has version 9, wanted 1; build it again"},
	} {
		c, err := ReadContract(tt.raw)
		got := c.String()
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%.40s: %q, want %q", tt.raw, got, tt.want)
		}
	}
}
