package calltest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/source"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// invariants holds a call of a flow against what must be true of every call,
// whatever its case expects.
func (j *judge) invariants() {
	j.ends()
	j.noErrors()
	j.reportedOnce()
	j.private()
}

// ends: the session is over by its own doing, and no leg outlives the caller's
// by more than the moment that it takes to hang up.
func (j *judge) ends() {
	if j.result.Reason != voxengine.EndedByScript {
		j.fail(source.Span{}, j.End, "the session did not end itself: %s", j.result.Reason)
	}
	live := map[string]bool{}
	caller, callerLeft := "caller", int64(-1)
	if j.Case.Story.Outbound {
		caller = "" // who answers first
	}
	for _, e := range j.Events {
		switch e.Kind {
		case voxengine.KindDial, voxengine.KindIncoming:
			live[e.Leg] = true
		case voxengine.KindConnected:
			caller = cmp.Or(caller, e.Leg)
		case voxengine.KindHangup, voxengine.KindFailed, voxengine.KindDisconnected:
			delete(live, e.Leg)
			if e.Leg == caller && callerLeft < 0 {
				callerLeft = e.T
			}
		}
		if callerLeft >= 0 && e.T > callerLeft+mostOrphaned && len(live) > 0 {
			j.fail(source.Span{}, e.T, "a leg is still up after the caller left")
			return
		}
	}
	if len(live) > 0 {
		j.fail(source.Span{}, j.End, "a leg was never hung up")
	}
}

// mostOrphaned is how long a leg may outlive the caller's, in ms.
const mostOrphaned = 50

// noErrors: nothing in the script failed, and no operation was refused.
func (j *judge) noErrors() {
	for _, e := range j.Events {
		switch {
		case e.Kind == voxengine.KindError:
			j.fail(source.Span{}, e.T, "an error: %s (%s)", e.Text, e.At)
		case e.Kind == voxengine.KindLog && strings.HasPrefix(e.Text, "rf:error"):
			j.fail(source.Span{}, e.T, "the scenario failed: %s", e.Text)
		}
	}
}

// lenient: a story that passes things over passes over the end of its script by
// an error as well, but a test does not, unless a step expects it.
func (j *judge) lenient() {
	expected := slices.ContainsFunc(j.Case.Story.Steps, func(s phone.Step) bool {
		return s.Expect != nil && s.Expect.Kind == string(voxengine.KindError)
	})
	if j.Case.Story.Lenient && j.result.Err != nil && !expected {
		j.fail(source.Span{}, j.End, "the scenario failed: %v", j.result.Err)
	}
}

// reportedOnce: one report for every call, however often it was sent.
func (j *judge) reportedOnce() {
	if !j.reporting() || j.Case.Expect.NoReport {
		return
	}
	if n := len(j.reports()); n != 1 {
		j.fail(source.Span{}, -1, "the call was reported %d times, and it must be once", n)
	}
	for _, r := range j.Requests {
		if id := header(r, "webhook-id"); id != "" && r.Body != j.reports()[0].Body {
			j.fail(source.Span{}, r.T, "a report was sent again with another body")
		}
	}
}

func (j *judge) reporting() bool {
	f := j.Case.Suite.Subject.Program.Flow.Finally
	if f == nil {
		return false
	}
	for _, s := range f.Steps {
		if s.Verb.Name == "report" {
			return true
		}
	}
	return false
}

// private: no private number is spoken, shown, logged, sent or used as a key.
// Only the carrier sees it, as the number that is dialled; whom a transfer goes
// to is said to the other side.
func (j *judge) private() {
	for _, e := range j.Events {
		if e.Kind == voxengine.KindIncoming {
			continue
		}
		shown := []string{e.Text, e.CallerID, e.Display, e.Key, e.URL, e.Mime, e.Body, e.ID, e.Outcome, e.Reason, e.Error}
		if e.Kind == voxengine.KindTransfer {
			shown = append(shown, e.To)
		}
		j.noPrivate(string(e.Kind), e.T, shown)
	}
	for _, r := range j.Requests {
		var shown []string
		for _, h := range r.Headers {
			shown = append(shown, h.Value)
		}
		j.noPrivate("a header", r.T, append(shown, r.URL, r.Body))
	}
}

func (j *judge) noPrivate(where string, t int64, shown []string) {
	for _, text := range shown {
		for _, number := range j.Case.Private {
			if strings.Contains(digitsOf(text), number) && text != "" {
				j.fail(source.Span{}, t, "a private number reached %s", where)
			}
		}
	}
}

// digitsOf drops what could hide a number: everything between its digits.
func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ,.()-+", r) {
			return -1
		}
		return r
	}, text)
}
