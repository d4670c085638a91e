package platform

import (
	"fmt"
	"net/http"
	"sync"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// people is who is around the sessions that a request starts.
type people struct {
	mu    sync.Mutex
	story phone.Story
	set   bool
}

// usual is the story of people who answer every call after two seconds, and stay.
func usual() phone.Story {
	answers, stays := 2*phone.Second, 60*phone.Second
	dialled := phone.Step{Dialled: &phone.Dialled{Answers: &answers, Says: "Hello"}}
	return phone.Story{Outbound: true, Lenient: true, Steps: []phone.Step{dialled, {After: &stays}}}
}

func (p *people) now() phone.Story {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.set {
		return p.story
	}
	return usual()
}

// SetPeople decides who is around the sessions that StartScenarios starts from
// now on; without it somebody answers the first call after two seconds and
// hangs up a minute later. Error: RF6405 the story is not one, or somebody calls in it.
func (p *Platform) SetPeople(story phone.Story) error {
	story.Outbound = true
	if story.To != "" {
		return fmt.Errorf("%s: nobody calls a session that a request starts, and the story has a number that is called", codeBody)
	}
	if err := story.Check(); err != nil {
		return fmt.Errorf("%s: %w", codeBody, err)
	}
	p.people.mu.Lock()
	defer p.people.mu.Unlock()
	p.people.story, p.people.set = story, true
	return nil
}

// replacePeople takes a story for the sessions that are started from now on.
func (p *Platform) replacePeople(w http.ResponseWriter, r *http.Request) {
	var story phone.Story
	if err := read(r, &story); err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	if err := p.SetPeople(story); err != nil {
		refuse(w, http.StatusUnprocessableEntity, err.Error())
		return
	}
	respond(w, http.StatusOK, p.people.now())
}

// starting is a session that a request wants to start.
type starting struct {
	way  route
	data string // custom data
}

type startedReply struct {
	Result    int    `json:"result"`
	URL       string `json:"media_session_access_url"`
	SecureURL string `json:"media_session_access_secure_url"`
	HistoryID int64  `json:"call_session_history_id"`
}

// startScenarios finds what is to run; the session starts once the request's
// own work is done.
func startScenarios(r *request) any {
	if r.NeedID("rule_id"); r.Failed() {
		return nil
	}
	rule := r.ruleByID(r.ID("rule_id"))
	data := r.Text("script_custom_data", wire.BytesBelow(facts.CustomData+1, wire.TooLong))
	if r.HasID("application_id") || r.Has("application_name") {
		if app := r.application(); app.ID != 0 && app.ID != rule.Application {
			r.Report(wire.Fail(wire.InvalidRuleID, "the application has no rule %d", rule.ID))
		}
	}
	if r.Failed() {
		return nil
	}
	app, _ := r.tx.Application(rule.Application)
	r.starts = &starting{way: route{app: app, rule: rule}, data: data}
	if err := r.starts.way.load(r.tx); err != nil {
		r.Report(wire.Fail(wire.RuleNoScenarioBound, "the rule %d has no scenario", rule.ID))
	}
	return nil
}

// begin starts a session that nobody calls.
func (p *Platform) begin(start *starting) (startedReply, error) {
	cast, err := phone.NewCast(p.people.now())
	if err != nil {
		return startedReply{}, err
	}
	f := p.newFamily(start.way.app)
	f.cast = cast
	s, rule, err := f.join(start.way)
	if err != nil {
		return startedReply{}, err
	}
	opts := p.sessionOptions(s, start.way)
	opts.Code, opts.Info.Video, opts.Info.CustomData = rule.Code, rule.Video, start.data
	var engine *voxengine.Session
	if engine, err = f.exchange.Start(cast.Options(opts)); err != nil {
		return startedReply{}, err
	}
	cast.Enter(engine)
	p.live.add(s)
	p.running.Go(f.run)
	return startedReply{1, opts.Info.AccessURL, opts.Info.AccessSecureURL, s.id}, nil
}
