package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// phase is how far a session has come. It only grows.
type phase int

const (
	phaseRunning     phase = iota
	phaseDraining          // terminated, requests that are out come back
	phaseTerminating       // the script's last request
	phaseTerminated        // the script may only log
	phaseEnded
)

// evaluate runs the scripts of the rule in their order.
func (s *Session) evaluate() {
	if s.opts.Peer != nil {
		s.evaluateByPeer()
		return
	}
	for _, program := range s.opts.Code.programs {
		if !s.turn(func() error { _, err := s.vm.RunProgram(program); return err }) {
			return
		}
	}
}

func (s *Session) startedPayload() *goja.Object {
	info := s.opts.Info
	e := s.vm.NewObject()
	s.set(e, "name", "Application.Started")
	s.set(e, "accessURL", info.AccessURL)
	s.set(e, "accessSecureURL", info.AccessSecureURL)
	s.set(e, "accountId", info.AccountID)
	s.set(e, "applicationId", info.ApplicationID)
	s.set(e, "logURL", info.LogURL)
	s.set(e, "sessionId", info.SessionID)
	if info.Conference != "" {
		s.set(e, "conference_name", info.Conference)
	}
	return e
}

// watchIdle starts or stops the clock that ends a session without calls: soon, or
// later while somebody waits for an agent. It goes on as long as neither changes.
func (s *Session) watchIdle() {
	var limit int64
	switch {
	case s.phase != phaseRunning || s.live() > 0:
	case s.waiting() > 0:
		limit = facts.RequestTimeout
	default:
		limit = facts.IdleTimeout
	}
	if s.idle != nil && s.idle.index >= 0 && s.idleAfter == limit {
		return
	}
	s.queue.cancel(s.idle)
	s.idle, s.idleAfter = nil, limit
	if limit > 0 {
		s.idle = s.queue.add(s.now+limit, ownerApp, s.idled)
	}
}

func (s *Session) idled() {
	if s.obey.timersKeepAlive && len(s.timers) > 0 {
		s.watchIdle()
		return
	}
	s.terminate(EndedIdle)
}

// live counts the calls that have not ended.
func (s *Session) live() int {
	n := 0
	for _, leg := range s.legs {
		if leg.state != Ended {
			n++
		}
	}
	return n
}

// Stop ends the session as the platform would on a limit: the scripts get
// their Terminating event.
func (s *Session) Stop() { s.terminate(EndedByHost) }

// fail ends the session because of an error in it.
func (s *Session) fail(err *ScriptError) {
	if s.err == nil {
		s.err = err
	}
	s.trace(Event{Kind: KindError, Text: err.Text, At: err.At()})
	s.systemError = s.systemError || s.phase == phaseRunning
	s.terminate(EndedByError)
}

// terminate begins the end: all calls are dropped, no timer fires any more, no
// queued request is sent, and of what was under way only requests that are out
// come back.
func (s *Session) terminate(reason Reason) {
	if s.phase != phaseRunning {
		return
	}
	s.phase, s.reason = phaseDraining, reason
	s.watchIdle()
	s.leaveQueues()
	for _, leg := range s.legs {
		leg.drop()
	}
	s.dropRemotes()
	s.queue.keep(func(t *task) bool { return t.owner == ownerHost || t.owner == ownerHTTP })
	if s.out() == 0 {
		s.queue.add(s.now, ownerApp, s.drained)
	}
}

// drained sends Terminating once no request is out any more. Each is over
// within facts.HTTPTimeout, so this waits no longer than facts.DrainTimeout.
func (s *Session) drained() {
	s.phase = phaseTerminating
	s.trace(Event{Kind: KindTerminating, Error: s.systemErrorText()})
	s.dispatch(&s.app, "Application.Terminating", s.endPayload("Application.Terminating"))
	if s.net.out == 0 {
		s.queue.add(s.now, ownerApp, s.finish)
	}
}

// finish sends Terminated; after it nothing runs.
func (s *Session) finish() {
	s.phase = phaseTerminated
	s.trace(Event{Kind: KindTerminated, Error: s.systemErrorText()})
	s.dispatch(&s.app, "Application.Terminated", s.endPayload("Application.Terminated"))
	s.phase = phaseEnded
	s.queue.clear()
}

func (s *Session) systemErrorText() string {
	if s.systemError {
		return "system error"
	}
	return ""
}

func (s *Session) endPayload(name string) func() *goja.Object {
	return func() *goja.Object {
		e := s.vm.NewObject()
		s.set(e, "name", name)
		if s.systemError {
			s.set(e, "systemError", true)
		}
		return e
	}
}
