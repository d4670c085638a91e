package spec

func script() Verb {
	return Verb{Name: "script", Place: Working, Before: true,
		Head: Field{Kind: Code, Required: true, Doc: "The body of a function: pure, synchronous JavaScript that ends in `return {NAME: VALUE}`. Of what is not its own it may use Math, JSON, Object, Array, String, Number, Boolean, Map, Set, errors, and the functions that read numbers or encode texts."},
		Fields: append([]Field{
			{Name: "takes", Kind: Args, Sink: "input of a script", Audience: "script", Doc: "What the script is given, by name: copies of public values."},
		}, gives(true, "The fields of the object that the script returns, with their types. Other fields are dropped.")...),
		Outcomes: []Outcome{
			{Name: "done", Default: Continue, Doc: "it returned what `gives:` declares"},
			{Name: "failed", Doc: "it threw an error, returned something else, or took more than 10,000 turns of its loops"},
		},
		Doc:     "Compute what expressions cannot, in JavaScript. It reaches nothing but what it takes, and takes nothing private.",
		Cost:    "none, if it is quick: the call hears nothing while it runs",
		Example: "script: |\n  const words = heard.trim().split(/\\s+/);\n  return {count: words.length, last: words[words.length - 1]};\ntakes: {heard: answer_text}\ngives: {count: number, last: text}\nas: words\non:\n  failed: {hangup: goodbye}"}
}
