package voxengine_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestValues evaluates expressions; what they give is compared as JSON.
func TestValues(t *testing.T) {
	for expression, want := range map[string]string{
		`base64_encode("hä")`:                         `"aMOk"`,
		`base64_encode([0, 255])`:                     `"AP8="`,
		`base64_decode("AP8=")`:                       `[0,255]`,
		`str2bytes("hä")`:                             `[104,195,164]`,
		`str2bytes("hä", "utf-8")`:                    `[104,195,164]`,
		`str2bytes("hä", "iso-8859-1")`:               `[104,228]`,
		`bytes2str([104, 195, 164])`:                  `"hä"`,
		`bytes2str([104, 228], "latin1")`:             `"hä"`,
		`bytes2str([255])`:                            `"�"`,
		`hex2bytes("00fF")`:                           `[0,255]`,
		`bytes2hex([0, 255])`:                         `"00ff"`,
		`bytes2hex([0, 255], true)`:                   `"00FF"`,
		`base64_encode(hex2bytes(Crypto.sha256("")))`: `"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="`,
		`levenshtein_distance("kitten", "sitting")`:   `3`,
		`getLocalTime("Europe/Berlin", new Date(0))`:  `"1970-01-01T01:00:00.000Z"`,
		`/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuidgen()) && uuidgen() !== uuidgen()`: `true`,
		`Crypto.md5("abc")`:       `"900150983cd24fb0d6963f7d28e17f72"`,
		`Crypto.md5(["a", "bc"])`: `"900150983cd24fb0d6963f7d28e17f72"`,
		`Crypto.sha1("abc")`:      `"a9993e364706816aba3e25717850c26c9cd0d89d"`,
		`Crypto.sha256("abc")`:    `"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"`,
		`Crypto.hmac_sha256("key", "The quick brown fox jumps over the lazy dog")`: `"f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"`,
		`AppEvents.Started`:               `"Application.Started"`,
		`CallEvents.ToneReceived`:         `"Call.ToneReceived"`,
		`Object.keys(CallEvents).length`:  `40`,
		`DTMFType.SIP_INFO`:               `3`,
		`RecordExpireTime.ONEYEAR`:        `"-1y"`,
		`AMD.Events.DetectionComplete`:    `"AMD.Events.DetectionComplete"`,
		`AppEvents.Nothing === undefined`: `true`,
		`[typeof fetch, typeof window, typeof Buffer, typeof process, typeof URL, typeof setImmediate]`: `["undefined","undefined","undefined","undefined","undefined","undefined"]`,
		`typeof VoiceList.Google.en_US_Neural2_C`:                                                       `"object"`,
		`VoiceList.Google.en_US_Neural2_C === VoiceList.Google.en_US_Neural2_C`:                         `true`,
		`VoiceList.Google.en_US_Neural2_Z === undefined`:                                                `true`,
		`"" + VoxEngine.terminate`:                                                                      `"function terminate() { [native code] }"`,
		`VoxEngine.terminate.name`:                                                                      `"terminate"`,
		`VoxEngine.terminate === VoxEngine.terminate`:                                                   `true`,
		`(VoxEngine.mine = 5, VoxEngine.mine)`:                                                          `5`,
		`(delete VoxEngine.mine, VoxEngine.mine === undefined)`:                                         `true`,
		`"callPSTN" in VoxEngine && "callUser" in VoxEngine && !("callNobody" in VoxEngine)`:            `true`,
		`Object.keys(Logger)`:                                                                           `["hideTones","write"]`,
		`(() => { let Logger = 5; return Logger; })()`:                                                  `5`,
		`new Date().toISOString()`:                                                                      `"2026-04-12T12:00:00.000Z"`,
		`Date.now() % 1000`:                                                                             `0`,
		`"ab".repeat(3) + "x".padStart(3) + "x".padEnd(2, "-")`:                                         `"ababab  xx-"`,
		`String.prototype.repeat.call(12, 2)`:                                                           `"1212"`,
	} {
		logs(t, want, `Logger.write(JSON.stringify(`+expression+`));`)
	}
}

