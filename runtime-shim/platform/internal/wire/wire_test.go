package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// The constants are written by hand; their names and values must be those of
// the table.
func TestConstantsAgreeWithTheTable(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		literal, ok := spec.Values[0].(*ast.BasicLit)
		if !ok {
			return true
		}
		value, err := strconv.Atoi(literal.Value)
		if err != nil {
			t.Fatal(err)
		}
		checked++
		if got, want := squeeze(Code(value).Name()), squeeze(spec.Names[0].Name); got != want {
			t.Errorf("%d is %s in the table and %s in code.go", value, got, want)
		}
		return true
	})
	if checked < 30 {
		t.Errorf("only %d constants were found", checked)
	}
}

func squeeze(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, "_", ""))
}

func TestTables(t *testing.T) {
	if got := Code(100).Name(); got != "AUTHORIZATION_FAILED" {
		t.Errorf("code 100 is %q", got)
	}
	if n := len(codeNames()); n != 457 {
		t.Errorf("%d codes, want 457", n)
	}
	if n := len(methods()); n != 198 {
		t.Errorf("%d methods, want 198", n)
	}
	for _, name := range []string{"LinkRegulationAddress", "LinkregulationAddress", "StartScenarios"} {
		if _, ok := Known(name); !ok {
			t.Errorf("%s is not known", name)
		}
	}
}

func TestValues(t *testing.T) {
	p := NewParams(url.Values{
		"list": {"1;2", "", "3"}, "all": {"ALL"}, "zero": {"0"}, "empty": {""}, "second": {"", "b"},
		"yes": {"True"}, "no": {"FALSE"}, "one": {"1"}, "day": {"2026-01-31"}, "moment": {"2026-01-31 23:59:59"},
	})
	if ids, all := p.IDs("list"); len(ids) != 3 || all {
		t.Errorf("list is %v, %v", ids, all)
	}
	if ids, all := p.IDs("all"); len(ids) != 0 || !all {
		t.Errorf("all is %v, %v", ids, all)
	}
	if !p.Flag("yes", false) || p.Flag("no", true) || !p.Flag("one", false) || !p.Flag("absent", true) || p.Bool("empty") != nil {
		t.Error("a truth value is wrong")
	}
	if p.Text("second") != "b" || p.Int("zero", 5, 9, 7) != 7 || p.HasID("zero") || !p.Has("zero") {
		t.Error("an absent value is wrong")
	}
	if p.Time("day").Hour() != 0 || p.Time("moment").Second() != 59 || !p.Time("empty").IsZero() {
		t.Error("a time is wrong")
	}
	if p.Failed() {
		t.Errorf("problems: %v", p.Errors())
	}
}

func TestEveryProblemIsReportedOnce(t *testing.T) {
	p := NewParams(url.Values{"n": {"x"}, "b": {"perhaps"}, "t": {"soon"}, "range": {"10"}})
	for range 2 {
		p.ID("n")
		p.Bool("b")
		p.Time("t")
		p.Int("range", 1, 9, 1)
		p.Need("missing")
		p.NeedID("missing")
	}
	var codes []Code
	for _, e := range p.Errors() {
		codes = append(codes, e.Code)
	}
	want := []Code{InvalidArguments, InvalidArguments, InvalidDateFormat, InvalidRange, RequiredIsEmpty}
	if len(codes) != len(want) {
		t.Fatalf("codes %v, want %v", codes, want)
	}
	for i := range want {
		if codes[i] != want[i] {
			t.Errorf("codes %v, want %v", codes, want)
		}
	}
}

func TestPages(t *testing.T) {
	all := []int{1, 2, 3, 4, 5}
	for _, c := range []struct {
		page Page
		want []int
	}{
		{Page{2, 0}, []int{1, 2}}, {Page{2, 4}, []int{5}}, {Page{2, 9}, nil}, {Page{99, 1}, []int{2, 3, 4, 5}},
	} {
		got := Cut(c.page, all)
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("page %v is %v, want %v", c.page, got, c.want)
		}
	}
}

// FuzzDecode sends anything as anything: the answer is parameters or a known
// error, texts come through unchanged, and reading them never panics.
func FuzzDecode(f *testing.F) {
	f.Add("/platform_api/GetRules", "a=1;2&count=3", "application/x-www-form-urlencoded", []byte("cmd=X&b=%D1%8F"))
	f.Add("/platform_api", "", "multipart/form-data; boundary=b", []byte("--b\r\nContent-Disposition: form-data; name=\"cmd\"\r\n\r\nX\r\n--b--\r\n"))
	f.Add("/platform_api/", "%", "text/plain", []byte("{}"))
	f.Fuzz(func(t *testing.T, path, query, kind string, body []byte) {
		if !strings.HasPrefix(path, "/platform_api") {
			path = "/platform_api" + path
		}
		r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		r.URL = &url.URL{Path: path, RawQuery: query}
		r.Header.Set("Content-Type", kind)
		method, p, err := Decode(httptest.NewRecorder(), r)
		var known *Error
		if err != nil && !errors.As(err, &known) {
			t.Fatalf("unexpected error %v", err)
		}
		if err != nil {
			return
		}
		for _, name := range []string{"a", "b", "count", "cmd"} {
			p.Text(name)
			p.IDs(name)
			p.Bool(name)
			p.Time(name)
			p.Page(20)
		}
		if strings.IndexFunc(method, unicode.IsControl) < 0 && strings.HasSuffix(method, "/") {
			t.Errorf("method %q", method)
		}
		if _, err := json.Marshal(p.Errors()); err != nil {
			t.Error(err)
		}
	})
}
