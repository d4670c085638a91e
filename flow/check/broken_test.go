package check_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/golden"
)

// groups are the folders of testdata/broken with the start of their codes.
var groups = map[string]string{"shape": "RF1", "meaning": "RF2", "advice": "RF3"}

// TestBroken shows source and message together for every flow in
// testdata/broken. UPDATE=1 rewrites the messages.
func TestBroken(t *testing.T) {
	for group, codes := range groups {
		flows, err := filepath.Glob("testdata/broken/" + group + "/*.flow.yaml")
		if err != nil || len(flows) == 0 {
			t.Fatal(group, len(flows), err)
		}
		for _, f := range flows {
			t.Run(group+"/"+strings.TrimSuffix(filepath.Base(f), ".flow.yaml"), func(t *testing.T) {
				_, said := checkFile(t, filepath.Dir(f), filepath.Base(f))
				if !strings.Contains(said, "["+codes) {
					t.Errorf("nothing of the group was found:\n%s", said)
				}
				golden.Check(t, strings.TrimSuffix(f, ".flow.yaml")+".out", said)
			})
		}
	}
}

// finding is the first line of a diagnostic in a golden.
var finding = regexp.MustCompile(`(?m)^(?:error|advice)\[(RF\d+)\]: (.*)$`)

// variable are the parts of a message that differ from flow to flow: names, numbers and types.
var variable = regexp.MustCompile("`[^`]*`(?:(?:, | or | and )`[^`]*`)*|\\d+|\\b(?:an? )?(?:optional )?(?:private )?(?:text|number|bool|phone|url|email|secret|duration|list of \\w+)\\b")

// TestGoldensAreMany: at least 150 goldens, not padded with one message in many
// flows, and none without its flow.
func TestGoldensAreMany(t *testing.T) {
	all := 0
	shapes := map[string][]string{}
	for group := range groups {
		goldens, _ := filepath.Glob("testdata/broken/" + group + "/*.out")
		all += len(goldens)
		for _, g := range goldens {
			if _, err := os.Stat(strings.TrimSuffix(g, ".out") + ".flow.yaml"); err != nil {
				t.Errorf("%s has no flow", g)
			}
			raw, err := os.ReadFile(g)
			if err != nil {
				t.Fatal(err)
			}
			own := map[string]bool{}
			for _, m := range finding.FindAllStringSubmatch(string(raw), -1) {
				own[m[1]+" "+variable.ReplaceAllString(m[2], "_")] = true
			}
			for shape := range own {
				shapes[shape] = append(shapes[shape], strings.TrimPrefix(g, "testdata/broken/"))
			}
		}
	}
	if all < 150 {
		t.Errorf("%d goldens, want at least 150", all)
	}
	for _, shape := range slices.Sorted(maps.Keys(shapes)) {
		if in := shapes[shape]; len(in) > 3 {
			t.Errorf("%q stands in %d goldens, want at most three: %s", shape, len(in), strings.Join(in, ", "))
		}
	}
	t.Logf("%d goldens, %d kinds of messages", all, len(shapes))
}

// elsewhere are the codes that are shown by a golden of another package.
var elsewhere = map[diag.Code]string{diag.ScriptTooLarge: "../../compiler/testdata/script_too_large.out"}

// TestEveryCodeHasAGolden: a code without an example is a message that nobody has read.
func TestEveryCodeHasAGolden(t *testing.T) {
	var text strings.Builder
	goldens, _ := filepath.Glob("testdata/broken/*/*.out")
	for _, g := range append(goldens, slices.Collect(maps.Values(elsewhere))...) {
		raw, err := os.ReadFile(g)
		if err != nil {
			t.Error(err)
		}
		text.Write(raw)
	}
	for _, code := range diag.Codes() {
		if !strings.Contains(text.String(), "["+string(code)+"]") {
			t.Errorf("%s has no golden", code)
		}
	}
}
