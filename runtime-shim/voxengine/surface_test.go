package voxengine_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// TestSurface asks a session for every member that the platform declares:
// functions are there, constants have their value, and what is refused throws
// an error that names it.
func TestSurface(t *testing.T) {
	for _, part := range voxengine.Surface() {
		var script strings.Builder
		if part.Kind == facts.Class && part.Count(voxengine.Emulated) == 0 {
			fmt.Fprintf(&script, "refuses(%q, () => new %s());\n", part.Name, part.Name)
		}
		for _, m := range part.Members {
			script.WriteString(question(part, m))
		}
		logs(t, "done", asking+script.String()+`Logger.write(wrong.join("\n") || "done");`)
	}
}

const asking = `const wrong = [];
function equal(name, got, want) { if (got !== want) wrong.push(name + " is " + got + ", not " + want); }
function refuses(name, use) {
  try { use(); wrong.push(name + " does not refuse; if it is emulated, list it in library.go"); }
  catch (e) { if (!e.message.startsWith(name + " is not emulated yet; ")) wrong.push(name + ": " + e.message); }
}
for (const name of Object.keys(Modules)) require(Modules[name]);
`

// question is JavaScript that looks at a member.
func question(part voxengine.Part, m voxengine.PartMember) string {
	name, at := part.Name+"."+m.Name, fmt.Sprintf("%s[%q]", part.Name, m.Name)
	switch {
	case part.Name == facts.Global:
		name, at = m.Name, m.Name
	case part.Kind == facts.Class:
		at = fmt.Sprintf("%s.prototype[%q]", part.Name, m.Name)
	}
	switch {
	case m.Value != nil:
		value, _ := json.Marshal(m.Value)
		return fmt.Sprintf("equal(%q, %s, %s);\n", name, at, value)
	case m.Status == voxengine.Refused:
		return fmt.Sprintf("refuses(%q, () => %s());\n", name, at)
	case part.Kind == facts.Class && !m.Called:
		return "" // a field of instances, which the prototype does not have
	default:
		return fmt.Sprintf("equal(%q, typeof %s, \"function\");\n", name, at)
	}
}

// TestSurfaceRefusesWithPlace: the error says where, and what to do.
func TestSurfaceRefusesWithPlace(t *testing.T) {
	p := open(t, voxengine.Options{}, "\nVoxEngine.callSIP(\"sip:a@example.org\");")
	p.Run()
	const want = "VoxEngine.callSIP is not emulated yet; the platform has it, so test this part of the scenario there"
	if part := memberOf("VoxEngine", "callSIP"); part.Status == voxengine.Refused {
		if err := p.Err(); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "a.js:2:") {
			t.Errorf("the error is %v", err)
		}
	}
}

func memberOf(owner, name string) voxengine.PartMember {
	for _, part := range voxengine.Surface() {
		for _, m := range part.Members {
			if part.Name == owner && m.Name == name {
				return m
			}
		}
	}
	return voxengine.PartMember{}
}

// TestEmittedIsInTheCode holds the table of events that are sent to the event
// names in the engine's source: an event that is sent without being in the
// table fails here, and so does one that is only in the table.
func TestEmittedIsInTheCode(t *testing.T) {
	values := map[string]bool{}
	for _, name := range facts.Events() {
		event, _ := facts.Event(name)
		values[event.Value] = true
	}
	inCode := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || file == "emitted.go" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range literal.FindAllStringSubmatch(string(text), -1) {
			if values[m[1]] {
				inCode[m[1]] = true
			}
		}
	}
	inTable := map[string]bool{}
	for _, name := range voxengine.Emitted() {
		if slices.Contains(voxengine.ServiceEvents(), name) {
			continue // by the facts
		}
		event, _ := facts.Event(name)
		inTable[strings.TrimPrefix(event.Value, "Sequence")] = true // as in the table
	}
	got, want := slices.Sorted(maps.Keys(inTable)), slices.Sorted(maps.Keys(inCode))
	if !slices.Equal(got, want) {
		t.Errorf("emitted.go has %v\nthe code sends %v; change the table and add cases", got, want)
	}
}

var literal = regexp.MustCompile(`"([\w.]+)"`)

// TestMute: a muted member does nothing, a muted event does not come, a muted
// field is not there, and a name that is none of these is an error.
func TestMute(t *testing.T) {
	p := open(t, voxengine.Options{Mute: []string{"uuidgen", "AppEvents.Started"}},
		`Logger.write(String(uuidgen())); VoxEngine.addEventListener(AppEvents.Started, () => Logger.write("started"));`)
	p.Run()
	if trace := p.trace(); !strings.Contains(trace, `text="undefined"`) || strings.Contains(trace, `"started"`) {
		t.Errorf("muted, and yet\n%s", trace)
	}
	p = open(t, voxengine.Options{Mute: []string{"AppEvents.Started.sessionId"}},
		`VoxEngine.addEventListener(AppEvents.Started, (e) => Logger.write(typeof e.sessionId + typeof e.accountId));`)
	p.Run()
	if trace := p.trace(); !strings.Contains(trace, `text="undefinednumber"`) {
		t.Errorf("a field is muted, and yet\n%s", trace)
	}
	_, err := voxengine.New(voxengine.Options{Code: compile(t, ""), Mute: []string{"VoxEngine.nothing"}})
	if err == nil || !strings.Contains(err.Error(), "VoxEngine.nothing cannot be muted") {
		t.Errorf("muting nothing gives %v", err)
	}
}
