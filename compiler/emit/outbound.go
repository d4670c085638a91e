package emit

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/compiler/ir"
)

func (e *emitter) args(f *ir.Args) string {
	e.modules["ApplicationStorage"] = true
	return fmt.Sprintf("{ fields: { %s }, bind: (entry) => { v.%s = entry; } }", e.fieldTypes(f.Fields), f.Into)
}

// fieldTypes writes fields of a stored value: name: "phone?", ...
func (e *emitter) fieldTypes(list []ir.StoreField) string {
	fields := make([]string, len(list))
	for i, field := range list {
		fields[i] = property(field.Name) + ": " + e.fieldType(field)
	}
	return strings.Join(fields, ", ")
}

func (e *emitter) dial(f *ir.Dial) string {
	detect := ""
	if f.Detect != "" {
		detect = ", detect: " + e.use("detector") + "(AMD.Model." + f.Detect + ")"
	}
	return fmt.Sprintf("{ to: %s, from: %s, role: %s, ringFor: %d%s }", e.expr(f.To), e.expr(f.From), quote(f.Leg), f.RingFor, detect)
}

// entry is the function of the library that starts the flow.
func (e *emitter) entry() string {
	if e.p.API {
		return "outbound"
	}
	return "scenario"
}
