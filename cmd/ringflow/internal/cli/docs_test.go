package cli

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/format"
	"github.com/ringflow/ringflow/flow/golden"
	"github.com/ringflow/ringflow/flow/project"
	"github.com/ringflow/ringflow/flow/reference"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/conform"
	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// written holds a part of a document to the text that code makes of it: what
// stands between the lines "<!-- NAME: written by make golden -->" and
// "<!-- end of NAME -->". UPDATE=1 rewrites it.
func written(t *testing.T, file, name, text string) {
	t.Helper()
	file = filepath.Join(root, "docs", file)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	begin, end := "<!-- "+name+": written by make golden -->\n", "<!-- end of "+name+" -->\n"
	before, rest, ok := strings.Cut(string(raw), begin)
	is, after, closed := strings.Cut(rest, end)
	switch {
	case !ok || !closed:
		t.Fatalf("%s has no part %s", file, name)
	case is == text:
	case golden.Updating():
		if err := os.WriteFile(file, []byte(before+begin+text+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s: the part %s is not up to date (UPDATE=1 rewrites it)\ngot:\n%s\nwant:\n%s", file, name, is, text)
	}
}

// table writes a table of Markdown.
func table(head []string, rows [][]string) string {
	var out strings.Builder
	line := func(cells []string) { out.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	line(head)
	out.WriteString(strings.Repeat("|---", len(head)) + "|\n")
	for _, row := range rows {
		for i := range row {
			row[i] = strings.ReplaceAll(row[i], "|", `\|`)
		}
		line(row)
	}
	return out.String()
}

// codes are the rows of all codes that begin like prefix.
func codes(prefix string, cells func(errorKind) []string) (rows [][]string) {
	for _, k := range allKinds() {
		if strings.HasPrefix(k.Code, prefix) {
			rows = append(rows, cells(k))
		}
	}
	return rows
}

// TestCodesInDocuments: the documents have the tables that the rooms have.
func TestCodesInDocuments(t *testing.T) {
	plain := func(k errorKind) []string { return []string{"`" + k.Code + "`", k.Title} }
	status := func(k errorKind) []string {
		text := "-"
		if k.status != 0 {
			text = strconv.Itoa(k.status)
		}
		return []string{"`" + k.Code + "`", text, k.Title}
	}
	written(t, "emulator.md", "codes", table([]string{"code", "meaning"}, codes("RF64", plain)))
	written(t, "controlplane.md", "problems", table([]string{"code", "status", "title"}, codes("RF7", status)))
	written(t, "controlplane.md", "deploy codes", table([]string{"code", "means"}, append(codes("RF60", plain), codes("RF61", plain)...)))

	var rows [][]string
	for _, room := range errorRooms() {
		for _, k := range room.kinds {
			code, todo := k.Code, k.Todo
			if k.page != "" {
				code, todo = fmt.Sprintf("[%s](../flow/diag/pages/%s.md)", k.Code, k.Code), "see its page"
			}
			rows = append(rows, []string{code, room.name, k.Title, todo})
		}
	}
	written(t, "errors.md", "codes", table([]string{"code", "from", "says", "way out"}, rows))
}

// TestFidelityInDocuments: what is known about the cloud, and how, is what the
// engine is held to.
func TestFidelityInDocuments(t *testing.T) {
	shown := map[string][]string{}
	var statements [][]string
	for _, c := range conform.Cases() {
		decided := ""
		if c.Switch != "" {
			decided = "`" + c.Switch + "`"
			shown[c.Switch] = append(shown[c.Switch], "`"+c.Name+"`")
		}
		statements = append(statements, []string{c.Says, string(c.Known), c.Where, decided, "`" + c.Name + "`"})
	}
	written(t, "fidelity.md", "statements", table([]string{"statement", "known by", "where", "switch", "case"}, statements))

	var switches [][]string
	for _, s := range facts.Switches() {
		switches = append(switches, []string{"`" + s.ID + "`", strings.Join(s.Settings, ", "), s.Says, s.Probe, strings.Join(shown[s.ID], ", ")})
	}
	written(t, "fidelity.md", "switches", table([]string{"switch", "settings", "not known is", "to find out", "case"}, switches))
}

// TestMaskingExampleInDocuments: README shows the flow of the masking example as
// it is, short enough to be read there.
func TestMaskingExampleInDocuments(t *testing.T) {
	const file = "examples/01-number-masking/kvs-scenario.flow.yaml"
	raw, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	flow := string(raw)
	if n := strings.Count(flow, "\n"); n > 80 { // comments and empty lines count
		t.Errorf("%s has %d lines", file, n)
	}
	for i, line := range strings.Split(flow, "\n") {
		if len([]rune(line)) > 100 {
			t.Errorf("%s:%d is wider than 100 characters", file, i+1)
		}
	}
	var report diag.List
	if out, ok, err := format.File(source.NewFile(file, flow), &report); !ok || err != nil || out != flow {
		t.Errorf("%s is not in its canonical form (%v)", file, err)
	}
	written(t, "../README.md", "masking example", "```yaml "+file+"\n"+flow+"```\n")
}

// TestSurfaceInDocuments: how much of the platform is emulated is counted, not said.
func TestSurfaceInDocuments(t *testing.T) {
	deep := conform.Depth()
	rows, all := surfaceRows(deep)
	text := fmt.Sprintf("Of %d members to emulate in depth, %d are emulated (%s), %d are constants and events that never come, %d are refused.\n\n",
		all.members, all.emulated, percent(all.emulated, all.members), all.constants, all.refused)
	written(t, "fidelity.md", "depth", text+table(surfaceHead, rows))

	inDepth := map[string]bool{}
	for _, part := range deep {
		inDepth[part.Name] = true
	}
	var others []voxengine.Part
	for _, part := range voxengine.Surface() {
		if !inDepth[part.Name] && len(part.Members) > 0 {
			others = append(others, part)
		}
	}
	rows, rest := surfaceRows(others)
	members, classified := all.members+rest.members, all.classified()+rest.classified()
	text = fmt.Sprintf("All in all the declarations have %d members in %d symbols; %d of them are classified (%s). Besides those above:\n\n",
		members, len(facts.Symbols()), classified, percent(classified, members))
	written(t, "fidelity.md", "surface", text+table(surfaceHead, rows))
}

var surfaceHead = []string{"symbol", "is", "members", "emulated", "constant", "refused"}

// tally is a sum over rows.
type tally struct{ members, emulated, constants, refused int }

func (a tally) classified() int { return a.emulated + a.constants + a.refused }

func surfaceRows(parts []voxengine.Part) (rows [][]string, all tally) {
	for _, part := range parts {
		n := tally{len(part.Members), part.Count(voxengine.Emulated), part.Count(voxengine.Constant), part.Count(voxengine.Refused)}
		all = tally{all.members + n.members, all.emulated + n.emulated, all.constants + n.constants, all.refused + n.refused}
		rows = append(rows, []string{"`" + part.Name + "`", part.Kind,
			strconv.Itoa(n.members), strconv.Itoa(n.emulated), strconv.Itoa(n.constants), strconv.Itoa(n.refused)})
	}
	return rows, all
}

func percent(part, all int) string {
	return fmt.Sprintf("%.0f %%", math.Floor(100*float64(part)/float64(all)))
}

// TestFilesInDocuments: the pages have every field of test and project files.
func TestFilesInDocuments(t *testing.T) {
	for part, list := range map[string][]spec.Field{
		"testing.md: file": calltest.FileFields(), "testing.md: case": calltest.CaseFields(), "testing.md: given": calltest.GivenFields(),
		"testing.md: incoming": calltest.IncomingFields(), "testing.md: started": calltest.StartedFields(), "testing.md: step": calltest.StepFields(), "testing.md: expect": calltest.ExpectFields(),
		"testing.md: dialled": calltest.DialledFields(), "testing.md: sends": calltest.SendsFields(), "testing.md: control": calltest.ControlFields(),
		"testing.md: peer": calltest.PeerFields(), "testing.md: reaction": calltest.ReactionFields(), "testing.md: act": calltest.ActFields(), "testing.md: talks": calltest.TalksFields(),
		"testing.md: connects": calltest.ConnectsFields(),
		"testing.md: mails":    calltest.MailFields(), "testing.md: call list": calltest.CallListFields(),
		"project.md: project": project.Fields(), "project.md: rule": project.RuleFields(), "project.md: environment": project.EnvironmentFields(),
	} {
		file, name, _ := strings.Cut(part, ": ")
		written(t, file, name, reference.Table(list))
	}
}
