package conform

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/campaign"
	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Known is how a statement about the platform is known.
type Known string

// Ways of knowing, from the surest to the least sure.
const (
	Declaration   Known = "declaration"   // the platform's published type declarations and their comments
	Documentation Known = "documentation" // its guides, its reference, its page of limits
	PublicCode    Known = "public code"   // scenarios that people run rely on it
	Assumption    Known = "assumption"    // nobody says; the engine does the more careful thing
)

// Case is one statement about the platform.
type Case struct {
	Name    string // of its script, without ".js"
	Says    string // the statement
	Known   Known
	Where   string         // where it is said
	Switch  string         // the switch that decides it, "" if none does
	People  []phone.Step   // what the caller and the called do; the case is called by 12222222222
	Calls   bool           // somebody calls; otherwise the session starts by itself
	Given   phone.Given    // the world before
	Info    voxengine.Info // what the session knows of itself
	Listed  bool           // a call list started the session
	Mails   bool           // mail servers take mails, each after a second
	List    *campaign.List // each attempt of its rows is a session of the case, in a storage of their own
	Rooms   string         // pattern of conferences whose sessions run the case's scripts as well
	Managed bool           // the Management API answers
	Client  bool           // its script needs client.js
}

// Cases returns the table, subject by subject.
func Cases() []Case {
	return slices.Concat(lifeCases(), eventCases(), sessionCases(), callCases(), dialCases(), dialUserCases(), deviceCases(), playbackCases(),
		mediaCases(), playerCases(), conferenceCases(), roomCases(), recorderCases(), storageCases(), networkCases(), globalCases(), ivrCases(),
		callListCases(), mailCases(), pushCases(), recognitionCases(), detectionCases(), lineCases(), acdCases(), taskCases(), attemptCases(),
		socketCases(), socketMediaCases(), inboundCases(), clientCases(), agentCases(), managementCases())
}

//go:embed cases/*.js
var scripts embed.FS

//go:embed judge.js
var judge string

//go:embed client.js
var client string

// Scripts returns the scripts of a case in the order in which a rule has to list them.
func (c Case) Scripts() ([]voxengine.Script, error) {
	text, err := scripts.ReadFile("cases/" + c.Name + ".js")
	if err != nil {
		return nil, fmt.Errorf("case %s has no script: %w", c.Name, err)
	}
	list := []voxengine.Script{{Name: "judge.js", Text: judge}, {Name: c.Name + ".js", Text: string(text)}}
	if c.Client {
		list = slices.Insert(list, 1, voxengine.Script{Name: "client.js", Text: client})
	}
	return list, nil
}

// Verdict is how a case went.
type Verdict struct {
	Pass   bool
	Reason string // why not
	Events []voxengine.Event
}

// Run runs a case in the emulated engine. Its error is about the case itself.
func (c Case) Run(switches facts.Settings) (Verdict, error) {
	return c.run(voxengine.Options{Switches: switches})
}

// RunIn is Run with the scripts in another engine.
func (c Case) RunIn(peer voxengine.Peer, switches facts.Settings) (Verdict, error) {
	return c.run(voxengine.Options{Switches: switches, Peer: peer})
}

// RunMuted runs a case in an engine in which one member or event is muted, see
// voxengine.Options.
func (c Case) RunMuted(name string) (Verdict, error) {
	return c.run(voxengine.Options{Mute: []string{name}})
}

func (c Case) run(opts voxengine.Options) (Verdict, error) {
	list, err := c.Scripts()
	if err != nil {
		return Verdict{}, err
	}
	code, err := voxengine.Compile(list...)
	if err != nil {
		return Verdict{}, fmt.Errorf("case %s: %w", c.Name, err)
	}
	opts.Code, opts.Start, opts.Info = code, noon, c.Info
	if c.Listed {
		opts.Campaign = reporter{}
	}
	if c.Mails {
		opts.Mail = postman{}
	}
	if c.Managed {
		opts.Management = manager{}
	}
	if c.List != nil {
		return c.runList(opts)
	}
	result, err := c.play(opts)
	if err != nil {
		return Verdict{}, fmt.Errorf("case %s: %w", c.Name, err)
	}
	return judged(result), nil
}

// play lets the people of a case act, in an application with a rule if it has rooms.
// A peer runs the scripts of the session that is called, not of the others.
func (c Case) play(opts voxengine.Options) (phone.Result, error) {
	if c.Rooms == "" {
		return phone.Run(opts, c.story())
	}
	rule := phone.Rule{Name: "rooms", Pattern: c.Rooms, Code: opts.Code, Video: c.Info.Video}
	world := func(n int, _ phone.Rule) voxengine.Options {
		of := opts
		if of.Seed = uint64(n); n > 1 {
			of.Peer = nil
		}
		return of
	}
	company := phone.Company{Rules: []phone.Rule{rule}, World: world, Start: opts.Start}
	gathering, err := company.Run(phone.Arrival{Story: c.story(), Code: opts.Code})
	if err != nil {
		return phone.Result{}, err
	}
	result := gathering.Results[0]
	result.Events = slices.Concat(gathering.Traces...)
	return result, nil
}

const noon = 1_775_995_200_000 // 2026-04-12T12:00:00Z

// story is the people of a case.
func (c Case) story() phone.Story {
	story := phone.Story{From: "12222222222", Steps: c.People, Given: c.Given, Lenient: true}
	if c.Calls {
		story.To = "10000000000"
	}
	return story
}

const (
	passLine = "conform: pass"
	failLine = "conform: fail: "
)

// judged reads the verdict from the script's log, and from what people saw.
func judged(result phone.Result) Verdict {
	v := Verdict{Events: result.Events}
	for _, e := range result.Events {
		switch {
		case e.Kind != voxengine.KindLog:
		case e.Text == passLine:
			v.Pass = true
		case strings.HasPrefix(e.Text, failLine):
			v.Reason = strings.TrimPrefix(e.Text, failLine)
		}
	}
	switch {
	case len(result.Failures) > 0:
		v.Reason = result.Failures[0].String()
	case !v.Pass && v.Reason == "":
		v.Reason = "the script came to no verdict"
	}
	v.Pass = v.Pass && v.Reason == ""
	return v
}
