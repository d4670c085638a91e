package phone

import (
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const usualAccept = 100 * Millisecond

// services plays the peers of a story, and hands what none of them is for to
// those of the host.
type services struct {
	cast *Cast
	host voxengine.Services // nil if there are none
}

// playing is a peer at the far end of one connection.
type playing struct {
	does  []Reaction
	taken []int // how often each reaction was
}

// Connect implements voxengine.Services.
func (v services) Connect(r *voxengine.Remote) {
	c := v.cast
	for i := range c.story.Given.Peers {
		peer := &c.story.Given.Peers[i]
		if peer.To != "" && peer.To != r.Address() {
			continue
		}
		after := usualAccept
		if peer.Accepts != nil {
			after = *peer.Accepts
		}
		c.play(r, peer.Does)
		r.Session().After(int64(after), func() {
			if peer.Refuses != "" {
				r.Refuse(peer.Refuses)
			} else {
				r.Accept()
			}
		})
		return
	}
	if v.host != nil {
		v.host.Connect(r)
		return
	}
	r.Session().After(int64(usualAccept), func() { r.Accept() })
}

// Told implements voxengine.Services.
func (v services) Told(r *voxengine.Remote, news voxengine.News) {
	played, ok := v.cast.peers[r]
	if !ok {
		if v.host != nil {
			v.host.Told(r, news)
		}
		return
	}
	for i := range played.does {
		reaction := &played.does[i]
		if reaction.fits(string(news.Kind), news.Method, news.Text) && (reaction.Times == 0 || played.taken[i] < reaction.Times) {
			played.taken[i]++
			v.cast.react(r, reaction.Acts)
			return
		}
	}
}

func (c *Cast) play(r *voxengine.Remote, does []Reaction) {
	if c.peers == nil {
		c.peers = map[*voxengine.Remote]*playing{}
	}
	c.peers[r] = &playing{does: does, taken: make([]int, len(does))}
}

// react does the acts of a reaction, each at its time.
func (c *Cast) react(r *voxengine.Remote, acts []Act) {
	if len(acts) == 0 {
		return
	}
	r.Session().After(int64(acts[0].After), func() {
		if !acts[0].by(r) && !c.over {
			r.Session().Remark("%s cannot do what its story says: it is closed, or its client has no such event", r.Name())
		}
		c.react(r, acts[1:])
	})
}

// by lets a far end do the act.
func (a *Act) by(r *voxengine.Remote) bool {
	switch {
	case a.Sends != "":
		return r.Send(a.Sends)
	case a.Event != "":
		return r.Event(a.Event, string(a.Data))
	case len(a.Answers) > 0:
		return r.Answer(string(a.Answers))
	case a.Talks != nil:
		return r.Speak(a.Talks.talk())
	case a.Breaks:
		return r.Break()
	}
	code := a.Closes.Code
	if code == 0 {
		code = 1000
	}
	return r.Close(code, a.Closes.Reason)
}

func (t *Talks) talk() voxengine.Talk {
	talk := voxengine.Talk{Text: t.Text, Tag: t.Tag, Encoding: t.Encoding, Parameters: t.Parameters, AtOnce: t.AtOnce}
	if t.For != nil {
		talk.Length = int64(*t.For)
	}
	return talk
}

// connect opens a WebSocket to the session's address, and waits for it to be
// taken or not.
func (c *Cast) connect(s *Step) bool {
	if !c.knocks {
		c.knocks = true
		request := voxengine.Request{Method: "GET", URL: "ws" + c.session.AccessURL()[len("http"):] + s.Connects.Suffix}
		for _, key := range sorted(s.Connects.Headers) {
			request.Headers = append(request.Headers, voxengine.Header{Key: key, Value: s.Connects.Headers[key]})
		}
		c.session.Knock(request, func(r *voxengine.Remote) {
			c.knocked = true
			c.refused = r == nil
			if r != nil {
				c.play(r, s.Connects.Does)
			}
			c.wake()
		})
	}
	if !c.knocked {
		return false
	}
	if c.refused != s.Connects.Refused {
		return c.fail(s.Connects.want(), map[bool]string{true: "it was refused", false: "it was taken"}[c.refused])
	}
	c.cursor += s.after()
	return true
}

func (x *Connects) want() string {
	if x.Refused {
		return "the session to refuse a WebSocket connection"
	}
	return "the session to take a WebSocket connection"
}
