package wire

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Params are the parameters of one request. Reading a parameter that is not as
// it should be records an Error and gives the zero value, so a method reads all
// of them and then asks once whether it may go on: see Failed.
//
// An empty value is the same as none, and so is 0 for a number or an id: one of
// the official clients always sends fields that were never set.
type Params struct {
	values map[string][]string
	read   map[string]bool
	errs   Errors
}

// NewParams makes Params of decoded fields.
func NewParams(values url.Values) *Params {
	return &Params{values: values, read: map[string]bool{}}
}

// Report records a problem, once; nil is none.
func (p *Params) Report(e *Error) {
	if e != nil && !slices.ContainsFunc(p.errs, func(old *Error) bool { return *old == *e }) {
		p.errs = append(p.errs, e)
	}
}

// Failed reports whether any problem is recorded.
func (p *Params) Failed() bool { return len(p.errs) > 0 }

// Errors gives the recorded problems, nil when there are none.
func (p *Params) Errors() Errors { return p.errs }

// Read lists the names that were asked for so far, sorted.
func (p *Params) Read() []string {
	var names []string
	for name := range p.read {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Need reports each of the named parameters that is missing.
func (p *Params) Need(names ...string) {
	for _, name := range names {
		if !p.Has(name) {
			p.Report(Fail(RequiredIsEmpty, "the parameter '%s' is required", name))
		}
	}
}

// NeedID is Need for numbers, of which 0 is as good as none.
func (p *Params) NeedID(names ...string) {
	for _, name := range names {
		if !p.HasID(name) {
			p.Report(Fail(RequiredIsEmpty, "the parameter '%s' is required", name))
		}
	}
}

// Has reports whether a value was given.
func (p *Params) Has(name string) bool { return p.Text(name) != "" }

// HasID is Has for numbers, of which 0 is as good as none.
func (p *Params) HasID(name string) bool { return p.Has(name) && p.Text(name) != "0" }

// Text gives a value as it came, "" when it was not given.
func (p *Params) Text(name string, checks ...Check) string {
	p.read[name] = true
	i := slices.IndexFunc(p.values[name], func(v string) bool { return v != "" })
	if i < 0 {
		return ""
	}
	value := p.values[name][i]
	for _, check := range checks {
		p.Report(check(name, value))
	}
	return value
}

// ID gives the id of an object, 0 when it was not given.
func (p *Params) ID(name string) int64 {
	return p.integer(name, p.Text(name))
}

func (p *Params) integer(name, text string) int64 {
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	if err != nil || n < 0 {
		p.Report(Fail(InvalidArguments, "the parameter '%s' is not a whole number, 0 or more", name))
		return 0
	}
	return n
}

// Int gives a whole number from lo to hi, or otherwise when it was not given.
func (p *Params) Int(name string, lo, hi, otherwise int64) int64 {
	n := p.ID(name)
	if n == 0 {
		return otherwise
	}
	if n < lo || n > hi {
		p.Report(Fail(InvalidRange, "the parameter '%s' must be from %d to %d", name, lo, hi))
		return otherwise
	}
	return n
}

// Bool gives a truth value, nil when it was not given. true, false, 1 and 0
// count in any case: the clients do not agree on the spelling.
func (p *Params) Bool(name string) *bool {
	text := p.Text(name)
	var b bool
	switch strings.ToLower(text) {
	case "":
		return nil
	case "true", "1":
		b = true
	case "false", "0":
	default:
		p.Report(Fail(InvalidArguments, "the parameter '%s' is neither true nor false", name))
	}
	return &b
}

// Flag is Bool with a default.
func (p *Params) Flag(name string, otherwise bool) bool {
	if b := p.Bool(name); b != nil {
		return *b
	}
	return otherwise
}

// List gives the elements of a list, which are joined by semicolons or given by
// repeating the parameter.
func (p *Params) List(name string) []string {
	p.read[name] = true
	var list []string
	for _, value := range p.values[name] {
		for element := range strings.SplitSeq(value, ";") {
			if element != "" {
				list = append(list, element)
			}
		}
	}
	return list
}

// IDs gives a list of ids; all is true when the list is the word "all".
func (p *Params) IDs(name string) (ids []int64, all bool) {
	list := p.List(name)
	if len(list) == 1 && strings.EqualFold(list[0], "all") {
		return nil, true
	}
	for _, element := range list {
		if n := p.integer(name, element); n != 0 {
			ids = append(ids, n)
		}
	}
	return ids, false
}

// Time gives a moment in UTC, zero when it was not given. A date alone, and a
// date with a time where only a date counts, are both sent by clients.
func (p *Params) Time(name string) time.Time {
	text := p.Text(name)
	if text == "" {
		return time.Time{}
	}
	for _, layout := range []string{time.DateTime, time.DateOnly} {
		if t, err := time.Parse(layout, text); err == nil {
			return t
		}
	}
	p.Report(Fail(InvalidDateFormat, "the parameter '%s' is not like 2026-01-31 23:59:59", name))
	return time.Time{}
}

// Page gives the part of a list that is wanted: count elements, or otherwise
// when no count is given, from offset on. A page has no upper limit, since
// official tools ask for everything at once.
func (p *Params) Page(otherwise int64) Page { return p.PageUpTo(math.MaxInt32, otherwise) }

// PageUpTo is Page where a page has at most limit elements.
func (p *Params) PageUpTo(limit, otherwise int64) Page {
	return Page{
		Count:  int(p.Int("count", 1, limit, otherwise)),
		Offset: int(p.Int("offset", 0, math.MaxInt32, 0)),
	}
}

// Page is a part of a list.
type Page struct{ Count, Offset int }

// Cut gives the elements of the page.
func Cut[T any](p Page, list []T) []T {
	from := min(p.Offset, len(list))
	return list[from : from+min(p.Count, len(list)-from)]
}

// Check judges a value that was given.
type Check func(name, value string) *Error

// AtMost allows up to n characters.
func AtMost(n int, code Code) Check {
	return func(name, value string) *Error {
		if utf8.RuneCountInString(value) > n {
			return Fail(code, "the parameter '%s' may have at most %d characters", name, n)
		}
		return nil
	}
}

// BytesBelow allows less than n bytes.
func BytesBelow(n int, code Code) Check {
	return func(name, value string) *Error {
		if len(value) >= n {
			return Fail(code, "the parameter '%s' must have less than %d bytes", name, n)
		}
		return nil
	}
}

// Matching allows what the function accepts; form says in words what that is.
func Matching(accepts func(string) bool, code Code, form string) Check {
	return func(name, value string) *Error {
		if !accepts(value) {
			return Fail(code, "the parameter '%s' must be %s", name, form)
		}
		return nil
	}
}
