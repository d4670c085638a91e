package artifact

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// APIPattern is the pattern of the rule of a flow that is started by the API: no
// number that somebody dials matches it.
const APIPattern = "^$"

// Limits of an argument key. A reference is used at once: what lies there longer
// is of a request that failed.
const (
	ArgsPrefix   = "ringflow-args:"
	ArgsLife     = 10 * time.Minute
	argsVersion  = 1
	mostArgsSize = 2000 // characters of a value of the platform's storage
)

var argsID = regexp.MustCompile(`^[A-Za-z0-9_-]{16,64}$`)

// Started is how one session of a flow is started by the API: the value is put
// under the key first, for Life, and the custom data goes with StartScenarios.
type Started struct {
	Key, Value string
	Life       time.Duration
	CustomData string
}

// Start writes what a session is started with. The id is the request's own, 16
// to 64 letters, digits, `_` and `-` that nobody can guess: the session takes
// the key away, so that a StartScenarios which is repeated dials nobody. Who
// repeats it must not put the key again.
func (m Manifest) Start(id string, args map[string]any, now time.Time) (Started, error) {
	var problems []error
	if m.Starts != "api" {
		problems = append(problems, fmt.Errorf("the flow %s starts: %s, and only one that starts: api is given arguments", m.Flow, m.Starts))
	}
	if !argsID.MatchString(id) {
		problems = append(problems, errors.New("the id has 16 to 64 letters, digits, _ and -"))
	}
	value := map[string]any{"v": argsVersion, "x": now.Add(ArgsLife).Unix()}
	for _, f := range m.Args {
		given, ok := args[f.Name]
		if fitted, fits := fit(f, given); fits {
			value[f.Name] = fitted
		} else if ok && given != nil {
			problems = append(problems, fmt.Errorf("the argument %s is no %s", f.Name, f.Type))
		} else if !f.Optional {
			problems = append(problems, fmt.Errorf("the argument %s is not given", f.Name))
		}
	}
	for name := range args {
		if !slices.ContainsFunc(m.Args, func(f StoreField) bool { return f.Name == name }) {
			problems = append(problems, fmt.Errorf("the flow %s has no argument %s", m.Flow, name))
		}
	}
	text := string(asciiJSON(value))
	if n := len(utf16.Encode([]rune(text))); n > mostArgsSize {
		problems = append(problems, fmt.Errorf("the arguments take %d characters, and the platform stores %d", n, mostArgsSize))
	}
	if len(problems) > 0 {
		slices.SortFunc(problems, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
		return Started{}, errors.Join(problems...)
	}
	reference := fmt.Sprintf(`{"v":%d,"args":%q}`, argsVersion, id)
	return Started{Key: ArgsPrefix + id, Value: text, Life: ArgsLife, CustomData: reference}, nil
}

// fit returns a value as the flow reads it, or false. A text stands for a number
// and a truth value too: command lines and tests have nothing else.
func fit(f StoreField, given any) (any, bool) {
	text, isText := given.(string)
	switch f.Type {
	case "number":
		if isText {
			x, err := strconv.ParseFloat(text, 64)
			return x, err == nil && !math.IsInf(x, 0) && !math.IsNaN(x)
		}
		switch given.(type) {
		case float64, int, int64:
			return given, true
		}
	case "bool":
		switch given {
		case true, "true", "yes":
			return true, true
		case false, "false", "no":
			return false, true
		}
	case "phone", "date", "time":
		_, ok := settingValue(f.Type, text)
		return given, isText && ok
	default:
		return given, isText
	}
	return nil, false
}
