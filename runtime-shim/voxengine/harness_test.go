package voxengine_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// start is a Sunday noon in spring, UTC.
const start = 1_775_995_200_000

// play is one session under test: its trace is collected, and what the test
// leaves out of the options is as plain as possible.
type play struct {
	*voxengine.Session
	t      *testing.T
	events []voxengine.Event
}

func compile(t testing.TB, scripts ...string) *voxengine.Code {
	t.Helper()
	var list []voxengine.Script
	for i, text := range scripts {
		list = append(list, voxengine.Script{Name: string(rune('a'+i)) + ".js", Text: text})
	}
	code, err := voxengine.Compile(list...)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

func open(t *testing.T, opts voxengine.Options, scripts ...string) *play {
	t.Helper()
	p := &play{t: t}
	if opts.Code == nil {
		opts.Code = compile(t, scripts...)
	}
	if opts.Start == 0 {
		opts.Start = start
	}
	opts.Trace = func(e voxengine.Event) { p.events = append(p.events, e) }
	session, err := voxengine.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	p.Session = session
	return p
}

// dialIn is open with a call from a courier.
func dialIn(t *testing.T, opts voxengine.Options, scripts ...string) (*play, *voxengine.Leg) {
	t.Helper()
	p := open(t, opts, scripts...)
	return p, p.Incoming(voxengine.Incoming{From: "12222222222", To: "10000000000"})
}

// trace renders what happened.
func (p *play) trace() string {
	var out strings.Builder
	if err := voxengine.WriteText(&out, p.events); err != nil {
		p.t.Fatal(err)
	}
	return out.String()
}

// want compares the trace, without its first line, with lines of text.
func (p *play) want(want string) {
	p.t.Helper()
	_, got, _ := strings.Cut(p.trace(), "\n")
	if lines(got) != lines(want) {
		p.t.Errorf("trace is\n%s\nwant\n%s", lines(got), lines(want))
	}
}

// lines normalises white space, so that tests can indent their traces.
func lines(text string) string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// logged returns the lines that the script logged, joined by blanks.
func (p *play) logged() string {
	var out []string
	for _, e := range p.events {
		if e.Kind == voxengine.KindLog {
			out = append(out, e.Text)
		}
	}
	return strings.Join(out, " ")
}

// logs runs scripts without a call and compares what they log.
func logs(t *testing.T, want string, scripts ...string) {
	t.Helper()
	p := open(t, voxengine.Options{}, scripts...)
	p.Run()
	if got := p.logged(); got != want {
		t.Errorf("logged %q, want %q\n%s", got, want, p.trace())
	}
}

// answering is a carrier whose every call is answered after ms.
type answering int64

func (ms answering) Dial(s *voxengine.Session, leg *voxengine.Leg) {
	leg.Ring()
	s.After(int64(ms), func() { leg.Answer() })
}

// failing is a carrier whose every call fails after a second.
type failing int

func (code failing) Dial(s *voxengine.Session, leg *voxengine.Leg) {
	s.After(1000, func() { leg.Fail(int(code), "as asked") })
}

func with(id, setting string) voxengine.Options {
	return voxengine.Options{Switches: facts.Settings{id: setting}}
}
