package voxengine

import (
	"slices"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// maxSettings is how many values of a task's settings are read.
const maxSettings = 1000

// taskFields is the fields of a SmartQueueTask. Newer documentation calls the
// settings parameters.
var taskFields = []string{"id", "status", "terminationStatus", "clientCall", "agentCall", "settings", "parameters"}

// smartTaskFuncs is the class SmartQueueTask. Its id is a field and no method.
func smartTaskFuncs() map[string]hostFunc {
	methods := methodsOf("SmartQueueTask", map[string]func(*smartTask, goja.FunctionCall) goja.Value{
		"end": func(t *smartTask, call goja.FunctionCall) goja.Value {
			code := facts.TaskByScript
			if given := call.Argument(1); !goja.IsUndefined(given) {
				code = int(given.ToInteger())
			}
			t.end(text(call.Argument(0)), code)
			return goja.Undefined()
		},
	})
	delete(methods, "id")
	return methods
}

// taskField is what the prototype has of the fields of its objects: nothing.
func taskField(_ *Session, key string) goja.Value {
	if slices.Contains(taskFields, key) {
		return goja.Undefined()
	}
	return nil
}

// field reads a field of the task at this moment.
func (t *smartTask) field(name string) goja.Value {
	called := func(leg *Leg) goja.Value {
		if leg == nil {
			return goja.Null()
		}
		return leg.jsObject()
	}
	switch name {
	case "id":
		return t.s.vm.ToValue(t.id)
	case "status":
		return t.s.vm.ToValue(t.status)
	case "terminationStatus":
		if t.ended == 0 {
			return goja.Null()
		}
		return t.s.vm.ToValue(t.ended)
	case "clientCall":
		return called(t.client)
	case "agentCall":
		return called(t.talk)
	}
	return t.settings
}

// enqueueTask is enqueueTask({queue: {name}, call, timeout, priority, ...}).
func enqueueTask(s *Session, call goja.FunctionCall) goja.Value {
	const name = "VoxEngine.enqueueTask"
	given, ok := call.Argument(0).(*goja.Object)
	if !ok {
		panic(s.newTypeError("%s needs an object with a queue, it got %s", name, describe(call.Argument(0))))
	}
	queue := option(given, "queue")
	if option(queue, "name") == nil && option(queue, "id") == nil {
		panic(s.newTypeError("%s needs queue: {name: \"...\"}, or its id", name))
	}
	t := &smartTask{status: taskDistributing}
	if client := option(given, "call"); client != nil {
		t.client = s.legOf(name, client)
		t.client.task = t
	}
	s.adopt(t, "SmartQueueTask", "task")
	t.hears, t.function = t, name
	t.settings = (&copier{s, maxSettings}).copy(given).(*goja.Object)
	t.customData, t.headers = text(option(given, "customData")), s.customHeaders(name, option(given, "extraHeaders"))
	if t.client != nil {
		t.callerid, t.display = t.client.from, t.client.display
	}
	at := &place{priority: s.priorityOf(name, option(given, "priority"))}
	limit := milliseconds(option(given, "timeout"))
	t.wantAgent(option(given, "operatorSettings"), at)
	for _, field := range taskFields {
		if !s.muted[qualified("SmartQueueTask", field)] {
			get := s.function(field, func(*Session, goja.FunctionCall) goja.Value { return t.field(field) })
			must(t.object.DefineAccessorProperty(field, get, nil, goja.FLAG_FALSE, goja.FLAG_TRUE))
		}
	}
	wanted := taskQueue{name: text(option(queue, "name"))}
	if id := option(queue, "id"); id != nil {
		wanted.id = id.ToInteger()
	}
	s.ask(&t.patron, func() { t.enqueue(wanted, at, limit) })
	return t.object
}

// wantAgent reads operatorSettings.
func (t *smartTask) wantAgent(given goja.Value, at *place) {
	if id := option(given, "operatorId"); id != nil {
		at.only = id.ToInteger()
		t.only = onlyAgent{strict: text(option(given, "mode")) == "STRICT", limit: milliseconds(option(given, "timeout"))}
	}
}

// milliseconds reads seconds, at most a day; 0 if there are none.
func milliseconds(v goja.Value) int64 {
	if v == nil {
		return 0
	}
	seconds := v.ToFloat()
	if !(seconds > 0) { // nor NaN
		return 0
	}
	return int64(1000 * min(seconds, 24*3600))
}

// copier copies plain objects and arrays, so that the platform holds on to none of
// the script's.
type copier struct {
	s    *Session
	left int // values, which bounds what contains itself
}

func (c *copier) copy(v goja.Value) goja.Value {
	o, ok := v.(*goja.Object)
	if !ok || c.s.byObject[o] != nil {
		return v
	}
	var out *goja.Object
	if o.ClassName() == "Array" {
		out = c.s.vm.NewArray()
	} else {
		out = c.s.vm.NewObject()
	}
	for _, key := range o.Keys() {
		if c.left--; c.left < 0 {
			break
		}
		c.s.set(out, key, c.copy(o.Get(key)))
	}
	return out
}
