package phone

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Check reports all that is wrong with a story at once, each with the step's
// index and place.
func (s Story) Check() error {
	var problems []error
	for i := range s.Given.Faults {
		if err := s.Given.Faults[i].check(); err != nil {
			problems = append(problems, fmt.Errorf("fault %d: %w", i+1, err))
		}
	}
	for i := range s.Given.Peers {
		if err := checkReactions(s.Given.Peers[i].Does); err != nil {
			problems = append(problems, fmt.Errorf("peer %d: %w", i+1, err))
		}
	}
	problems = append(problems, s.Given.checkAgents()...)
	for i := range s.Steps {
		err := s.Steps[i].check()
		if err == nil && s.To == "" && !s.Outbound && s.Steps[i].needsCaller() {
			err = errors.New("nobody calls in this story, so there is no caller; the side that was dialled is the callee")
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", s.Steps[i].title(i), err))
		}
	}
	return errors.Join(problems...)
}

func (s *Step) title(i int) string {
	if s.Place != "" {
		return s.Place
	}
	return fmt.Sprintf("step %d", i+1)
}

// needsCaller reports whether the step is the caller's alone; what others do
// the side that was dialled last does in a story without a caller.
func (s *Step) needsCaller() bool {
	return s.HangsUp == Caller || s.Sends != nil && s.Sends.By != Callee || s.Spoken != nil && s.Spoken.By == Caller
}

// acts names what the step does; a wait does nothing.
func (s *Step) acts() []string {
	var acts []string
	for _, act := range []struct {
		name string
		set  bool
	}{
		{"hears", s.Hears != nil}, {"press", s.Press != nil}, {"says", s.Says != ""},
		{"hangs_up", s.HangsUp != ""}, {"dialled", s.Dialled != nil}, {"joined", s.Joined},
		{"talk", s.Talk != nil}, {"expect", s.Expect != nil}, {"sends", s.Sends != nil}, {"control", s.Control != nil},
		{"connects", s.Connects != nil},
	} {
		if act.set {
			acts = append(acts, act.name)
		}
	}
	return acts
}

func (s *Step) check() error {
	acts := s.acts()
	switch {
	case len(acts) > 1:
		return fmt.Errorf("%s cannot be one step, write one step each", strings.Join(acts, " and "))
	case len(acts) == 0 && s.After == nil:
		return errors.New("the step is empty, it needs one of hears, press, says, hangs_up, dialled, joined, talk, expect, sends, control, connects or after")
	case s.Spoken != nil && s.Says == "":
		return errors.New("spoken is about says, which the step does not have")
	case s.Spoken != nil:
		return s.Spoken.check()
	case s.Hears != nil:
		return s.Hears.check()
	case s.Press != nil:
		return s.Press.check()
	case s.Dialled != nil:
		return s.Dialled.check()
	case s.Sends != nil:
		return s.Sends.check()
	case s.Control != nil && s.Control.Suffix != "" && s.Control.Suffix[0] != '/' && s.Control.Suffix[0] != '?':
		return fmt.Errorf("control has the suffix %q, it begins with / or ?", s.Control.Suffix)
	case s.Connects != nil:
		return checkReactions(s.Connects.Does)
	case s.HangsUp != "" && s.HangsUp != Caller && s.HangsUp != Callee:
		return fmt.Errorf("hangs_up is %q, it can be caller or callee", s.HangsUp)
	case s.Expect != nil && s.Expect.Kind == "":
		return errors.New("expect names no kind of event, such as http or kv_get")
	case s.Expect != nil:
		if _, err := regexp.Compile(s.Expect.Matches); err != nil {
			return fmt.Errorf("expect matches no text: %w", err)
		}
	}
	return nil
}

func (h *Hears) check() error {
	matchers := 0
	for _, set := range []bool{h.Text != "", h.Matches != "", h.URL != "", h.Any} {
		if set {
			matchers++
		}
	}
	if matchers != 1 {
		return fmt.Errorf("hears has %d of text, matches, url and any, it needs one", matchers)
	}
	if h.Matches == "" {
		return nil
	}
	if _, err := regexp.Compile(h.Matches); err != nil {
		return fmt.Errorf("hears matches no text: %w", err)
	}
	return nil
}

func (p *Press) check() error {
	if p.Keys == "" || strings.Trim(p.Keys, "0123456789*#") != "" {
		return errors.New("press needs keys, which are 0 to 9, * and #")
	}
	if p.By != "" && p.By != Callee {
		return fmt.Errorf("press is by %q, it can be callee; without it the caller presses", p.By)
	}
	return nil
}

func (d *Dialled) check() error {
	var behaviours []string
	for _, b := range []struct {
		name string
		set  bool
	}{
		{"answers", d.Answers != nil}, {"busy", d.Busy != nil}, {"rejects", d.Rejects != nil},
		{"fails", d.Fails != nil}, {"no_answer", d.NoAnswer},
	} {
		if b.set {
			behaviours = append(behaviours, b.name)
		}
	}
	if len(behaviours) > 1 {
		return fmt.Errorf("the called side cannot do %s at once", strings.Join(behaviours, " and "))
	}
	if d.Answers == nil && (d.HangsUp != nil || len(d.Hears) > 0) {
		return errors.New("the called side can only hear and hang up when it answers")
	}
	if d.Machine != nil && d.Says != "" {
		return errors.New("the called side is a machine with a greeting, or a person who says something")
	}
	if d.Answers == nil && d.Early == nil && (d.Machine != nil || d.Says != "") {
		return errors.New("the called side can only speak when it answers, or is heard early")
	}
	if d.Fails != nil && (d.Fails.Code < 300 || d.Fails.Code > 699) {
		return fmt.Errorf("a call cannot fail with code %d, SIP codes are 300 to 699", d.Fails.Code)
	}
	for i := range d.Hears {
		if err := d.Hears[i].check(); err != nil {
			return err
		}
	}
	return nil
}

func (f *Fault) check() error {
	if subjects := FaultSubjects(); !slices.Contains(subjects, f.On) {
		last := len(subjects) - 1
		return fmt.Errorf("on is %q, it can be %s or %s", f.On, strings.Join(subjects[:last], ", "), subjects[last])
	}
	if f.Error == "" && f.Code == 0 && f.Slow == 0 {
		return errors.New("it does nothing, it needs error, code or slow")
	}
	return nil
}
