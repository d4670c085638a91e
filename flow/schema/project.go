package schema

import (
	"slices"

	"github.com/ringflow/ringflow/flow/project"
	"github.com/ringflow/ringflow/flow/spec"
)

// Project is the schema of ringflow.yaml.
func Project() Object {
	number := Either(Scalar(), Object{"type": "object", "required": []string{"number"}})
	environment := Mapping(project.EnvironmentFields(), map[string]Object{
		"numbers": ListOf(number),
		"secrets": MapOf(Object{"type": "object", "minProperties": 1, "maxProperties": 1}),
	})
	fields := slices.Concat(spec.FlowFields()[:1], project.Fields())
	return File("A Ringflow project", Mapping(fields, map[string]Object{
		"ringflow":     Version(),
		"scenarios":    ListOf(Scalar()),
		"rules":        ListOf(Mapping(project.RuleFields(), map[string]Object{"scenarios": ListOf(Scalar())})),
		"environments": MapOf(environment),
	}))
}
