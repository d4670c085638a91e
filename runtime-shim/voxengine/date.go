package voxengine

import (
	_ "embed"
	"time"

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
