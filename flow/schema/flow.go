package schema

import (
	"github.com/ringflow/ringflow/flow/spec"
)

// Flow is the schema of *.flow.yaml.
func Flow() Object {
	return withSteps("A Ringflow flow", spec.FlowFields())
}

// Library is the schema of *.blocks.yaml.
func Library() Object {
	return withSteps("A library of Ringflow flows", spec.LibraryFields())
}

// withSteps is the schema of a file that has blocks and what they need.
func withSteps(title string, fields []spec.Field) Object {
	names := MapOf(Either(Scalar(), Object{"type": "object"})) // with types
	root := File(title, Mapping(fields, map[string]Object{
		"ringflow": Version(),
		"config":   orNothing(names),
		"types":    MapOf(Either(ListOf(Scalar()), MapOf(Scalar()))),
		"stores":   MapOf(Mapping(spec.StoreFields(), map[string]Object{"value": orNothing(names)})),
		"prompts":  Either(Object{"type": "string"}, prompts(), ListOf(Object{"type": "string"})), // one file, texts, or files
		"blocks":   MapOf(Either(Ref("steps"), Mapping(spec.BlockFields(), map[string]Object{"needs": orNothing(names)}))),
		"result":   Either(ListOf(Scalar()), MapOf(Scalar())),
	}))
	root["definitions"] = definitions()
	return root
}

// Prompts is the schema of *.prompts.yaml.
func Prompts() Object {
	return File("Texts of a Ringflow flow", Object{
		"type": "object", "required": []string{"ringflow"}, "additionalProperties": false,
		"properties":        Object{"ringflow": documented(Version(), spec.FlowFields()[0])},
		"patternProperties": Object{"^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$": prompts()},
	})
}

// prompts are texts by name, or mappings that say more of them.
func prompts() Object {
	return MapOf(Object{"type": []string{"string", "number", "boolean", "object", "array"}})
}

func orNothing(o Object) Object { return Either(o, Object{"type": "null"}) }

func definitions() Object {
	out := Object{
		"heard": Either(Ref("one_heard"), ListOf(Ref("one_heard"))),
		"one_heard": Object{
			"description": "A prompt by its name, a prompt with values as {NAME: {hole: value}}, or {text: ...}, {file: ...}, {silence: ...}.",
			"anyOf":       []Object{Scalar(), {"type": "object", "minProperties": 1}},
		},
		"steps": Either(Ref("step"), ListOf(Ref("step"))),
		"case": Object{
			"allOf": []Object{Mapping(spec.CaseFields(), nil)},
			"oneOf": []Object{{"required": []string{"when", "do"}}, {"required": []string{"otherwise"}}},
		},
	}
	var bare []string
	step := []Object{nil}
	for _, v := range spec.Verbs() {
		out["verb_"+v.Name] = verb(v)
		step = append(step, Ref("verb_"+v.Name))
		if !v.Head.Required && !needsMore(v) {
			bare = append(bare, v.Name)
		}
	}
	step[0] = Object{"enum": bare}
	out["step"] = Object{"anyOf": step}
	return out
}

func needsMore(v spec.Verb) bool {
	for _, f := range v.Fields {
		if f.Required {
			return true
		}
	}
	return false
}

// verb is a step of one verb.
func verb(v spec.Verb) Object {
	head := v.Head
	head.Name, head.Doc = v.Name, v.Doc+" "+v.Head.Doc
	inside := map[string]Object{"on": {
		"type": "object", "minProperties": 1, "additionalProperties": false,
		"patternProperties": Object{outcomes(v): Ref("steps")},
	}}
	if !head.Required && head.Kind != spec.None {
		inside[v.Name] = orNothing(Value(head))
	}
	head.Required = true // the verb itself, and it alone, makes the step
	fields := append([]spec.Field{head}, v.Fields...)
	return Mapping(append(fields, spec.CommonFields()...), inside)
}
