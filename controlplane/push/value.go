package push

import (
	"encoding/json"
	"fmt"

	"github.com/ringflow/ringflow/controlplane"
)

// maxValue is how many characters a stored value may have (documentation of SetKeyValueItem).
const maxValue = 2000

// value is what the storage holds under an order's key, version 1. A scenario
// refuses a value whose time is over, and reports the generation that it used.
type value struct {
	Version    int    `json:"v"`
	Courier    string `json:"courier"` // digits without +
	Client     string `json:"client"`
	Generation int64  `json:"g"`
	ExpiresAt  int64  `json:"x"` // Unix seconds
}

// Value returns the text that the storage holds for an active order.
func Value(o controlplane.Order) (string, error) {
	raw, err := json.Marshal(value{1, o.Courier.Digits(), o.Client.Digits(), o.Generation, o.ExpiresAt.Unix()})
	if err == nil && len(raw) > maxValue {
		err = fmt.Errorf("the value of the order would have %d characters, the platform takes %d", len(raw), maxValue)
	}
	return string(raw), err
}