// TestValuesRefused are calls whose arguments make no sense.
func TestValuesRefused(t *testing.T) {
	for call, want := range map[string]string{
		`base64_decode("*")`:               `base64_decode: the text is not base64`,
		`getLocalTime("Moon", new Date())`: `getLocalTime: "Moon" is no time zone of the IANA database, such as Europe/Berlin`,
		`getLocalTime("UTC", 5)`:           `getLocalTime needs a Date, it got a number`,
		`hex2bytes("0")`:                   `hex2bytes: the text is not pairs of hexadecimal digits`,
		`str2bytes("a", "utf-7")`:          `str2bytes: the encoding "utf-7" is not emulated, utf-8 and iso-8859-1 are`,
		`bytes2hex({ length: 1e9 })`:       `bytes2hex: 1000000000 bytes are more than a string can hold`,
	} {
		logs(t, want, `try { `+call+` } catch (e) { Logger.write(e.message); }`)
	}
}

func TestNumbers(t *testing.T) {
	for call, want := range map[string]string{
		`PhoneNumber.getInfo("+1 650 253 0000")`:          `{"numberType":"FIXED_LINE_OR_MOBILE","region":"US","location":"","isPossibleNumber":true,"isValidNumber":true,"isValidNumberForRegion":false,"number":"+16502530000"}`,
		`PhoneNumber.getInfo("030 123456", "de").number`:  `"+4930123456"`,
		`PhoneNumber.getInfo("12345").error`:              `"INVALID_COUNTRY_CODE"`,
		`PhoneNumber.getInfo("hello", "US").error`:        `"NOT_A_NUMBER"`,
		`PhoneNumber.getInfo("1", "US").error`:            `"NOT_A_NUMBER"`,
		`PhoneNumber.getInfo("+49 1").error`:              `"TOO_SHORT_NSN"`,
		`PhoneNumber.getInfo("0".repeat(40), "DE").error`: `"TOO_LONG_NSN"`,
	} {
		logs(t, want, `Logger.write(JSON.stringify(`+call+`));`)
	}
}

// TestRandomIsSeeded repeats a session with its seed, and not with another.
func TestRandomIsSeeded(t *testing.T) {
	script := `Logger.write(Math.random() + " " + uuidgen());`
	draw := func(seed uint64) string {
		p := open(t, voxengine.Options{Seed: seed}, script)
		p.Run()
		return p.logged()
	}
	once, again, other := draw(1), draw(1), draw(2)
	if once != again || once == other {
		t.Errorf("seeds 1, 1, 2 give %s, %s, %s", once, again, other)
	}
}

func TestTimers(t *testing.T) {
	p := open(t, voxengine.Options{}, `
		const at = what => () => Logger.write(what + " " + (Date.now() - 1775995200000));
		setTimeout(at("b"), 20); setTimeout(at("a"), 10); setTimeout(at("c"), 20); setTimeout(at("now")); setTimeout(at("text"), "30");
		setTimeout(at("negative"), -5); setTimeout(at("none"), NaN);
		clearTimeout(setTimeout(at("never"), 5)); clearTimeout(undefined); clearTimeout(999); clearInterval("x");
		let n = 0; const id = setInterval(() => { at("tick")(); if (++n === 3) clearInterval(id); }, 1);
		setTimeout((...args) => Logger.write(String(args.length)), 40, "given");
		Logger.write(typeof id + (id > 0));`)
	p.Run()
	want := "numbertrue now 0 negative 0 none 0 a 10 b 20 c 20 text 30 0 tick 100 tick 200 tick 300"
	if got := p.logged(); got != want {
		t.Errorf("logged %q\nwant   %q", got, want)
	}
}

