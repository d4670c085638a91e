package expr

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// Pattern is a regular expression of the subset that no engine can hang on: the
// number of ways in which it can split a text is bounded, so that an engine that
// tries them one by one comes to an end soon. It is compared with a whole text.
//
// JavaScript gets it written anew from what was read here, so that what only
// some engines know, or know differently, does not get through.
type Pattern struct {
	JS string // a literal of JavaScript
}

// Bounds of what a pattern may cost. A repetition without an end counts as many
// ways as the texts of a call have characters, so two of them are allowed.
const (
	openWays = 1000
	mostWays = openWays * openWays
)

// ParsePattern reads a pattern. Its errors say what to write instead.
func ParsePattern(text string) (Pattern, error) {
	re, err := readPattern(text)
	if err != nil {
		if problem := (*syntax.Error)(nil); errors.As(err, &problem) {
			return Pattern{}, fmt.Errorf("%s in `%s`", problem.Code, problem.Expr)
		}
		return Pattern{}, err
	}
	body, ways, err := writePattern(re)
	if err == nil && ways > mostWays {
		err = errors.New("it has too many repetitions of open length, on which a long text takes too long; two are allowed, `?` and {2,5} count a little")
	}
	return Pattern{"/^" + grouped(re, body) + "$/u"}, err
}

// matches compares a text with a pattern that was let through.
func matches(text, pattern string) bool {
	re, _ := readPattern(pattern) // written anew: a \Q without its \E would take what is put around it
	return regexp.MustCompile(`^(?:` + re.String() + `)$`).MatchString(text)
}

func readPattern(text string) (*syntax.Regexp, error) {
	return syntax.Parse(text, syntax.ClassNL|syntax.PerlX|syntax.OneLine)
}

// writePattern writes a part and counts the ways in which it can match.
func writePattern(re *syntax.Regexp) (body string, ways float64, err error) {
	switch re.Op {
	case syntax.OpEmptyMatch:
		return "", 1, nil
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase != 0 {
			return "", 0, errors.New("it has no flags; compare lower(text)")
		}
		return runes(re.Rune, special), 1, nil
	case syntax.OpCharClass:
		return class(re.Rune), 1, nil
	case syntax.OpAnyCharNotNL:
		return `[^\n]`, 1, nil
	case syntax.OpAnyChar:
		return `[\s\S]`, 1, nil
	case syntax.OpCapture:
		return writePattern(re.Sub[0])
	case syntax.OpConcat:
		return writeAll(re.Sub, "", 1, func(all, one float64) float64 { return all * one })
	case syntax.OpAlternate:
		return writeAll(re.Sub, "|", 0, func(all, one float64) float64 { return all + one })
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		return repetition(re)
	case syntax.OpBeginText, syntax.OpEndText, syntax.OpBeginLine, syntax.OpEndLine:
		return "", 0, errors.New("the whole text is compared, so `^` and `$` are left out")
	}
	return "", 0, fmt.Errorf("`%s` is not part of it", re)
}

func writeAll(parts []*syntax.Regexp, between string, ways float64, with func(all, one float64) float64) (string, float64, error) {
	out := make([]string, len(parts))
	for i, part := range parts {
		body, one, err := writePattern(part)
		if err != nil {
			return "", 0, err
		}
		out[i], ways = grouped(part, body), with(ways, one)
	}
	return strings.Join(out, between), ways, nil
}

// grouped puts alternatives into parentheses.
func grouped(re *syntax.Regexp, body string) string {
	for re.Op == syntax.OpCapture {
		re = re.Sub[0]
	}
	if re.Op == syntax.OpAlternate {
		return "(?:" + body + ")"
	}
	return body
}

// repetition writes x*, x+, x? and x{2,5}. A group may be left out or stand a
// fixed number of times; what varies is how often one character stands.
func repetition(re *syntax.Regexp) (string, float64, error) {
	lowest, highest := re.Min, re.Max
	switch re.Op {
	case syntax.OpStar:
		lowest, highest = 0, -1
	case syntax.OpPlus:
		lowest, highest = 1, -1
	case syntax.OpQuest:
		lowest, highest = 0, 1
	}
	body, ways, err := writePattern(re.Sub[0])
	if err != nil {
		return "", 0, err
	}
	single := isCharacter(re.Sub[0])
	if !single {
		body = "(?:" + body + ")"
	}
	switch {
	case lowest == highest:
		return body + times(lowest, highest), math.Pow(ways, float64(lowest)), nil
	case highest == 1:
		return body + "?", 1 + ways, nil
	case !single:
		return "", 0, errors.New("a group can be left out by `?` or repeated a fixed number of times; `*`, `+` and {2,5} are for one character")
	case highest < 0:
		return body + times(lowest, highest), openWays, nil
	}
	return body + times(lowest, highest), float64(highest - lowest + 1), nil
}

// times writes how often something stands; a highest of -1 is without end.
func times(lowest, highest int) string {
	switch {
	case lowest == highest:
		return fmt.Sprintf("{%d}", lowest)
	case highest >= 0:
		return fmt.Sprintf("{%d,%d}", lowest, highest)
	case lowest == 0:
		return "*"
	case lowest == 1:
		return "+"
	}
	return fmt.Sprintf("{%d,}", lowest)
}

// isCharacter reports whether a part is one character, whichever.
func isCharacter(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpCapture:
		return isCharacter(re.Sub[0])
	case syntax.OpLiteral:
		return len(re.Rune) == 1
	}
	return re.Op == syntax.OpCharClass || re.Op == syntax.OpAnyCharNotNL || re.Op == syntax.OpAnyChar
}

// class writes a set of characters from its ranges, or as what it leaves out.
func class(ranges []rune) string {
	var b strings.Builder
	b.WriteString("[")
	if last := len(ranges) - 1; ranges[0] == 0 && ranges[last] == unicode.MaxRune && last > 1 {
		b.WriteString("^")
		ranges = slices.Clone(ranges[1:last])
		for i := range ranges {
			ranges[i] += rune(1 - 2*(i%2)) // a gap starts behind one range and ends before the next
		}
	}
	for i := 0; i < len(ranges); i += 2 {
		b.WriteString(runes(ranges[i:i+1], specialInClass))
		if ranges[i+1] > ranges[i] {
			b.WriteString("-" + runes(ranges[i+1:i+2], specialInClass))
		}
	}
	return b.String() + "]"
}

// What has a meaning of its own in a pattern of JavaScript.
const (
	special        = `^$\.*+?()[]{}|/`
	specialInClass = `^\]-`
)

// runes writes characters that stand for themselves; what is special gets a
// backslash, and what is not ASCII or not visible its number.
func runes(list []rune, special string) string {
	var b strings.Builder
	for _, r := range list {
		switch {
		case strings.ContainsRune(special, r):
			b.WriteString(`\` + string(r))
		case r >= ' ' && r < 0x7f:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\u{%x}`, r)
		}
	}
	return b.String()
}
