package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// playerState is how far a player has come.
type playerState int

const (
	playerLoading playerState = iota
	playerPaused              // ready, silent until resume()
	playerPlaying
	playerFinished // heard to its end, or failed; it counts until stop()
	playerStopped
)

// player is a media unit that plays texts and sounds, one after the other, to
// any number of legs or to none.
type player struct {
	instance // of Player or SequencePlayer

	segments []*segment
	at       int // the segment that sounds, or will
	state    playerState
	onPause  bool // to be silent once it is ready
	started  bool
	pos      int64 // ms into the segment, at the time of since
	since    int64
	task     *task
}

// newPlayer makes a player and begins to load it. A session has
// facts.MaxPlayers; one counts until it is stopped.
func (s *Session) newPlayer(name, class string, segments []*segment) goja.Value {
	p := &player{segments: segments}
	for _, g := range segments {
		g.player = p
	}
	held := 0
	for _, other := range s.instances {
		if other, ok := other.(*player); ok && !other.over() {
			held++
		}
	}
	if held >= facts.MaxPlayers {
		if !s.obey.playersFail {
			panic(s.newError("%s makes player %d, the platform has %d at once; stop() the ones that are done, or use call.say and call.startPlayback", name, held+1, facts.MaxPlayers))
		}
		segments[0].sound.Err = "limit of players reached"
	}
	s.adopt(p, class, "player")
	p.onPause = segments[0].paused
	if s.phase != phaseRunning {
		p.state = playerStopped
		s.note("%s plays nothing, the session ends", name)
		return p.object
	}
	p.emit("Player.Created", nil)
	var delay int64
	for _, g := range segments {
		delay = max(delay, g.sound.Delay)
	}
	p.task = s.queue.add(s.now+delay, p.owner, p.ready)
	return p.object
}

func (p *player) mixed(string) {}

func (p *player) over() bool { return p.state == playerStopped }

// take does nothing: a player hears nobody.
func (p *player) take(unit) {}

func (p *player) leave(unit) {}

func (p *player) hears(unit) bool { return false }

// known and sounds leave players out of joins: Leg.audible says who hears them.
func (p *player) known() string { return "" }

func (p *player) sounds() bool { return false }

// misused is a stopped player being used: it throws or only notes it.
func (p *player) misused(name string) bool {
	if p.s.obey.stoppedWarns || p.s.phase != phaseRunning {
		p.s.note("%s has no effect, the player was stopped", name)
		return false
	}
	panic(p.s.newError("%s: the player was stopped, which destroys it; create another one, or use pause() and resume()", name))
}

// emit sends an event of a player, or that of the same name of a sequence.
func (p *player) emit(event string, fill func(*goja.Object)) {
	if p.class == "SequencePlayer" {
		p.instance.emit("Sequence"+event, "sequencePlayer", fill)
		return
	}
	p.instance.emit(event, "player", fill)
}

// ready is all segments having been loaded, or one having failed.
func (p *player) ready() {
	for _, g := range p.segments {
		if g.sound.Err != "" {
			p.fail(g.sound.Err)
			return
		}
	}
	p.state = playerPaused
	p.emit("Player.PlaybackReady", nil)
	if !p.onPause {
		p.run()
	}
}

func (p *player) fail(err string) {
	p.state = playerFinished
	says := func(e *goja.Object) { p.s.set(e, "error", err) }
	p.emit("Player.Error", says)
	p.emit("Player.PlaybackFinished", says)
}

// run plays from where the player is.
func (p *player) run() {
	p.state, p.since = playerPlaying, p.s.now
	if !p.started {
		p.started = true
		p.emit("Player.Started", p.startedPayload())
	}
	p.s.refreshJoins()
	p.plan()
}

// startedPayload has the duration in ms, which a sequence does not tell (type declarations).
func (p *player) startedPayload() func(*goja.Object) {
	if p.class != "Player" {
		return nil
	}
	return func(e *goja.Object) { p.s.set(e, "duration", p.segments[0].sound.Length) }
}

// plan puts the next thing that happens by itself into the queue: a marker, or
// the end of the segment.
func (p *player) plan() {
	p.s.queue.cancel(p.task)
	p.task = nil
	if p.state != playerPlaying {
		return
	}
	g := p.segments[p.at]
	start := p.since - p.pos
	if m := g.next(); m != nil {
		p.task = p.s.queue.add(max(p.s.now, start+m.at), p.owner, func() { p.reach(m) })
	} else if !g.loop {
		p.task = p.s.queue.add(start+g.sound.Length, p.owner, p.next)
	}
}

func (p *player) reach(m *mark) {
	m.passed = true
	if m.stall > 0 {
		p.buffer(m.stall)
		return
	}
	p.emit("Player.PlaybackMarkerReached", func(e *goja.Object) { p.s.set(e, "offset", m.offset) })
	p.plan()
}

// buffer lets a sound stand still. Only a player of one sound tells (type declarations).
func (p *player) buffer(stall int64) {
	if p.class == "Player" {
		p.emit("Player.Buffering", nil)
	}
	p.since += stall
	p.plan()
}

// next goes from the end of a segment to the one after it, or to the end.
func (p *player) next() {
	p.s.heardOut(p.segments[p.at])
	if p.at+1 == len(p.segments) {
		p.state = playerFinished
		p.emit("Player.PlaybackFinished", nil)
		return
	}
	p.at++
	p.pos, p.since = 0, p.s.now
	p.s.refreshJoins()
	p.plan()
}

// where returns how far the player is in its segment, in ms.
func (p *player) where() int64 {
	if p.state == playerPlaying {
		return p.pos + p.s.now - p.since
	}
	return p.pos
}

func (p *player) pause() {
	p.onPause = true
	if p.state != playerPlaying {
		return
	}
	p.pos = p.where()
	p.state = playerPaused
	p.plan()
	p.s.refreshJoins()
}

func (p *player) resume() {
	p.onPause = false
	if p.state == playerPaused {
		p.run()
	}
}

func (p *player) stop() {
	if p.state == playerStopped {
		return
	}
	cut := p.started && p.state != playerFinished
	p.state = playerStopped
	p.s.queue.cancel(p.task)
	p.s.refreshJoins()
	p.emit("Player.Stopped", nil)
	if cut && p.s.obey.stopFinishes {
		p.emit("Player.PlaybackFinished", nil)
	}
}

// replan looks again for what comes next, after a marker was added.
func (p *player) replan() {
	if p.state == playerPlaying {
		p.plan()
	}
}