// TestLimitOfTimers lets a hundred be active, and again one when one has fired.
func TestLimitOfTimers(t *testing.T) {
	const script = `
		let fired = 0;
		const start = () => { try { setTimeout(() => fired++, 10); } catch (e) { Logger.write(e.message.split(",")[0]); } };
		setTimeout(start, 5);
		for (let i = 0; i < 100; i++) start();
		VoxEngine.addEventListener(AppEvents.Terminating, () => Logger.write(String(fired)));`
	for setting, want := range map[string]string{
		"throws":  "setTimeout: 100 timers are active 100",
		"ignored": "100",
	} {
		p := open(t, with(facts.TimerLimit, setting), script)
		p.Run()
		if got := p.logged(); got != want {
			t.Errorf("%s: logged %q, want %q", setting, got, want)
		}
	}
}

func TestLog(t *testing.T) {
	p := open(t, voxengine.Options{}, `
		Logger.write("text"); Logger.write(5); Logger.write(undefined); Logger.write({}); Logger.write(); trace("traced");
		console.log("a", 1); console.error("b");
		Logger.write("rf:step main/gather.order_number got 5120ms"); Logger.write("rf:step not one");
		Logger.write("x".repeat(15001));`)
	p.Run()
	logged := p.lines()
	want := "text|5|undefined|[object Object]|undefined|traced|a 1|b|rf:step not one|" + strings.Repeat("x", 15000)
	if got := strings.Join(logged, "|"); got != want {
		t.Errorf("logged %.200q", got)
	}
	if got := p.traced(voxengine.KindStep); got != `0.000 step id="main/gather.order_number" outcome="got" ms=5120` {
		t.Errorf("step is %s", got)
	}
	if got := p.traced(voxengine.KindNote); !strings.Contains(got, "has 15001 characters, the platform keeps 15000") {
		t.Errorf("note is %s", got)
	}
}

func TestListeners(t *testing.T) {
	for _, c := range []struct {
		name, script, want string
		opts               voxengine.Options
	}{
		{"in order", `on(log("a")); on(log("b"));`, "a b", voxengine.Options{}},
		{"one removed", `const f = log("a"); on(f); on(log("b")); VoxEngine.removeEventListener(AppEvents.Started, f);`, "b", voxengine.Options{}},
		{"all removed", `on(log("a")); on(log("b")); VoxEngine.removeEventListener(AppEvents.Started);`, "", voxengine.Options{}},
		{"unknown removed", `on(log("a")); VoxEngine.removeEventListener(AppEvents.Started, () => {}); VoxEngine.removeEventListener("Player.Started"); VoxEngine.removeEventListener(undefined);`, "a", voxengine.Options{}},
		{"added twice", `const f = log("a"); on(f); on(f);`, "a a", voxengine.Options{}},
		{"added twice, removed once", `const f = log("a"); on(f); on(f); VoxEngine.removeEventListener(AppEvents.Started, f);`, "a", voxengine.Options{}},
		{"added twice, called once", `const f = log("a"); on(f); on(f);`, "a", with(facts.DuplicateListener, "once")},
		{"added during the event", `on(() => on(log("late"))); on(log("a"));`, "a", voxengine.Options{}},
		{"removed during the event", `const f = log("a"); on(() => VoxEngine.removeEventListener(AppEvents.Started, f)); on(f);`, "a", voxengine.Options{}},
		{"by value", `VoxEngine.addEventListener("Application.Started", log("a"));`, "a", voxengine.Options{}},
		{"no event", `VoxEngine.addEventListener(AppEvents.Nothing, log("a"));`, "", voxengine.Options{}},
		{"a promise returned", `on(async () => { Logger.write("a"); await null; Logger.write("b"); }); on(log("c"));`, "a b c", voxengine.Options{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t, c.opts, `const log = what => () => Logger.write(what); const on = f => VoxEngine.addEventListener(AppEvents.Started, f);`+c.script)
			p.Run()
			if got := p.logged(); got != c.want || p.Err() != nil {
				t.Errorf("logged %q, want %q, error %v", got, c.want, p.Err())
			}
		})
	}
}
