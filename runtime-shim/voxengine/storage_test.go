package voxengine_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// shelf is a storage that records what it is asked.
type shelf struct {
	items   map[string]voxengine.Item
	latency int64
	err     error
	asked   []string
}

func (s *shelf) reply(format string, args ...any) voxengine.Reply {
	s.asked = append(s.asked, fmt.Sprintf(format, args...))
	return voxengine.Reply{Latency: s.latency, Err: s.err}
}

func (s *shelf) Get(now int64, key string) (voxengine.Item, voxengine.Reply) {
	return s.items[key], s.reply("get %s at %d", key, now-start)
}

func (s *shelf) Put(now int64, key, value string, ttl int64) (voxengine.Item, voxengine.Reply) {
	item := voxengine.Item{Key: key, Value: value, ExpireAt: now/1000 + ttl, Found: true}
	s.items[key] = item
	return item, s.reply("put %s=%s for %d", key, value, ttl)
}

func (s *shelf) Remove(now int64, key string) (voxengine.Item, voxengine.Reply) {
	item := s.items[key]
	delete(s.items, key)
	return item, s.reply("remove %s", key)
}

func (s *shelf) Keys(now int64, namespace string, count int) ([]string, voxengine.Reply) {
	return []string{"a", "b"}, s.reply("keys %q %d", namespace, count)
}

const storing = `
	require(Modules.ApplicationStorage);
	const show = (p) => p.then(v => Logger.write(JSON.stringify(v)), e => Logger.write(e instanceof Error ? e.message : "not an Error"));
`

func TestStorage(t *testing.T) {
	s := &shelf{items: map[string]voxengine.Item{"12345": {Key: "12345", Value: "old", ExpireAt: 9, Found: true}}}
	p := open(t, voxengine.Options{Storage: s}, storing+`(async () => {
		await show(ApplicationStorage.get("12345"));
		await show(ApplicationStorage.get(54321));
		await show(ApplicationStorage.put("k", 5, 60));
		await show(ApplicationStorage.put("k", "v"));
		await show(ApplicationStorage.remove("k"));
		await show(ApplicationStorage.remove("k"));
		await show(ApplicationStorage.keys());
		await show(ApplicationStorage.keys("shop", 5000));
	})();`)
	p.Run()
	expire := func(ttl int64) string { return fmt.Sprint(int64(start)/1000 + ttl) }
	want := []string{
		`{"key":"12345","value":"old","expireAt":9}`, `null`,
		`{"key":"k","value":"5","expireAt":` + expire(60) + `}`,
		`{"key":"k","value":"v","expireAt":` + expire(facts.DefaultTTL) + `}`,
		`{"key":"k","value":"v","expireAt":0}`, `null`, `{"keys":["a","b"]}`, `{"keys":["a","b"]}`,
	}
	if got := p.lines(); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("logged\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	asked := `get 12345 at 0, get 54321 at 0, put k=5 for 60, put k=v for 2592000, remove k, remove k, keys "" 1000, keys "shop" 1000`
	if got := strings.Join(s.asked, ", "); got != asked {
		t.Errorf("asked %s\nwant  %s", got, asked)
	}
}

func TestStorageTakesTime(t *testing.T) {
	s := &shelf{items: map[string]voxengine.Item{}, latency: 150}
	p := open(t, voxengine.Options{Storage: s}, storing+`
		setTimeout(() => Logger.write("meanwhile"), 100);
		show(ApplicationStorage.get("a"));`)
	p.Run()
	p.want(`
		0.000 kv_get key="a" found=false ms=150
		0.100 timer id="1"
		0.100 log text="meanwhile"
		0.150 log text="null"
		60.000 terminating
		60.000 terminated`)
}

// TestStorageRefuses is what the platform would not take, and what fails.
func TestStorageRefuses(t *testing.T) {
	for call, want := range map[string]string{
		`ApplicationStorage.get("")`:                            `the key is empty`,
		`ApplicationStorage.get(undefined)`:                     `the key is empty`,
		`ApplicationStorage.get("x".repeat(201))`:               `the key has 201 characters, the platform takes 200`,
		`ApplicationStorage.put("k", "x".repeat(2001), 1)`:      `the value has 2001 characters, the platform stores 2000`,
		`ApplicationStorage.put("k", "v", 7776001)`:             `the time to live is 7776001 s, it can be 0 to 7776000`,
		`ApplicationStorage.put("k", "v", -1)`:                  `the time to live is -1 s, it can be 0 to 7776000`,
		`ApplicationStorage.put("", "x".repeat(2001), -1)`:      "the key is empty\nthe time to live is -1 s, it can be 0 to 7776000\nthe value has 2001 characters, the platform stores 2000",
		`ApplicationStorage.remove("x".repeat(201))`:            `the key has 201 characters, the platform takes 200`,
		`ApplicationStorage.put("x".repeat(200), "y", 7776000)`: `down`,
		`ApplicationStorage.get("a")`:                           `down`,
		`ApplicationStorage.remove("a")`:                        `down`,
		`ApplicationStorage.keys("a")`:                          `down`,
	} {
		s := &shelf{items: map[string]voxengine.Item{}, err: errors.New("down")}
		p := open(t, voxengine.Options{Storage: s}, storing+"show("+call+");")
		p.Run()
		if got := p.logged(); got != "ApplicationStorage: "+want {
			t.Errorf("%s: logged %q, want %q", call, got, want)
		}
		if refused := want != "down"; refused != (len(s.asked) == 0) {
			t.Errorf("%s: the storage was asked %v", call, s.asked)
		}
	}
	p := open(t, voxengine.Options{}, storing+`show(ApplicationStorage.get("a"));`)
	p.Run()
	if got := p.logged(); got != "ApplicationStorage: the session has no storage" {
		t.Errorf("without a storage logged %q", got)
	}
}

func TestPutWithoutLife(t *testing.T) {
	opts := with(facts.MissingTTL, "rejects")
	opts.Storage = &shelf{items: map[string]voxengine.Item{}}
	p := open(t, opts, storing+`show(ApplicationStorage.put("k", "v"));`)
	p.Run()
	if got := p.logged(); got != "ApplicationStorage: put needs a time to live in seconds" {
		t.Errorf("logged %q", got)
	}
}

func TestModules(t *testing.T) {
	for _, c := range []struct {
		script, want string
		opts         voxengine.Options
	}{
		{`Logger.write(typeof ApplicationStorage); require(Modules.ApplicationStorage); Logger.write(typeof ApplicationStorage);`, "undefined object", voxengine.Options{}},
		{`Logger.write(typeof ASREvents); require("asr"); Logger.write(ASREvents.Result);`, "undefined ASR.Result", voxengine.Options{}},
		{`Logger.write(typeof ApplicationStorage);`, "object", with(facts.MissingRequire, "available")},
		{`require(Modules.Player); require(Modules.ASR); require(undefined); Logger.write("fine");`, "fine", voxengine.Options{}},
		{`try { require(undefined); } catch (e) { Logger.write(e.message); } require(Modules.ASR); require("player");`, "require got undefined, which is no module", with(facts.UndefinedRequire, "throws")},
	} {
		p := open(t, c.opts, c.script)
		p.Run()
		if got := p.logged(); got != c.want || p.Err() != nil {
			t.Errorf("%s\nlogged %q, want %q, error %v", c.script, got, c.want, p.Err())
		}
	}
}
