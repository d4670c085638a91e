package spec

import "github.com/ringflow/ringflow/runtime-shim/facts"

func listen() Verb {
	return Verb{Name: "listen", Waits: true,
		Head: Field{Kind: Prompt, Required: true, Sink: "speech", Audience: "caller", Doc: "What asks for the answer."},
		Fields: append([]Field{
			{Name: "as", Kind: Name, Of: "slot", Required: true, Doc: "The name under which later steps find the answer: one of the words of `phrases`, or else what was said, a private text of the caller."},
			{Name: "phrases", Kind: Phrases, Doc: "Words with what callers say for them: a text, a list of texts, or `says:` with a `key:` that means the same. Other answers are wrong."},
			{Name: "hints", Kind: Texts, Doc: "Names and terms that recognition is told to expect."},
			{Name: "profile", Kind: Name, Of: "profile", Rests: []string{facts.ContinuousResults}, Resting: "`profile` of Deepgram or YandexV3", Doc: "Who recognises which language: PROVIDER.NAME of the platform's list. Without it, Google in the language that the call is in."},
			{Name: "confidence", Kind: Count, Default: "50", Min: 0, Max: 100, Rests: []string{facts.ConfidenceScale}, Resting: "any `confidence` but 0", Doc: "How certain recognition has to be, in percent; what is less certain is a wrong answer."},
			{Name: "digits", Kind: Count, Min: 1, Max: 32, Doc: "So many digits by telephone keys are an answer too."},
			{Name: "timeout", Kind: Duration, Default: "8s", Min: 500, Max: 60_000, Doc: "The wait for the first word or key, from the end of the prompt, and between digits."},
			{Name: "longest", Kind: Duration, Default: "15s", Min: 1000, Max: 60_000, Doc: "The longest answer, from its first word; what was said by then counts."},
			{Name: "pause", Kind: Duration, Min: 200, Max: 10_000, Doc: "The silence behind an answer that is complete: for answers of several sentences. Without it, the first that is recognised is the answer."},
			{Name: "declassify", Kind: Reasons, Doc: "Names with reasons: why what was said may be known. The text is public then. Each is a line of the certificate."},
		}, spoken(waiting())...),
		Outcomes: []Outcome{
			{Name: "got", Default: Continue, Doc: "an answer that counts"},
			{Name: "gave_up", Doc: "the attempts are used up"},
			{Name: "key", Key: true, Doc: "`key \"#\"`: a key that leaves the step at any time"},
			{Name: "failed", Doc: "recognition does not work, or has no result within 5 s"},
		},
		Doc:     "Ask for an answer by voice, or by keys beside it.",
		Cost:    "one speech recognition, paid by its length; one playback an attempt; two timers while it waits",
		Example: "listen: ask_department\nas: department\nphrases:\n  sales: [sales, buy something]\n  support: {says: [support, help], key: \"2\"}\non:\n  gave_up | failed: {run: to_operator}"}
}

// PhraseFields are the fields of one of the `phrases` in its long form.
func PhraseFields() []Field {
	return []Field{
		{Name: "says", Kind: Texts, Required: true, Doc: "What callers say: a text or a list of texts."},
		{Name: "key", Kind: Keys, Doc: "A key that means the same."},
	}
}

// spoken are the fields of waiting for a step that also hears words.
func spoken(fields []Field) []Field {
	for i := range fields {
		if fields[i].Name == "barge_in" {
			fields[i].Doc = "Whether a word, or a key that counts, stops the prompt. Without it, nothing that is said during the prompt is heard."
		}
	}
	return fields
}
