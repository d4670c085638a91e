package calltest

import "github.com/ringflow/ringflow/flow/spec"

// PeerFields are the fields of one of `peers`.
func PeerFields() []spec.Field {
	return []spec.Field{
		{Name: "to", Kind: spec.Text, Doc: "The address of a WebSocket, or the class of a client, such as OpenAI.RealtimeAPIClient; any without it."},
		{Name: "accepts", Kind: spec.Duration, Default: "100ms", Doc: "It accepts so long after the attempt."},
		{Name: "refuses", Kind: spec.Text, Doc: "It refuses instead, with this reason."},
		{Name: "does", Kind: spec.Items, Doc: "Its reactions; the first that fits is taken."},
	}
}

// ReactionFields are the fields of a reaction of a peer.
func ReactionFields() []spec.Field {
	return []spec.Field{
		{Name: "opens", Kind: spec.Flag, Doc: "When the connection stands."},
		{Name: "gets", Kind: spec.Group, Doc: "When a message comes in which a regular expression (RE2) is found: that, or `method` of a client (one or several names) with `matches` of its arguments as JSON."},
		{Name: "voice", Kind: spec.Flag, Doc: "When somebody whom it hears begins to speak."},
		{Name: "hears", Kind: spec.Text, Doc: "When somebody has said what this regular expression is found in."},
		{Name: "times", Kind: spec.Count, Doc: "How often; always without it."},
		{Name: "acts", Kind: spec.Items, Required: true, Doc: "What it does, one or a list, one after the other."},
	}
}

// ActFields are the fields of one act of a peer.
func ActFields() []spec.Field {
	return []spec.Field{
		{Name: "after", Kind: spec.Duration, Doc: "So long after the act before it."},
		{Name: "sends", Kind: spec.Text, Doc: "A message on a WebSocket."},
		{Name: "event", Kind: spec.Text, Doc: "An event of a client, by the name of its constant, such as ResponseDone."},
		{Name: "data", Kind: spec.Group, Doc: "What the event carries: a mapping, or JSON as text."},
		{Name: "answers", Kind: spec.Group, Doc: "What the promise of a client's method resolves with: a mapping, or JSON as text."},
		{Name: "talks", Kind: spec.Text, Doc: "Speech, which is heard by whoever hears the connection: the text, or its fields below."},
		{Name: "closes", Kind: spec.Count, Doc: "It closes: the code, or `code` with `reason`."},
		{Name: "breaks", Kind: spec.Flag, Doc: "The connection is gone without a word."},
	}
}

// TalksFields are the fields of `talks`.
func TalksFields() []spec.Field {
	return []spec.Field{
		{Name: "text", Kind: spec.Text, Required: true, Doc: "What is said."},
		{Name: "for", Kind: spec.Duration, Doc: "How long it lasts; without it as long as the platform would speak it."},
		{Name: "tag", Kind: spec.Text, Doc: "The tag of the stream."},
		{Name: "encoding", Kind: spec.Text, Doc: "The encoding that the script is told."},
		{Name: "parameters", Kind: spec.Args, Doc: "The custom parameters that it is told."},
		{Name: "at_once", Kind: spec.Flag, Doc: "It is sent faster than it is heard; the platform keeps ten seconds."},
	}
}

// ConnectsFields are the fields of `connects`.
func ConnectsFields() []spec.Field {
	return []spec.Field{
		{Name: "suffix", Kind: spec.Text, Doc: "More path after the address, and a query."},
		{Name: "headers", Kind: spec.Args, Doc: "Headers of the connection."},
		{Name: "refused", Kind: spec.Flag, Doc: "The session must not take it."},
		{Name: "does", Kind: spec.Items, Doc: "Reactions, as those of a peer."},
	}
}
