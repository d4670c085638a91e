package deploy

import (
	"fmt"
	"strings"
)

// Codes of this package.
const (
	codeAccount   = "RF6001" // the credentials are of another account
	codeForeign   = "RF6002" // something of the same name is not ours
	codeOther     = "RF6003" // something of the same name is of another project or environment
	codeNumber    = "RF6004" // a number is not rented, or serves something else
	codeName      = "RF6005" // the platform takes no such name
	codeScript    = "RF6006" // a script cannot be bound, or is too long
	codeSecret    = "RF6007" // a secret has no value, or none that can be used
	codeRuleList  = "RF6008" // a rule runs other scenarios
	codeReference = "RF6009" // a rule or number names what is not there
	codeStale     = "RF6010" // the platform moved since the plan was made
	codeReadBack  = "RF6011" // the platform does not hold what was written
	codeStep      = "RF6012" // a step failed
)

// Problem is one reason why a plan cannot be made.
type Problem struct {
	Code  string
	Place string // such as "scenario kvs-scenario"
	Found string // what is wrong
	Way   string // the way out
}

func (p Problem) String() string {
	text := fmt.Sprintf("%s: %s: %s", p.Code, p.Place, p.Found)
	if p.Way != "" {
		text += "; " + p.Way
	}
	return text
}

// Refusal lists all reasons why nothing was done. It contains no secret and no
// value of a setting.
type Refusal struct{ Problems []Problem }

func (r *Refusal) Error() string {
	lines := make([]string, len(r.Problems))
	for i, p := range r.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
