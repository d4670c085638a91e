package voxengine

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// missing finds the name in the engine's messages about something that is not there.
var missing = regexp.MustCompile(`^(TypeError: Object has no member|ReferenceError:) '?([\w$]+)'?( is not defined)?`)

// addressed is the engine's message about an object that is no text and no
// number, which has addresses of this process in it.
var addressed = regexp.MustCompile(`(?s)^TypeError: Could not convert .* to primitive$`)

// explain adds the way out to an error about a name that does not exist, and
// says it as other engines do.
func (s *Session) explain(err *ScriptError) *ScriptError {
	err.Text = addressed.ReplaceAllString(err.Text, "TypeError: Cannot convert object to primitive value")
	m := missing.FindStringSubmatch(err.Text)
	if m == nil {
		return err
	}
	owner, known := s.missedIn(m[2])
	if strings.HasPrefix(m[1], "TypeError") {
		if !known {
			return err
		}
		err.Text = "TypeError: " + qualified(owner, m[2]) + " is not a function"
	} else if !known {
		owner = ""
	}
	err.Help = s.suggest(owner, m[2])
	return err
}

func (s *Session) missedIn(member string) (owner string, known bool) {
	for _, miss := range slices.Backward(s.host.misses) {
		if miss.member == member {
			return miss.owner, true
		}
	}
	return "", false
}

func qualified(owner, member string) string {
	if owner == "" {
		return member
	}
	return owner + "." + member
}

func (s *Session) suggest(owner, member string) string {
	if symbol, ok := facts.Lookup(qualified(owner, member)); ok && symbol.Module != "" {
		return "call require(Modules." + symbol.Module + ") first"
	}
	if symbol, ok := facts.Lookup(owner); ok {
		if m, ok := symbol.Member(member); ok && m.Module != "" {
			return "call require(Modules." + m.Module + ") first"
		}
	}
	if near := nearest(member, s.membersOf(owner)); near != "" {
		return "did you mean " + qualified(owner, near) + "?"
	}
	return ""
}

func (s *Session) membersOf(owner string) []string {
	names := declaredMembers(owner)
	if owner == "" {
		names = append(names, facts.Symbols()...)
	}
	for name := range s.host.library[owner].funcs {
		names = append(names, name)
	}
	return names
}

// nearest returns the candidate that a misspelt word most likely meant, "" when
// none is close: at most a third of its letters may differ.
func nearest(word string, candidates []string) string {
	best, least := "", len(word)/3+1
	for _, candidate := range candidates {
		if len(word)-len(candidate) > least {
			continue // so much longer a word is not compared: it may have any length
		}
		d := levenshtein(strings.ToLower(word), strings.ToLower(candidate))
		if d < least || d == least && best != "" && candidate < best {
			best, least = candidate, d
		}
	}
	return best
}

// levenshtein counts the letters to insert, delete or change to get from a to b.
func levenshtein(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, c := range to {
			change := diagonal
			if r != c {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
