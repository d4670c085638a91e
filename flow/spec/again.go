package spec

func repeat() Verb {
	return Verb{Name: "repeat", Ends: true,
		Head: Field{Kind: Count, Default: "3", Min: 1, Max: 9, Doc: "How often it costs nothing; from then on it costs an attempt."},
		Doc:  "Hear the `gather`, `menu` or `listen` again under whose outcome this stands. It costs no attempt.", Cost: "what the step uses, once more",
		Example: "repeat"}
}

func goOn() Verb {
	return Verb{Name: "continue",
		Doc: "Go on behind the step under which this stands, as a branch does at its end.", Cost: "none",
		Example: "continue"}
}

func restart() Verb {
	return Verb{Name: "restart", Ends: true,
		Head: Field{Kind: Name, Of: "step", Required: true, Doc: "The `id:` of a `gather`, `menu` or `listen` around this step."},
		Doc:  "Begin a step again that this one stands in. It costs an attempt as a wrong input does; with the last one, the step comes out as `gave_up`.", Cost: "what the step uses, once more",
		Example: "restart: ask_order"}
}
