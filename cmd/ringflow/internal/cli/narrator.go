package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"

	"github.com/ringflow/ringflow/controlplane"
)

// call lets the courier call and tells what happens while it happens.
func (t *teller) call() error {
	resp, err := t.stack.request("POST", t.stack.urls.admin+"/calls", t.stack.platform.AdminToken(), map[string]any{"story": t.story()})
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return failed("the call was not placed: status %d", resp.StatusCode)
	}
	n := &narrator{teller: t}
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() {
		var e voxengine.Event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return failed("a line of the trace cannot be read: %w", err)
		}
		n.event(e)
	}
	n.keys()
	return lines.Err()
}

// narrator turns events into sentences.
type narrator struct {
	*teller
	pressed string // keys that were not told yet
	at      int64  // when the last of them was pressed, ms
}

// people by the names of their legs.
func person(leg string) string {
	if leg == "caller" {
		return "the courier"
	}
	return "the client"
}

func (n *narrator) tellAt(ms int64, format string, args ...any) {
	n.say("call", "%5.1f s  %s", float64(ms)/1000, fmt.Sprintf(format, args...))
}

// keys tells the keys pressed so far as one sentence.
func (n *narrator) keys() {
	if n.pressed != "" {
		n.tellAt(n.at, "the courier presses %s", n.pressed)
		n.pressed = ""
	}
}

func (n *narrator) event(e voxengine.Event) {
	if e.Kind == voxengine.KindTone {
		n.pressed, n.at = n.pressed+e.Digit, e.T
		return
	}
	text := sentence(e)
	if text == "" {
		return
	}
	n.keys()
	n.tellAt(e.T, "%s", text)
}

// sentence tells one event, "" for those that a person would not mention.
func sentence(e voxengine.Event) string {
	who := person(e.Leg)
	switch e.Kind {
	case voxengine.KindIncoming:
		return fmt.Sprintf("the courier (%s) dials the neutral number %s", masked(e.From), e.To)
	case voxengine.KindSay:
		return fmt.Sprintf("%s hears %q", who, e.Text)
	case voxengine.KindPlay:
		return who + " hears music"
	case voxengine.KindGet:
		return fmt.Sprintf("order %s is looked up in the storage: %s", e.Key, foundOrNot(e.Found))
	case voxengine.KindDial:
		return fmt.Sprintf("the client (%s) is called, and sees the neutral number %s", masked(e.To), e.CallerID)
	case voxengine.KindConnected:
		if e.Leg == "caller" {
			return "the scenario answers"
		}
		return "the client answers"
	case voxengine.KindFailed:
		return fmt.Sprintf("the client cannot be reached: %s (%d)", e.Reason, e.Code)
	case voxengine.KindJoin:
		return "courier and client are joined and talk"
	case voxengine.KindHangup:
		if e.By == "scenario" {
			return "the scenario hangs up on " + who
		}
		return who + " hangs up"
	case voxengine.KindHTTP:
		return fmt.Sprintf("the scenario posts the call result: %d", e.Code)
	case voxengine.KindError:
		return "an error: " + masked(e.Text)
	}
	return ""
}

func foundOrNot(found bool) string {
	if found {
		return "found"
	}
	return "there is none"
}

// privateNumber is a run of digits that can be a person's number: the demo's
// people have numbers of eleven digits.
var privateNumber = regexp.MustCompile(`\+?\b[0-9]{11,15}\b`)

// masked hides the numbers in a text that comes from real orders.
func masked(text string) string {
	return privateNumber.ReplaceAllStringFunc(text, func(s string) string { return controlplane.Mask(strings.TrimPrefix(s, "+")) })
}
