package phone

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Peer is the far end of connections that the script opens: a server of
// WebSockets, or a service of speech and AI. What no peer of a story is for is
// accepted and never reacts.
type Peer struct {
	// To is the address of a WebSocket, or the class of a client, such as
	// "OpenAI.RealtimeAPIClient"; empty is any.
	To      string     `json:"to,omitempty"`
	Accepts *Duration  `json:"accepts,omitempty"` // so long after the attempt (default 100ms)
	Refuses string     `json:"refuses,omitempty"` // instead of that, with this reason
	Does    []Reaction `json:"does,omitempty"`
}

// Reaction is what a peer does when something happens. Exactly one of the first
// four fields is set. The first reaction that fits is taken.
type Reaction struct {
	Opens bool   `json:"opens,omitempty"` // the connection stands
	Gets  *Gets  `json:"gets,omitempty"`  // a message
	Voice bool   `json:"voice,omitempty"` // somebody whom it hears begins to speak
	Hears string `json:"hears,omitempty"` // has said a text in which this regular expression (RE2) is found
	Times int    `json:"times,omitempty"` // how often; 0 is always
	Acts  []Act  `json:"acts"`            // one after the other
}

// Gets is a message that a peer gets.
type Gets struct {
	Method  string `json:"method,omitempty"`  // of a service's client, such as "responseCreate"; empty is any
	Matches string `json:"matches,omitempty"` // the text, or the arguments as JSON, has this regular expression (RE2) in it
}

// Act is one thing that a peer does. Exactly one field besides After and Data is set.
type Act struct {
	After   Duration        `json:"after,omitempty"`   // after the act before it
	Sends   string          `json:"sends,omitempty"`   // a message on a WebSocket
	Event   string          `json:"event,omitempty"`   // of a service's client, by its constant, such as "ResponseDone"
	Data    json.RawMessage `json:"data,omitempty"`    // that the event carries
	Answers json.RawMessage `json:"answers,omitempty"` // resolves the promise of a client's method
	Talks   *Talks          `json:"talks,omitempty"`   // sends speech
	Closes  *Closes         `json:"closes,omitempty"`
	Breaks  bool            `json:"breaks,omitempty"` // the connection is gone without a word
}

// Talks is speech that a peer sends; it is heard by whoever hears the connection.
type Talks struct {
	Text       string            `json:"text"`
	For        *Duration         `json:"for,omitempty"` // as long as the platform would speak it when nil
	Tag        string            `json:"tag,omitempty"` // of the stream
	Encoding   string            `json:"encoding,omitempty"`
	Parameters map[string]string `json:"parameters,omitempty"`
	AtOnce     bool              `json:"at_once,omitempty"` // faster than it is heard
}

// Closes is the end of a connection by the peer; 1000 when Code is 0.
type Closes struct {
	Code   int    `json:"code,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// Connects is somebody who opens a WebSocket to the session's address.
type Connects struct {
	Suffix  string            `json:"suffix,omitempty"` // more path after the address, and a query
	Headers map[string]string `json:"headers,omitempty"`
	Refused bool              `json:"refused,omitempty"` // the session must not take it
	Does    []Reaction        `json:"does,omitempty"`
}

func checkReactions(does []Reaction) error {
	for i := range does {
		if err := does[i].check(); err != nil {
			return fmt.Errorf("reaction %d: %w", i+1, err)
		}
	}
	return nil
}

func (r *Reaction) check() error {
	switch n := count(r.Opens, r.Gets != nil, r.Voice, r.Hears != ""); {
	case n != 1:
		return fmt.Errorf("it has %d of opens, gets, voice and hears, it needs one", n)
	case len(r.Acts) == 0:
		return errors.New("it does nothing, it needs acts")
	}
	patterns := []string{r.Hears}
	if r.Gets != nil {
		patterns = append(patterns, r.Gets.Matches)
	}
	for _, pattern := range patterns {
		if _, err := regexp.Compile(pattern); err != nil {
			return err
		}
	}
	for i := range r.Acts {
		if err := r.Acts[i].check(); err != nil {
			return fmt.Errorf("act %d: %w", i+1, err)
		}
	}
	return nil
}

func (a *Act) check() error {
	n := count(a.Sends != "", a.Event != "", len(a.Answers) > 0, a.Talks != nil, a.Closes != nil, a.Breaks)
	switch {
	case n != 1:
		return fmt.Errorf("it has %d of sends, event, answers, talks, closes and breaks, it needs one", n)
	case len(a.Data) > 0 && a.Event == "":
		return errors.New("data is what an event carries")
	case len(a.Data) > 0 && !json.Valid(a.Data), len(a.Answers) > 0 && !json.Valid(a.Answers):
		return errors.New("what it carries is not JSON")
	}
	return nil
}

func count(set ...bool) int {
	n := 0
	for _, is := range set {
		if is {
			n++
		}
	}
	return n
}

// fits reports whether a reaction is for what a peer learns.
func (r *Reaction) fits(kind, method, text string) bool {
	switch kind {
	case "open":
		return r.Opens
	case "voice":
		return r.Voice
	case "said":
		return r.Hears != "" && found(r.Hears, text)
	case "message":
		return r.Gets != nil && (r.Gets.Method == "" || slices.Contains(strings.Fields(r.Gets.Method), method)) && found(r.Gets.Matches, text)
	}
	return false
}

func found(pattern, text string) bool {
	ok, err := regexp.MatchString(pattern, text)
	return err == nil && ok
}
