package phone

import "github.com/ringflow/ringflow/runtime-shim/voxengine"

// Presses are keys that a called side presses by itself: where several are
// called at once, each can take the call or not.
type Presses struct {
	Keys  string   `json:"keys"`
	After Duration `json:"after,omitempty"` // since the answer
}

// press presses the keys, one after another.
func (p *Presses) press(s *voxengine.Session, leg *voxengine.Leg) {
	for i := range p.Keys {
		s.After(int64(p.After)+int64(i)*int64(usualGap), func() { leg.Press(p.Keys[i : i+1]) })
	}
}
