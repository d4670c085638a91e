package conform

import (
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func storageCases() []Case {
	return []Case{
		{Name: "storage-values", Says: "a value is stored as text under its key; a missing key is null", Known: Declaration, Where: typings},
		{Name: "storage-expires", Says: "a key is gone when its time to live is over", Known: Documentation, Where: guides, Calls: true, People: []phone.Step{wait(10 * phone.Second)}},
		{Name: "storage-limits", Says: "keys have 200 characters, values 2000, a life 90 days; more rejects", Known: Declaration, Where: typings + "; that it rejects is assumed"},
		{Name: "storage-keys", Says: "keys(namespace) lists the keys with that text before their colon, sorted", Known: Declaration, Where: typings + "; the order is assumed"},
		{Name: "storage-missing-ttl", Says: "put without a time to live takes a default", Known: PublicCode, Where: "a guide of the platform does it", Switch: "missing-ttl"},
		{Name: "module-missing-require", Says: "what belongs to a module does not exist before require", Known: Assumption, Where: "comments say that require is needed", Switch: "missing-require"},
		{Name: "module-undefined-require", Says: "require of nothing does nothing", Known: PublicCode, Where: seen, Switch: "undefined-require"},
	}
}

func networkCases() []Case {
	made := phone.Given{Answers: []phone.Answer{{URL: "https://results.example/made", Method: "POST", Code: 201, Body: "made", Headers: map[string]string{"Content-Type": "text/plain"}}}}
	broken := phone.Given{Faults: []phone.Fault{{On: phone.OnHTTP, Error: "refused"}}}
	return []Case{
		{Name: "http-result", Says: "an answer has code, text and headers as a list of key and value", Known: Declaration, Where: typings, Given: made},
		{Name: "http-legacy-options", Says: "new Net.HttpRequestOptions() and headers as lines are taken", Known: PublicCode, Where: seen, Given: made},
		{Name: "http-three-at-once", Says: "three requests are out at once, others queue in order", Known: Documentation, Where: limits + "; the order is assumed", Given: slow()},
		{Name: "http-too-many", Says: "a request beyond 35 throws", Known: Documentation, Where: limits, Given: slow()},
		{Name: "http-failure", Says: "httpRequestAsync resolves with a negative code when the network fails", Known: Assumption, Where: "the result's type suggests it", Switch: "http-failure", Given: broken},
		{Name: "http-timeout", Says: "a request that takes longer than its timeout has the code -7", Known: Declaration, Where: typings, Given: slow()},
		{Name: "http-bad-address", Says: "what is no address has the code -2", Known: Declaration, Where: typings},
	}
}

func globalCases() []Case {
	return []Case{
		{Name: "timer-interval", Says: "an interval is at least 100 ms, its id a positive number", Known: Declaration, Where: "comment of setInterval"},
		{Name: "timer-without-arguments", Says: "a timer's callback gets no arguments", Known: Declaration, Where: typings},
		{Name: "timer-cleared", Says: "clearTimeout stops a timer, and what is no timer does not matter", Known: Declaration, Where: typings + "; the second half is assumed"},
		{Name: "timer-limit", Says: "the timer after a hundred throws", Known: Assumption, Where: "the limit is documented, what happens is not", Switch: "timer-limit"},
		{Name: "global-bytes", Says: "byte functions work on arrays of numbers, base64_decode too", Known: Declaration, Where: typings},
		{Name: "global-crypto", Says: "hashes are lower-case hexadecimal", Known: Assumption, Where: "declared are strings"},
		{Name: "global-uuid", Says: "uuidgen gives another identifier each time", Known: Declaration, Where: typings},
		{Name: "global-levenshtein", Says: "levenshtein_distance counts letters to insert, delete or change", Known: Declaration, Where: typings},
		{Name: "global-local-time", Says: "getLocalTime gives a date whose UTC fields are the wall time of a zone", Known: Assumption, Where: "declared are a zone and a date"},
		{Name: "log-console", Says: "console and trace write into the log", Known: PublicCode, Where: seen,
			People: []phone.Step{expects("log", "text", "console log"), expects("log", "text", "console info"), expects("log", "text", "console debug"),
				expects("log", "text", "console warn"), expects("log", "text", "console error"), expects("log", "text", "by trace")}},
		{Name: "global-absent", Says: "names of browsers and Node do not exist", Known: Declaration, Where: "they are not declared"},
		{Name: "global-date-is-utc", Says: "local time is UTC", Known: Documentation, Where: "reference of getLocalTime"},
		{Name: "global-phone-number", Says: "PhoneNumber.getInfo is that of libphonenumber", Known: Declaration, Where: "names in the declarations"},
		{Name: "secret-value", Says: "getSecretValue gives a secret, or undefined", Known: Documentation, Where: guides + ", newer than the declarations", Switch: "secret-reader", Info: voxengine.Info{Secrets: map[string]string{"conform": "s3cret"}}},
	}
}
