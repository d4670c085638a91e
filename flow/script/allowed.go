package script

// globals are the names that are no script's own and may be used. Those with
// members are namespaces, of which only these members may be used.
var globals = map[string]map[string]bool{
	"undefined": nil, "NaN": nil, "Infinity": nil,
	"Array": nil, "String": nil, "Number": nil, "Boolean": nil, "Map": nil, "Set": nil,
	"Error": nil, "RangeError": nil, "SyntaxError": nil, "TypeError": nil,
	"parseInt": nil, "parseFloat": nil, "isNaN": nil, "isFinite": nil,
	"encodeURIComponent": nil, "decodeURIComponent": nil, "encodeURI": nil, "decodeURI": nil,
	"JSON":   set("parse", "stringify"),
	"Object": set("keys", "values", "entries", "assign", "is"),
	"Math": set("E", "LN10", "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2", "abs", "acos", "acosh", "asin", "asinh", "atan", "atan2",
		"atanh", "cbrt", "ceil", "clz32", "cos", "cosh", "exp", "expm1", "floor", "fround", "hypot", "imul", "log", "log10", "log1p",
		"log2", "max", "min", "pow", "round", "sign", "sin", "sinh", "sqrt", "tan", "tanh", "trunc"),
}

// properties are ways out of the script: from any value to the function that makes functions of texts.
var properties = map[string]bool{
	"constructor": true, "prototype": true, "__proto__": true, "__defineGetter__": true, "__defineSetter__": true,
	"__lookupGetter__": true, "__lookupSetter__": true, "caller": true, "callee": true,
}

// reasons say more about names that people try.
var reasons = map[string]string{
	"eval": "code cannot be made of texts", "Function": "code cannot be made of texts",
	"setTimeout": "a script is done at once", "setInterval": "a script is done at once", "Promise": "a script is done at once",
	"Date": "the same inputs give the same result; let an expression or a server tell the time",
	"Net":  "use the verb `http`", "fetch": "use the verb `http`", "VoxEngine": "use the verbs of the language", "ApplicationStorage": "use the verbs `lookup`, `store` and `forget`",
	"Logger": "use the verb `log`", "console": "use the verb `log`", "require": "a script is on its own",
	"caller": "give it under `takes:`", "config": "give it under `takes:`", "result": "give it under `takes:`", "call": "give it under `takes:`",
	"RegExp": "write patterns as they are: /[0-9]+/",
}

func set(names ...string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, n := range names {
		out[n] = true
	}
	return out
}
