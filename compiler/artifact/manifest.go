package artifact

// ManifestVersion is the version of the manifest's format.
const ManifestVersion = 1

// Manifest is what a build says about itself. It is the contract between a
// flow, the deploy tool and the control plane: a control plane refuses an order
// that the deployed flow could not look up, and a deploy refuses values that the
// flow could not use. Field order is fixed; the same build gives the same bytes.
type Manifest struct {
	Version     int       `json:"manifest"`    // ManifestVersion
	Flow        string    `json:"flow"`        // also the scenario's name on the platform
	Release     string    `json:"release"`     // SHA-256 of the body, 64 hex digits
	Source      string    `json:"source"`      // base name of the flow's file
	Language    string    `json:"language"`    // BCP 47, e.g. "en-US"
	Starts      string    `json:"starts"`      // "incoming"
	Size        Size      `json:"size"`        // bytes of the unbound script
	Rule        Rule      `json:"rule"`        // the routing rule that the flow asks for
	Modules     []string  `json:"modules"`     // VoxEngine modules that the script requires, sorted
	Config      []Setting `json:"config"`      // values and secrets that an environment must give, in the flow's order
	Stores      []Store   `json:"stores"`      // key-value stores that the flow reads
	Result      []string  `json:"result"`      // fields of the call result, in order
	Limits      []Limit   `json:"limits"`      // the most that one call can use, beside the platform's limit
	Unverified  []string  `json:"unverified"`  // switches (unverified platform facts) that the flow rests on, sorted
	Certificate []Sink    `json:"certificate"` // every place where a value leaves the scenario
}

// Size holds sizes in bytes (UTF-8).
type Size struct {
	Script   int `json:"script"`   // as built, readable
	Minified int `json:"minified"` // the same, minified: what is left if the platform's limit ever presses
}

// Rule is the routing rule that a flow asks for.
type Rule struct {
	Pattern string `json:"pattern"` // regular expression over the dialled number, matched as a whole
}

// Setting is one entry of the flow's config. A setting of type "secret" has no
// value in the script: it is read from the platform's secret store under its Name.
type Setting struct {
	Name   string `json:"name"`
	Type   string `json:"type"`             // text, number, bool, phone, url, email, duration, date, time, money and its currency, or secret
	Digits int    `json:"digits,omitempty"` // of money: digits behind the point
	At     string `json:"at"`               // FILE:LINE:COLUMN of the declaration
}

// Store is a key-value store in the application's storage.
type Store struct {
	Name   string       `json:"name"`
	Prefix string       `json:"prefix"` // literal text before the key's only hole, e.g. "" or "order:"
	Suffix string       `json:"suffix"` // literal text after it
	Hole   string       `json:"hole"`   // name of the hole, e.g. "number"
	Key    KeyRule      `json:"key"`    // what the flow can look up
	Fields []StoreField `json:"fields"`
	Value  int          `json:"value"` // version of the value's format that the flow reads: 1
}

// KeyRule is the set of keys that a flow can ever look up in a store, so that a
// backend's order with another number is refused where it is posted.
type KeyRule struct {
	Min   int    `json:"min"`   // shortest, in characters
	Max   int    `json:"max"`   // longest, in characters
	Exact bool   `json:"exact"` // keys shorter than Max are looked up only when a caller stops early
	Chars string `json:"chars"` // the characters that can occur, e.g. "0123456789"
}

// StoreField is one field of a store's JSON value.
type StoreField struct {
	Name     string `json:"name"`
	Type     string `json:"type"`     // text, number, bool, phone, date, time, or money and its currency
	Private  bool   `json:"private"`  // may be dialled and compared, and nothing else
	Optional bool   `json:"optional"` // may be absent
}

// Limit is one bound that the checker proved, beside the platform's limit.
type Limit struct {
	Name     string `json:"name"` // e.g. "calls", "prompts", "silence_ms"
	Most     int    `json:"most"`
	Platform int    `json:"platform"` // 0: the platform has no such limit
}

// Sink is one line of the privacy certificate: a place where a value leaves the
// scenario, who can see it there, and the verdict.
type Sink struct {
	At       string `json:"at"`       // FILE:LINE:COLUMN
	Sink     string `json:"sink"`     // e.g. "dial", "caller id", "speech to callee", "call result"
	Audience string `json:"audience"` // e.g. "carrier", "callee", "backend"
	Verdict  string `json:"verdict"`  // "no private value", "allowed: ..." or "declassified: NAME: REASON"
}

// Index is the file manifest.json of a build: one manifest for each flow.
type Index struct {
	Flows []Manifest `json:"flows"`
}
