package voxengine

import (
	_ "embed"
	"time"
	_ "time/tzdata" // the same zones on every machine

	"github.com/dop251/goja"
)

//go:embed date.js
var dateSource string

var dateProgram = goja.MustCompile("date.js", dateSource, true)

// pinDate makes local time UTC, as it is on the platform. Where the machine's
// is UTC there is nothing to do.
func (s *Session) pinDate(global *goja.Object) {
	if zone, _ := time.UnixMilli(s.clock()).Zone(); zone == "UTC" {
		return
	}
	pin, err := s.vm.RunProgram(dateProgram)
	must(err)
	f, _ := goja.AssertFunction(pin)
	pinned, err := f(goja.Undefined(), global.Get("Date"))
	must(err)
	must(global.DefineDataProperty("Date", pinned, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// localTime is getLocalTime(timezone, date): a date whose UTC fields are the
// wall time of a zone.
func localTime(s *Session, call goja.FunctionCall) goja.Value {
	name := text(call.Argument(0))
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		panic(s.newError("getLocalTime: %q is no time zone of the IANA database, such as Europe/Berlin", name))
	}
	at, ok := call.Argument(1).Export().(time.Time)
	if !ok {
		panic(s.newTypeError("getLocalTime needs a Date, it got %s", describe(call.Argument(1))))
	}
	_, offset := at.In(zone).Zone()
	moved := at.UnixMilli() + int64(offset)*1000
	date, err := s.vm.New(s.vm.GlobalObject().Get("Date"), s.vm.ToValue(moved))
	must(err)
	return date
}
