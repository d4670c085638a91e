package voxengine

import (
	"slices"
	"strings"

	"github.com/dop251/goja"
)

// conferenceFuncs is the class Conference.
func conferenceFuncs() map[string]hostFunc {
	return methodsOf("Conference", map[string]func(*conference, goja.FunctionCall) goja.Value{
		"stop": func(c *conference, _ goja.FunctionCall) goja.Value {
			c.stop()
			return goja.Undefined()
		},
		"get": func(c *conference, call goja.FunctionCall) goja.Value {
			for _, e := range c.endpoints {
				if e.id == text(call.Argument(0)) {
					return e.object
				}
			}
			return goja.Undefined()
		},
		// getId is not declared any more, the platform's older samples have it.
		"getId":   func(c *conference, _ goja.FunctionCall) goja.Value { return c.s.vm.ToValue(c.id) },
		"getList": func(c *conference, _ goja.FunctionCall) goja.Value { return c.s.endpointArray(c.endpoints) },
		"add":     conferenceAdd,
		"sendMediaTo": using("sendMediaTo", func(c *conference, call goja.FunctionCall) {
			c.s.sendMediaTo(c, "Conference.sendMediaTo", call)
		}),
		"stopMediaTo": using("stopMediaTo", func(c *conference, call goja.FunctionCall) {
			c.s.stopMedia(c, c.s.unit("Conference.stopMediaTo", call.Argument(0)))
		}),
	})
}

// createConference is createConference({hd_audio}); older scripts give nothing.
func createConference(s *Session, _ goja.FunctionCall) goja.Value { return s.newConference().object }

// destroyConference does what Conference.stop does.
func destroyConference(s *Session, call goja.FunctionCall) goja.Value {
	s.conferenceOf("VoxEngine.destroyConference", call.Argument(0)).stop()
	return goja.Undefined()
}

// conferenceOf reads a conference.
func (s *Session) conferenceOf(name string, v goja.Value) *conference {
	c, ok := objectOf[*conference](s, v)
	if !ok {
		panic(s.newTypeError("%s needs a conference of VoxEngine.createConference, it got %s", name, describe(v)))
	}
	return c
}

func (s *Session) endpointArray(list []*endpoint) goja.Value {
	items := make([]any, len(list))
	for i, e := range list {
		items[i] = e.object
	}
	return s.vm.NewArray(items...)
}

// conferenceAdd is add({call, mode, direction, displayName}). What is about
// video, such as scheme, has no effect.
func conferenceAdd(c *conference, call goja.FunctionCall) goja.Value {
	const name = "Conference.add"
	s, options := c.s, call.Argument(0)
	if option(options, "call") == nil {
		panic(s.newTypeError("%s needs {call, mode, direction}, it got %s without call", name, describe(options)))
	}
	e := &endpoint{conference: c, leg: s.legOf(name, option(options, "call")), display: text(option(options, "displayName"))}
	e.mode = s.oneOf(name, "mode", s.numbered(option(options, "mode"), modes), modes)
	e.direction = s.oneOf(name, "direction", s.numbered(option(options, "direction"), directions), directions)
	e.leg.mixed(name)
	switch {
	case s.phase != phaseRunning:
		s.note("%s has no effect, the session ends", name)
	case s.usable(name, c) && s.usable(name, e.leg):
		c.add(e)
	}
	if e.object == nil {
		return goja.Undefined()
	}
	return e.object
}

// numbered reads a constant of ConferenceMode or ConferenceDirection, which are
// numbers, as the word that stands for it in the declarations.
func (s *Session) numbered(v goja.Value, list []string) goja.Value {
	if v != nil && goja.IsNumber(v) && v.ToInteger() >= 0 && v.ToInteger() < int64(len(list)) {
		return s.vm.ToValue(list[v.ToInteger()])
	}
	return v
}

// oneOf reads a word of a list. What the platform does without one is not said:
// here it is the last of the list, with a note.
func (s *Session) oneOf(name, key string, v goja.Value, list []string) string {
	last := list[len(list)-1]
	if v == nil {
		s.note("%s got no %s, %s is taken; it can be %s", name, key, last, strings.Join(list, ", "))
		return last
	}
	if !slices.Contains(list, text(v)) {
		panic(s.newTypeError("%s got a %s that is not one of %s", name, key, strings.Join(list, ", ")))
	}
	return text(v)
}
