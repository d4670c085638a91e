package examples_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/types"
	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// TestRestsOfTheWholeLanguage plays calls that nobody wrote on flows that use
// every verb and field. Their people often act at one moment; which of two is
// first then is chance, so the order of events is left out here.
func TestRestsOfTheWholeLanguage(t *testing.T) { playAnything(t, 8) }

func playAnything(t *testing.T, calls int) {
	t.Helper()
	const dir = "../flow/check/testdata/good"
	files, err := filepath.Glob(dir + "/*.flow.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		var report diag.List
		subject, err := (&calltest.Builder{Files: os.DirFS(dir)}).Flow(filepath.Base(f), &report)
		if err != nil || subject == nil {
			t.Fatal(f, err)
		}
		suite := &calltest.Suite{Subject: subject}
		suite.Values, suite.Secrets = subject.StandIns()
		r := rand.New(rand.NewPCG(1, 2))
		for range calls {
			c := &calltest.Case{Suite: suite, Story: anyStory(r), Start: 1_775_995_200_000}
			prepare(t, c)
			for _, fact := range unlisted(t, c, append([]string{facts.EventOrder}, subject.Program.Rests...)) {
				t.Errorf("%s rests on %s and lists %v", f, fact, subject.Program.Rests)
			}
		}
	}
}

// prepare fills the stores of a flow, and starts it if nobody calls.
func prepare(t *testing.T, c *calltest.Case) {
	t.Helper()
	subject := c.Suite.Subject
	c.Story.Given.Storage = map[string]string{}
	for _, s := range subject.Program.Stores {
		entry, err := json.Marshal(valueOf(s.Type))
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"12345", "123456", "12222222222", "13333333333", "word"} {
			c.Story.Given.Storage[s.Prefix+key+s.Suffix] = string(entry)
		}
	}
	if subject.Program.Flow.Starts.Name != "api" {
		return
	}
	args := map[string]any{}
	if subject.Program.Args != nil {
		args = valueOf(subject.Program.Args.Type).(map[string]any)
	}
	started, err := subject.Artifact.Manifest.Start("0000000000000001", args, time.UnixMilli(c.Start))
	if err != nil {
		t.Fatal(err)
	}
	c.Story.To, c.Story.Outbound, c.Data = "", true, started.CustomData
	c.Story.Given.Storage[started.Key] = started.Value
}

func valueOf(t types.Type) any {
	switch t.Kind {
	case types.Record:
		fields := map[string]any{}
		for _, f := range t.Fields {
			fields[f.Name] = valueOf(f.Type)
		}
		return fields
	case types.List:
		return []any{valueOf(*t.Elem)}
	case types.Enum:
		return t.Words[0]
	case types.Phone:
		return "13333333333"
	case types.Number:
		return 1
	case types.Bool:
		return true
	}
	return "word"
}

// anyStory is a call in which anything happens, in any order.
func anyStory(r *rand.Rand) phone.Story {
	s := phone.Story{From: pick(r, "+12222222222", "13333333333", ""), To: "10000000000", Lenient: true}
	for range r.IntN(10) {
		s.Steps = append(s.Steps, anyStep(r))
	}
	if r.IntN(3) == 0 {
		on := pick(r, phone.OnStorage, phone.OnHTTP, phone.OnSpeech, phone.OnRecording, phone.OnRecognition)
		s.Given.Faults = []phone.Fault{{On: on, From: 1 + r.IntN(3), Times: r.IntN(3), Error: "broken"}}
	}
	return s
}

func anyStep(r *rand.Rand) phone.Step {
	after := pick[phone.Duration](r, 0, 0, 1, 100, 500, 3000, 7999, 8000, 30_000)
	step := phone.Step{After: &after}
	switch r.IntN(10) {
	case 0, 1, 2, 3:
		step.Press = &phone.Press{Keys: pick(r, "12345", "1", "2", "3", "#", "*", "123456")}
	case 4:
		hangsUp := phone.Duration(r.IntN(9000))
		return phone.Step{Dialled: &phone.Dialled{Answers: &after, HangsUp: &hangsUp}}
	case 5:
		return phone.Step{Dialled: &phone.Dialled{Answers: &after, Presses: &phone.Presses{Keys: "1"}}}
	case 6:
		return phone.Step{Dialled: &phone.Dialled{Fails: &phone.Fails{Code: pick(r, 408, 486, 603, 500), After: after}}}
	case 7:
		step.Says = pick(r, "sales", "yes", "my order is late")
	case 8:
		step.HangsUp = phone.Caller
	}
	return step
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }
