package platform

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
)

// Summary is what an account has, for people.
type Summary struct {
	Applications []string // short names
	Numbers      []string // rented, masked
}

// Summary counts what the account has at this moment.
func (p *Platform) Summary() (s Summary, err error) {
	err = p.store.Do(func(tx *store.Tx) bool {
		for _, app := range tx.Applications() {
			s.Applications = append(s.Applications, app.Name)
		}
		for _, n := range tx.PhoneNumbers() {
			s.Numbers = append(s.Numbers, mask(n.Number))
		}
		return true
	})
	return s, err
}

// String says it in one line.
func (s Summary) String() string {
	apps := "no application yet"
	if len(s.Applications) > 0 {
		apps = "applications " + strings.Join(s.Applications, ", ")
	}
	return fmt.Sprintf("%s; rented numbers %s", apps, strings.Join(s.Numbers, ", "))
}

// mask shows the beginning and the end of a number, enough to tell one's own
// numbers apart.
func mask(number string) string {
	if len(number) < 5 {
		return "+..."
	}
	return "+" + number[:1] + "..." + number[len(number)-2:]
}
