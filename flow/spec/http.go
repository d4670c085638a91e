package spec

import "github.com/ringflow/ringflow/runtime-shim/facts"

// gives are the fields of a verb that brings values from outside into the flow.
func gives(required bool, doc string) []Field {
	return []Field{
		{Name: "gives", Kind: Decls, Required: required, Doc: doc},
		{Name: "as", Kind: Name, Of: "slot", Required: required, Doc: "The name under which later steps find what `gives:` declares."},
	}
}

func http() Verb {
	return Verb{Name: "http", Place: Working, Waits: true, Before: true,
		Head: Field{Kind: Text, Required: true, Sink: "address of a request", Audience: "server", Doc: "The address. It starts with `https://HOST/`, `http://HOST/` or a hole of type url; all other holes are URL-encoded."},
		Fields: append([]Field{
			{Name: "method", Kind: Word, Words: []string{"get", "post", "put", "patch", "delete"}, Default: "get", Doc: "The method."},
			{Name: "headers", Kind: Headers, Sink: "header of a request", Audience: "server", Rests: []string{facts.SecretReader}, Resting: "a secret in `headers`", Doc: "Headers by name. A hole may be a secret: \"Bearer {config.key}\"."},
			{Name: "body", Kind: Args, Sink: "body of a request", Audience: "server", Doc: "Fields that are sent as a JSON object."},
			{Name: "text", Kind: Text, Sink: "body of a request", Audience: "server", Doc: "A text that is sent as the body instead."},
			{Name: "timeout", Kind: Duration, Default: "5s", Min: 500, Max: 60_000, Doc: "How long one try may take."},
			{Name: "retries", Kind: Count, Default: "0", Min: 0, Max: 5, Doc: "How often it is tried again after no reply, a code of 500 or more, 408 or 429."},
			{Name: "back_off", Kind: Duration, Default: "1s", Min: 100, Max: 30_000, Doc: "The pause before the first retry; each further one is twice as long."},
		}, gives(false, "The fields of the reply, a JSON object, with their types. Other fields are dropped; without `gives:` the reply is not read.")...),
		Outcomes: []Outcome{
			{Name: "ok", Default: Continue, Doc: "a code of 200 to 299, and a reply as declared"},
			{Name: "refused", Doc: "a code of 400 to 499"},
			{Name: "failed", Doc: "any other code, no connection, or a request that cannot be sent"},
			{Name: "slow", Doc: "no reply in time"},
			{Name: "malformed", Needs: "gives", Doc: "a code of 200 to 299, and a reply that is not as declared or has more than 65,536 characters"},
		},
		Doc:     "Ask or tell a server by HTTP. A retry of anything but `get` carries the same `Idempotency-Key` as the first try.",
		Cost:    "one HTTP request of 35 a try; one timer while it waits",
		Example: "http: \"{config.crm_url}/customers/{customer_id}\"\nheaders: {Authorization: \"Bearer {config.crm_key}\"}\nretries: 1\ngives: {name: text, phone: private phone}\nas: customer\non:\n  refused | failed | slow | malformed: {hangup: goodbye}"}
}
