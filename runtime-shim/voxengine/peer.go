package voxengine

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"

	"github.com/dop251/goja"
)

// Peer is another JavaScript engine that runs a session's scripts while this one
// stays their platform: every member of the platform that they use is asked for
// here, and every listener of theirs is called there. The trace must be the same
// as that of the engine alone; a difference is a fault of one of the two.
type Peer interface {
	// Exchange hands the peer one message and returns its next one. Its error ends the session.
	Exchange(PeerMessage) (PeerMessage, error)
}

// PeerMessage is one step of the talk with a Peer. The platform says "start"
// (a fresh realm; Names are the platform's globals), "run" (a script), "invoke"
// and "settle" (a function or a promise of the script's), and answers what the
// peer asks in between with "return" or "throw". The peer asks "get", "set", "keys", "proto",
// "call", "new", "now" (ms since 1970) and "random", and ends its step with "done".
// Objects of the script are copied on their way, so that the platform cannot hold on
// to one.
type PeerMessage struct {
	Op        string      `json:"op"`
	Names     []string    `json:"names,omitempty"`
	Name      string      `json:"name,omitempty"` // of a script
	Text      string      `json:"text,omitempty"` // of a script
	ID        int         `json:"id,omitempty"`   // whose member, which function or promise; 0 is the global object
	Key       string      `json:"key,omitempty"`
	Self      *PeerValue  `json:"self,omitempty"`
	Value     *PeerValue  `json:"value,omitempty"`
	Args      []PeerValue `json:"args,omitempty"`
	Threw     bool        `json:"threw,omitempty"`     // Value is what a step threw, or a promise is rejected with
	Unhandled []PeerValue `json:"unhandled,omitempty"` // reasons of rejections that nothing handles
}

// PeerValue is one value on its way to a peer or from it.
type PeerValue struct {
	Kind  PeerKind    `json:"k"`
	Plain any         `json:"v,omitempty"`  // of plain values and errors' messages
	ID    int         `json:"id,omitempty"` // of what stays where it is
	Keys  []string    `json:"keys,omitempty"`
	Items []PeerValue `json:"items,omitempty"`
}

// PeerKind is what a PeerValue is.
type PeerKind string

// Kinds of values.
const (
	peerUndefined PeerKind = ""
	peerPlain     PeerKind = "plain"  // null, boolean, finite number, string
	peerNumber    PeerKind = "number" // Plain is NaN, Infinity or -Infinity
	peerObject    PeerKind = "object" // a copy: Keys and Items
	peerArray     PeerKind = "array"  // a copy: Items
	peerError     PeerKind = "error"  // Keys are the class, then places as FILE:LINE:COLUMN
	peerDate      PeerKind = "date"   // Plain is ms since 1970
	peerHost      PeerKind = "host"   // an object of the platform
	peerFunction  PeerKind = "function"
	peerPromise   PeerKind = "promise"
	peerCallback  PeerKind = "callback" // a function of the script
)

// peering is a session's side of the talk.
type peering struct {
	s         *Session
	peer      Peer
	objects   []*goja.Object // what the peer knows by number, from 1
	numbers   map[*goja.Object]int
	callbacks map[int]*goja.Object
	given     map[*goja.Object]int // callbacks, the other way round
	promises  int
}

// evaluateByPeer is evaluate with another engine.
func (s *Session) evaluateByPeer() {
	p := &peering{s: s, peer: s.opts.Peer, numbers: map[*goja.Object]int{}, callbacks: map[int]*goja.Object{}, given: map[*goja.Object]int{}}
	if !p.turn(PeerMessage{Op: "start", Names: s.globalNames()}) {
		return
	}
	for _, script := range s.opts.Code.scripts {
		if !p.turn(PeerMessage{Op: "run", Name: script.Name, Text: script.Text}) {
			return
		}
	}
}

