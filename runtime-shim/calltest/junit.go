package calltest

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// The part of JUnit's format that build servers read.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		Time    string        `xml:"time,attr"` // seconds of virtual time
		Failure *junitFailure `xml:"failure,omitempty"`
	}
	junitFailure struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// WriteJUnit writes results in JUnit's format, a suite for each test file. The
// time of a case is how long its call lasted in virtual time.
func WriteJUnit(w io.Writer, verdicts []*Verdict) error {
	var all junitSuites
	for _, v := range verdicts {
		name := v.Case.Suite.Name
		if n := len(all.Suites); n == 0 || all.Suites[n-1].Name != name {
			all.Suites = append(all.Suites, junitSuite{Name: name})
		}
		suite := &all.Suites[len(all.Suites)-1]
		c := junitCase{Name: v.Case.Name, Class: name, Time: fmt.Sprintf("%.3f", float64(v.End)/1000)}
		suite.Tests++
		all.Tests++
		if !v.Passed() {
			suite.Failures++
			all.Failures++
			c.Failure = &junitFailure{Message: v.Failures[0].Text, Text: v.Describe()}
		}
		suite.Cases = append(suite.Cases, c)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// Describe tells what did not come as it had to: the places with the clock, and
// the trace around the first of them.
func (v *Verdict) Describe() string {
	var b strings.Builder
	for _, f := range v.Failures {
		from := f.At.From()
		fmt.Fprintf(&b, "%s:%d:%d: %s", f.At.File.Name, from.Line, from.Column, f.Text)
		if f.T >= 0 {
			fmt.Fprintf(&b, " (at %.3f s)", float64(f.T)/1000)
		}
		b.WriteByte('\n')
	}
	b.WriteString(v.around())
	return b.String()
}

// linesAround is how much of the trace is shown before and behind a failure.
const linesAround = 6

// around returns the part of the trace in which the first failure with a time lies.
func (v *Verdict) around() string {
	at := int64(-1)
	for _, f := range v.Failures {
		if f.T >= 0 {
			at = f.T
			break
		}
	}
	if at < 0 {
		return ""
	}
	first := len(v.Events)
	for i, e := range v.Events {
		if e.T >= at {
			first = i
			break
		}
	}
	var b strings.Builder
	for i := max(0, first-linesAround); i < min(len(v.Events), first+linesAround); i++ {
		sign := "  "
		if v.Events[i].T == at {
			sign = "> "
		}
		fmt.Fprintf(&b, "  %s%s\n", sign, v.Events[i].String())
	}
	return b.String()
}
