package diag

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Nearest returns the candidate that a mistyped word most likely meant, "" when
// none is close: at most a third of its letters may differ.
func Nearest(word string, candidates []string) string {
	letters := utf8.RuneCountInString(word)
	best, least := "", letters/3+1
	for _, c := range candidates {
		if letters-utf8.RuneCountInString(c) > least {
			continue // so much longer a word is not compared: it may have any length
		}
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d < least || d == least && best != "" && c < best {
			best, least = c, d
		}
	}
	return best
}

// DidYouMean is the help for a name that does not exist: the nearest one, else
// the list of those that do.
func DidYouMean(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("did you mean `%s`?", near)
	}
	if len(candidates) == 0 {
		return ""
	}
	return "known: " + Words(candidates)
}

// Words lists words sorted and quoted, the first ten of a long list.
func Words(words []string) string {
	sorted := append([]string(nil), words...)
	sort.Strings(sorted)
	rest := ""
	if len(sorted) > 12 {
		rest = fmt.Sprintf(" and %d more", len(sorted)-10)
		sorted = sorted[:10]
	}
	return "`" + strings.Join(sorted, "`, `") + "`" + rest
}

// OneOf lists alternatives in their given order: "`a`, `b` or `c`".
func OneOf(words []string) string {
	if len(words) == 1 {
		return "`" + words[0] + "`"
	}
	last := len(words) - 1
	return "`" + strings.Join(words[:last], "`, `") + "` or `" + words[last] + "`"
}

// distance counts the letters to insert, drop, change or swap with a neighbour.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, row, next := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		next[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			next[j+1] = min(row[j+1]+1, next[j]+1, row[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(y)]
}
