package expr

import (
	"math"
	"time"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/types"
)

var dateT, timeT = types.Of(types.Date), types.Of(types.Time)

// Forms of a date and a time; they sort as texts, so that they compare as texts.
const (
	dateForm = "2006-01-02"
	timeForm = "15:04"
)

// moment reads a date or a time if one stands here: 2026-11-24, 09:30.
func (l *lexer) moment() (token, bool) {
	rest := l.text.Value[l.at:]
	for kind, form := range map[tokenKind]string{tokDate: dateForm, tokTime: timeForm} {
		if n := len(form); len(rest) >= n && sameForm(rest[:n], form) && (len(rest) == n || !isWord(rest[n]) && rest[n] != '_' && rest[n] != ':') {
			t := token{kind: kind, text: rest[:n], i: l.at, j: l.at + n}
			l.at = t.j
			return t, true
		}
	}
	return token{}, false
}

// sameForm reports whether digits stand where the form has digits, and the same
// signs elsewhere.
func sameForm(s, form string) bool {
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	for i := range len(form) {
		if s[i] != form[i] && !(digit(s[i]) && digit(form[i])) || digit(s[i]) != digit(form[i]) {
			return false
		}
	}
	return true
}

// moment makes the expression of a date or a time that was just read.
func (p *parser) moment(t token) *Expr {
	op, value, what := Date, parseDate(t.text), "day of the calendar"
	if t.kind == tokTime {
		op, value, what = Time, parseTime(t.text), "time of the day"
	}
	e := p.node(op, t.i)
	e.Value = t.text
	if value == nil {
		p.failed = true
		p.report.Add(diag.BadExpression, e.At, "%s is no %s", t.text, what)
	}
	return e
}

// ofTexts is an operation on texts, dates or times.
func ofTexts(op Op, a, b string) any {
	switch op {
	case Lt:
		return a < b
	case Le:
		return a <= b
	case Gt:
		return a > b
	case Ge:
		return a >= b
	default:
		return a + b
	}
}

func parseDate(s string) any {
	if t, err := time.Parse(dateForm, s); err != nil || t.Year() < 1 || len(s) != len(dateForm) {
		return nil
	}
	return s
}

func parseTime(s string) any {
	if _, err := time.Parse(timeForm, s); err != nil || len(s) != len(timeForm) {
		return nil
	}
	return s
}

// Days are counted from 1970-01-01.
const (
	firstDay   = -719162 // 0001-01-01
	lastDay    = 2932896 // 9999-12-31
	daySeconds = 86400
)

func dayNumber(date string) float64 {
	t, _ := time.Parse(dateForm, date)
	return float64(t.Unix() / daySeconds)
}

func addDays(date string, days float64) string {
	if math.IsNaN(days) {
		days = 0
	}
	day := math.Max(firstDay, math.Min(lastDay, dayNumber(date)+math.Trunc(days)))
	return time.Unix(int64(day)*daySeconds, 0).UTC().Format(dateForm)
}

// weekday counts from 1 for Monday.
func weekday(date string) float64 {
	t, _ := time.Parse(dateForm, date)
	return float64((int(t.Weekday())+6)%7 + 1)
}
