package artifact

import (
	"fmt"
	"math"
	"net/url"
	"sort"
	"strconv"
	"strings"
	"time"
)

// Values are the settings of one environment as a person wrote them: name to
// text. Secrets are not among them; they live in the platform's secret store.
type Values map[string]string

// Problem is one thing that keeps an artifact from being bound. It never
// contains the value that was found wrong: a config may hold what is not for logs.
type Problem struct {
	Setting string // name of the setting
	Want    string // what was expected, e.g. "a phone number: 5 to 15 digits, with or without +"
	Missing bool   // no value was given
	Unknown bool   // the flow declares no such setting
}

func (p Problem) String() string {
	switch {
	case p.Unknown:
		return fmt.Sprintf("config %s: the flow declares no such setting (%s)", p.Setting, p.Want)
	case p.Missing:
		return fmt.Sprintf("config %s: no value was given; wanted %s", p.Setting, p.Want)
	default:
		return fmt.Sprintf("config %s: the value is not %s", p.Setting, p.Want)
	}
}

// BindError lists every problem of a binding, in the order of the flow's config.
type BindError struct {
	Flow     string
	Problems []Problem
}

func (e *BindError) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return fmt.Sprintf("flow %s cannot be bound: %s", e.Flow, strings.Join(lines, "; "))
}

// Bind returns the script for one environment: the body as built under a header
// and one line of values. It fails with a *BindError that lists all problems.
func (a *Artifact) Bind(values Values, h Header) ([]byte, error) {
	config := make(map[string]any, len(a.Manifest.Config))
	var problems []Problem
	var names []string
	for _, s := range a.Manifest.Config {
		names = append(names, s.Name)
		text, given := values[s.Name]
		if s.Type == "secret" {
			if given {
				problems = append(problems, Problem{Setting: s.Name, Want: "a secret, which is set on the platform and not in the values"})
			}
			continue
		}
		if !given && s.Default != "" {
			text, given = s.Default, true
		}
		if !given || strings.TrimSpace(text) == "" {
			problems = append(problems, Problem{Setting: s.Name, Want: s.want(), Missing: true})
			continue
		}
		v, ok := s.read(strings.TrimSpace(text))
		if !ok {
			problems = append(problems, Problem{Setting: s.Name, Want: s.want()})
			continue
		}
		config[s.Name] = v
	}
	problems = append(problems, unknownSettings(values, names)...)
	if len(problems) > 0 {
		return nil, &BindError{Flow: a.Manifest.Flow, Problems: problems}
	}
	return a.assemble(h, binding{Release: a.Manifest.Release, Config: config}), nil
}

func unknownSettings(values Values, names []string) []Problem {
	known := make(map[string]bool, len(names))
	for _, n := range names {
		known[n] = true
	}
	var out []Problem
	for name := range values {
		if !known[name] {
			out = append(out, Problem{Setting: name, Want: "known: " + strings.Join(names, ", "), Unknown: true})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Setting < out[j].Setting })
	return out
}

// wants says in words what a setting of each type takes.
var wants = map[string]string{
	"text":     "text",
	"number":   "a number",
	"bool":     "true or false",
	"phone":    "a phone number: 5 to 15 digits, with or without +",
	"url":      "an http or https address",
	"email":    "an e-mail address",
	"duration": "a duration such as 1.5s, 30s or 2m",
	"date":     "a date such as 2026-11-24",
	"time":     "a time such as 09:30",
	"secret":   "a secret of the platform",
}

// settingValue reads the text of a setting as the script's value: phones become
// digits without +, durations milliseconds.
func settingValue(typ, text string) (any, bool) {
	switch typ {
	case "number":
		f, err := strconv.ParseFloat(text, 64)
		return f, err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
	case "bool":
		return text == "true", text == "true" || text == "false"
	case "phone":
		return phoneDigits(text)
	case "url":
		u, err := url.Parse(text)
		return text, err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
	case "email":
		name, host, ok := strings.Cut(text, "@")
		return text, ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(text, " \t\n")
	case "date":
		_, err := time.Parse("2006-01-02", text)
		return text, err == nil && len(text) == 10 && text >= "0001"
	case "time":
		_, err := time.Parse("15:04", text)
		return text, err == nil && len(text) == 5
	case "duration":
		d, err := time.ParseDuration(text)
		return d.Milliseconds(), err == nil && d >= 0
	default:
		return text, typ == "text"
	}
}

// phoneDigits drops punctuation and one leading + or 00, as the language does.
func phoneDigits(text string) (string, bool) {
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ().-/", r) {
			return -1
		}
		return r
	}, text)
	if plus, ok := strings.CutPrefix(digits, "+"); ok {
		digits = plus
	} else if zeros, ok := strings.CutPrefix(digits, "00"); ok {
		digits = zeros
	}
	if len(digits) < 5 || len(digits) > 15 || strings.Trim(digits, "0123456789") != "" {
		return "", false
	}
	return digits, true
}
