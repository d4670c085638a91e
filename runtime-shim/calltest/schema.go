package calltest

import (
	"github.com/ringflow/ringflow/flow/schema"
	"github.com/ringflow/ringflow/flow/spec"
)

// Schema is the JSON Schema of *.test.yaml. It holds fields to their names, and
// words, times and numbers to their form; what has several forms it leaves to the
// reader.
func Schema() schema.Object {
	step := fieldsOf(StepFields(), map[string]schema.Object{
		"dialled":  fieldsOf(DialledFields(), nil),
		"sends":    fieldsOf(SendsFields(), nil),
		"control":  fieldsOf(ControlFields(), nil),
		"connects": fieldsOf(ConnectsFields(), map[string]schema.Object{"does": schema.ListOf(schema.Ref("reaction"))}),
	})
	given := fieldsOf(GivenFields(), map[string]schema.Object{
		"peers": schema.ListOf(fieldsOf(PeerFields(), map[string]schema.Object{"does": schema.ListOf(schema.Ref("reaction"))})),
	})
	given["additionalProperties"] = schema.Object{"type": "object"} // entries of stores
	one := fieldsOf(CaseFields(), map[string]schema.Object{
		"given":    given,
		"incoming": fieldsOf(IncomingFields(), nil),
		"started":  fieldsOf(StartedFields(), nil),
		"script":   schema.ListOf(schema.Either(schema.Object{"const": "joined"}, step)),
		"expect":   fieldsOf(ExpectFields(), nil),
	})
	root := schema.File("Calls that a Ringflow flow or script must handle", fieldsOf(FileFields(), map[string]schema.Object{"ringflow": schema.Version(), "tests": schema.ListOf(one)}))
	root["definitions"] = schema.Object{"reaction": fieldsOf(ReactionFields(), nil)}
	return root
}

// fieldsOf is a mapping with the fields of a list; kinds of which tests have more
// than one form are left open.
func fieldsOf(fields []spec.Field, inside map[string]schema.Object) schema.Object {
	all := map[string]schema.Object{}
	for _, f := range fields {
		switch f.Kind {
		case spec.Word, spec.Flag, spec.Duration:
		default:
			all[f.Name] = schema.Object{}
		}
	}
	for name, o := range inside {
		all[name] = o
	}
	return schema.Mapping(fields, all)
}
