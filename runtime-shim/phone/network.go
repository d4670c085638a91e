package phone

import (
	"maps"
	"slices"
	"sync"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// Network answers HTTP requests from a list: by the first answer that fits and
// is not used up, and without one with an empty 200. Latency is 100ms unless an
// answer says otherwise. It can be shared by sessions.
type Network struct {
	mu      sync.Mutex
	answers []Answer
	given   []int // how often each was given
}

const usualLatency = 100 * Millisecond

// NewNetwork returns a network with these answers.
func NewNetwork(answers ...Answer) *Network {
	return &Network{answers: answers, given: make([]int, len(answers))}
}

// Do implements voxengine.HTTP.
func (n *Network) Do(request voxengine.Request) voxengine.Response {
	n.mu.Lock()
	defer n.mu.Unlock()
	for i := range n.answers {
		answer := &n.answers[i]
		if answer.fits(request) && (answer.Times == 0 || n.given[i] < answer.Times) {
			n.given[i]++
			return answer.response()
		}
	}
	return voxengine.Response{Code: 200, Latency: int64(usualLatency)}
}

func (a *Answer) fits(request voxengine.Request) bool {
	return (a.URL == "" || a.URL == request.URL) && (a.Method == "" || a.Method == request.Method)
}

func (a *Answer) response() voxengine.Response {
	response := voxengine.Response{Code: a.Code, Body: a.Body, Latency: int64(a.Latency)}
	if a.Latency == 0 {
		response.Latency = int64(usualLatency)
	}
	for _, key := range slices.Sorted(maps.Keys(a.Headers)) {
		response.Headers = append(response.Headers, voxengine.Header{Key: key, Value: a.Headers[key]})
	}
	return response
}