func (p *peering) turn(m PeerMessage) bool {
	return p.s.turn(func() error {
		if ex := p.s.vm.Try(func() { p.drive(m) }); ex != nil {
			return ex
		}
		return nil
	})
}

// drive lets the peer do one step and serves it until the step is over.
func (p *peering) drive(m PeerMessage) goja.Value {
	for {
		asked, err := p.peer.Exchange(m)
		if err != nil {
			panic(p.s.newError("the other engine is gone: %v", err))
		}
		if asked.Op != "done" {
			m = p.serve(asked)
			continue
		}
		for _, reason := range asked.Unhandled {
			_, _, reject := p.s.vm.NewPromise()
			must(reject(p.decode(&reason)))
		}
		if asked.Threw {
			panic(p.decode(asked.Value))
		}
		return p.decode(asked.Value)
	}
}

func (p *peering) serve(asked PeerMessage) (answer PeerMessage) {
	ex := p.s.vm.Try(func() {
		value := p.encode(p.perform(asked))
		answer = PeerMessage{Op: "return", Value: &value}
	})
	if ex != nil {
		value := p.encode(ex.Value())
		answer = PeerMessage{Op: "throw", Value: &value}
	}
	return answer
}

func (p *peering) perform(asked PeerMessage) goja.Value {
	vm := p.s.vm
	switch asked.Op {
	case "now":
		return vm.ToValue(p.s.clock())
	case "random":
		return vm.ToValue(p.s.random.Float64())
	case "keys":
		return vm.ToValue(p.object(asked.ID).Keys())
	case "proto":
		return p.object(asked.ID).Prototype()
	case "get":
		return p.object(asked.ID).Get(asked.Key)
	case "set":
		must(p.object(asked.ID).Set(asked.Key, p.decode(asked.Value)))
		return goja.Undefined()
	}
	args := make([]goja.Value, len(asked.Args))
	for i := range asked.Args {
		args[i] = p.decode(&asked.Args[i])
	}
	if asked.Op == "new" {
		made, err := vm.New(p.object(asked.ID), args...)
		return thrown(made, err)
	}
	call, _ := goja.AssertFunction(p.object(asked.ID))
	return thrown(call(p.decode(asked.Self), args...))
}

// thrown panics with what a call threw.
func thrown(v goja.Value, err error) goja.Value {
	var ex *goja.Exception
	if errors.As(err, &ex) {
		panic(ex.Value())
	}
	must(err)
	return v
}

func (p *peering) object(number int) *goja.Object {
	if number == 0 {
		return p.s.vm.GlobalObject()
	}
	return p.objects[number-1]
}

// numbered returns the number by which the peer knows an object.
func (p *peering) numbered(o *goja.Object) int {
	if n, ok := p.numbers[o]; ok {
		return n
	}
	p.objects = append(p.objects, o)
	p.numbers[o] = len(p.objects)
	return len(p.objects)
}

func (p *peering) encode(v goja.Value) PeerValue {
	switch {
	case v == nil || goja.IsUndefined(v):
		return PeerValue{}
	case goja.IsNull(v):
		return PeerValue{Kind: peerPlain}
	}
	o, ok := v.(*goja.Object)
	if !ok {
		if n := v.ToFloat(); goja.IsNumber(v) && (math.IsNaN(n) || math.IsInf(n, 0)) {
			return PeerValue{Kind: peerNumber, Plain: v.String()}
		}
		return PeerValue{Kind: peerPlain, Plain: v.Export()}
	}
	return p.encodeObject(o)
}

func (p *peering) encodeObject(o *goja.Object) PeerValue {
	if id, ok := p.given[o]; ok {
		return PeerValue{Kind: peerCallback, ID: id}
	}
	if _, ok := goja.AssertFunction(o); ok {
		return PeerValue{Kind: peerFunction, ID: p.numbered(o)}
	}
	switch {
	case o.ClassName() == "Promise":
		return p.encodePromise(o)
	case o.ClassName() == "Error":
		return PeerValue{Kind: peerError, Keys: []string{text(o.Get("name"))}, Plain: text(o.Get("message"))}
	case o.ClassName() == "Date":
		return PeerValue{Kind: peerDate, Plain: o.ToFloat()}
	case o.ClassName() == "Array":
		out := PeerValue{Kind: peerArray}
		for i := range o.Get("length").ToInteger() {
			out.Items = append(out.Items, p.encode(o.Get(fmt.Sprint(i))))
		}
		return out
	case p.plain(o):
		out := PeerValue{Kind: peerObject, Keys: o.Keys()}
		for _, key := range out.Keys {
			out.Items = append(out.Items, p.encode(o.Get(key)))
		}
		return out
	}
	return PeerValue{Kind: peerHost, ID: p.numbered(o)}
}

// plain reports whether an object is a mere collection of values, which is copied.
// Objects of the platform are not, nor is what has something hidden, as voices do.
func (p *peering) plain(o *goja.Object) bool {
	return o.ExportType() != reflect.TypeFor[*hostObject]() && o.Prototype() == p.s.vm.NewObject().Prototype() &&
		len(o.Keys()) == len(o.GetOwnPropertyNames())
}

// encodePromise lets the peer have a promise of its own, settled with this one.
func (p *peering) encodePromise(o *goja.Object) PeerValue {
	p.promises++
	id := p.promises
	settle := func(threw bool) goja.Value {
		return p.s.vm.ToValue(func(call goja.FunctionCall) goja.Value {
			value := p.encode(call.Argument(0))
			return p.drive(PeerMessage{Op: "settle", ID: id, Value: &value, Threw: threw})
		})
	}
	then, _ := goja.AssertFunction(o.Get("then"))
	_ = thrown(then(o, settle(false), settle(true)))
	return PeerValue{Kind: peerPromise, ID: id}
}

func (p *peering) decode(v *PeerValue) goja.Value {
	vm := p.s.vm
	if v == nil {
		return goja.Undefined()
	}
	switch v.Kind {
	case peerPlain:
		return vm.ToValue(v.Plain)
	case peerNumber:
		return map[any]goja.Value{"NaN": goja.NaN(), "Infinity": goja.PositiveInf(), "-Infinity": goja.NegativeInf()}[v.Plain]
	case peerDate:
		date, err := vm.New(vm.GlobalObject().Get("Date"), vm.ToValue(v.Plain))
		return thrown(date, err)
	case peerHost, peerFunction:
		return p.object(v.ID)
	case peerCallback:
		return p.callback(v.ID)
	case peerError:
		return p.error(v)
	case peerArray:
		items := make([]any, len(v.Items))
		for i := range v.Items {
			items[i] = p.decode(&v.Items[i])
		}
		return vm.NewArray(items...)
	case peerObject:
		o := vm.NewObject()
		for i, key := range v.Keys {
			p.s.set(o, key, p.decode(&v.Items[i]))
		}
		return o
	}
	return goja.Undefined()
}

// error is an error of the peer's, with its places in the form of this engine's stacks.
func (p *peering) error(v *PeerValue) goja.Value {
	made := p.s.construct(v.Keys[0], fmt.Sprint(v.Plain))
	var stack strings.Builder
	for _, place := range v.Keys[1:] {
		fmt.Fprintf(&stack, "\tat %s(0)\n", place)
	}
	p.s.set(made, "stack", stack.String())
	return made
}

// callback is a function of the script's as the platform calls it.
func (p *peering) callback(id int) goja.Value {
	if o, ok := p.callbacks[id]; ok {
		return o
	}
	o := p.s.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		m := PeerMessage{Op: "invoke", ID: id}
		for _, arg := range call.Arguments {
			m.Args = append(m.Args, p.encode(arg))
		}
		return p.drive(m)
	}).(*goja.Object)
	p.callbacks[id], p.given[o] = o, id
	return o
}
