package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
)

// libraryCases are steps of a flow, and the library `kit` that it uses.
var libraryCases = []struct {
	name, flow, library string
	want                string // "" for nothing
}{
	{"a mistake is told once, in the library's own words", "run: kit.greet", `
prompts: {hello: Hello.}
blocks:
  greet: {play: helo}`, "lib/kit.blocks.yaml: there is no prompt `helo`; did you mean `hello`?"},
	{"a library does not see the flow's names", "run: kit.greet", `
blocks:
  greet: {play: own}`, "lib/kit.blocks.yaml: there is no prompt `own`"},
	{"nor its stores", "run: kit.greet", `
blocks:
  greet:
    - lookup: shop
      key: {number: "'1'"}
      as: x
      on: {otherwise: hangup}`, "lib/kit.blocks.yaml: there is no store `shop`"},
	{"nor its types", "run: kit.greet", `
blocks:
  greet:
    needs: {size: {type: Size, default: big}}
    do: [hangup]`, "lib/kit.blocks.yaml: there is no type `Size`"},
	{"types of one name in two files are two types", "run: kit.greet\n    with: {size: size}", `
types: {Size: [big, small]}
blocks:
  greet:
    needs: {size: Size}
    do: {play: {text: "{size}"}}`, "demo.flow.yaml: a Size was found where a kit.Size was expected"},
	{"a need of a library's type takes its words", "run: kit.greet\n    with: {size: big}", `
types: {Size: [big, small]}
blocks:
  greet:
    needs: {size: Size}
    do: {play: {text: "{size}"}}`, ""},
	{"a block that never comes back ends the flow", "run: kit.leave\n  - play: own", `
blocks:
  leave: [hangup]`, "demo.flow.yaml: `play` can never run"},
	{"a private value does not leave by a library", "run: kit.greet\n    with: {who: caller.number}", `
blocks:
  greet:
    needs: {who: optional phone}
    do: [hangup]`, "demo.flow.yaml: a private value is given to `who`, which is public in the block `kit.greet`"},
	{"nor inside it", "run: kit.greet\n    with: {who: caller.number}", `
blocks:
  greet:
    needs: {who: optional private phone}
    do:
      - if: who != null
        declassify: {told: the caller knows}
        then: {play: {text: "{who}"}}`, "lib/kit.blocks.yaml: a private value would reach the caller as speech"},
	{"nor by a prompt that a block is given", "set: {number: caller.number}\n  - if: number != null\n    declassify: {told: the caller knows}\n    then: {run: kit.greet, with: {word: secretly}}", `
blocks:
  greet:
    needs: {word: prompt}
    do: {play: word}`, "demo.flow.yaml: a private value would reach the caller or callee as speech"},
	{"a prompt is given through a library", "run: kit.greet\n    with: {word: own}", `
blocks:
  greet:
    needs: {word: prompt}
    do: {run: louder, with: {loud: word}}
  louder:
    needs: {loud: prompt, again: {type: prompt, default: pause}}
    do: {play: [loud, {silence: 1s}, again]}
prompts: {pause: Once more.}`, ""},
	{"a default has the type of its need", "run: kit.greet", `
blocks:
  greet:
    needs: {times: {type: number, default: "'two'"}}
    do: [hangup]`, "lib/kit.blocks.yaml: a text was found where a number was expected"},
	{"a need without a default has to be given", "run: kit.greet", `
blocks:
  greet:
    needs: {times: number}
    do: [hangup]`, "demo.flow.yaml: the block `kit.greet` needs `times`, which is not given"},
	{"a block gives what is bound on every way that comes back", "run: kit.ask\n    as: {code: digits}\n  - play: {text: \"{code}\"}", `
blocks:
  ask:
    gives: {digits: text}
    do:
      - gather: {text: Your code?}
        as: digits
        digits: 4
        on: {gave_up: {hangup: {text: Bye.}}}`, ""},
	{"a way that comes back without it", "run: kit.ask\n    as: {code: digits}\n  - play: {text: \"{code}\"}", `
blocks:
  ask:
    gives: {digits: text}
    do:
      - gather: {text: Your code?}
        as: digits
        digits: 4
        on: {gave_up: {play: {text: Never mind.}}}`, "lib/kit.blocks.yaml: the block does not give `digits` on every way that comes back"},
	{"nothing of that name", "run: kit.ask", `
blocks:
  ask:
    gives: {digits: text}
    do: {play: {text: Hello.}}`, "lib/kit.blocks.yaml: the block gives `digits`, and nothing in it is named so"},
	{"another type", "run: kit.ask", `
blocks:
  ask:
    gives: {digits: number}
    do: {set: {digits: "'1'"}}`, "lib/kit.blocks.yaml: the block gives `digits` as `number`, and it is `text`"},
	{"a name that the block does not give", "run: kit.ask\n    as: {code: digit}", `
blocks:
  ask:
    gives: {digits: text}
    do: {set: {digits: "'1'"}}`, "demo.flow.yaml: the block `kit.ask` gives no `digit`"},
	{"a private value is given back as private", "run: kit.ask\n    with: {who: caller.number}", `
blocks:
  ask:
    needs: {who: optional private phone}
    gives: {peer: optional phone}
    do: {set: {peer: who}}`, "lib/kit.blocks.yaml: a private value is given back as public"},
	{"and stays private outside", "run: kit.ask\n    with: {who: caller.number}\n    as: {peer: peer}\n  - if: peer != null\n    declassify: {told: the caller knows}\n    then: {play: {text: \"{peer}\"}}", `
blocks:
  ask:
    needs: {who: optional private phone}
    gives: {peer: optional private phone}
    do: {set: {peer: who}}`, "demo.flow.yaml: a private value would reach the caller as speech"},
	{"a default that names what is not there", "run: kit.greet", `
blocks:
  greet:
    needs: {word: {type: prompt, default: nothing}}
    do: {hangup: word}`, "lib/kit.blocks.yaml: there is no prompt `nothing`"},
}

func TestLibraries(t *testing.T) {
	for _, c := range libraryCases {
		t.Run(c.name, func(t *testing.T) {
			flow := "ringflow: 1\nflow: demo\nstarts: incoming\nlanguage: en-US\nuse: {kit: lib/kit.blocks.yaml}\n" +
				"types: {Size: [big, small]}\nstores: {shop: {key: \"{number: text}\", value: {x: text}}}\n" +
				"prompts: {own: Hello., secretly: \"It is {number}.\"}\n" +
				"main:\n  - answer\n  - run: inner\n    with: {size: big}\n  - hangup\n" +
				"blocks:\n  inner:\n    needs: {size: Size}\n    do:\n      - " + strings.ReplaceAll(c.flow, "\n", "\n    ") + "\n"
			files := fstest.MapFS{
				"demo.flow.yaml":      {Data: []byte(flow)},
				"lib/kit.blocks.yaml": {Data: []byte("ringflow: 1\nlibrary: kit" + c.library + "\n")},
			}
			var report diag.List
			check.Flow(parse.Flow(files, "demo.flow.yaml", &report), &report)
			var said []string
			for _, d := range report.Sorted() {
				if d.Code == diag.Unused && !strings.Contains(d.Message, "library") || d.Message == "`hangup` can never run" {
					continue // the flow has more than each case needs
				}
				line := d.At.File.Name + ": " + d.Message
				if strings.Contains(c.want, ";") {
					line += "; " + strings.Join(d.Help, ", ")
				}
				said = append(said, line)
			}
			if got := strings.Join(said, "\n"); got != c.want {
				t.Errorf("said:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

// TestLibraryAlone: a library is checked by itself, in every language that it has.
func TestLibraryAlone(t *testing.T) {
	files := fstest.MapFS{
		"kit.blocks.yaml":  {Data: []byte("ringflow: 1\nlibrary: kit\nprompts: [kit.prompts.yaml]\nblocks:\n  greet: {play: hello}\n  leave: {hangup: bye}\n")},
		"kit.prompts.yaml": {Data: []byte("ringflow: 1\nen-US: {hello: Hello., bye: Goodbye.}\nde-DE: {hello: Hallo.}\n")},
	}
	var report diag.List
	for _, f := range parse.Library(files, "kit.blocks.yaml", &report) {
		check.Flow(f, &report)
	}
	all := report.Sorted()
	if len(all) != 1 || all[0].Message != "there is no prompt `bye`" {
		t.Errorf("%v", all)
	}
}

// TestProjectIsTheBorder: a library may lie anywhere in the project of the flow.
func TestProjectIsTheBorder(t *testing.T) {
	flow := func(file string) []byte {
		return []byte("ringflow: 1\nflow: demo\nstarts: incoming\nlanguage: en-US\nuse: {kit: " + file + "}\nmain:\n  - answer\n  - run: kit.leave\n")
	}
	library := func(use string) []byte {
		return []byte("ringflow: 1\nlibrary: kit\n" + use + "blocks:\n  leave: [{hangup: {text: Bye.}}]\n")
	}
	far := []byte("ringflow: 1\nlibrary: far\nblocks:\n  wait: [{hangup: {text: Bye.}}]\n")
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  diag.Code
	}{
		"beside, without a project":          {fstest.MapFS{"a/kit.blocks.yaml": {Data: library("")}, "a/demo.flow.yaml": {Data: flow("kit.blocks.yaml")}}, ""},
		"above, without a project":           {fstest.MapFS{"kit.blocks.yaml": {Data: library("")}, "a/demo.flow.yaml": {Data: flow("../kit.blocks.yaml")}}, diag.OutsideProject},
		"above, in the project":              {fstest.MapFS{"ringflow.yaml": {}, "lib/kit.blocks.yaml": {Data: library("")}, "a/demo.flow.yaml": {Data: flow("../lib/kit.blocks.yaml")}}, ""},
		"above the project":                  {fstest.MapFS{"a/ringflow.yaml": {}, "kit.blocks.yaml": {Data: library("")}, "a/demo.flow.yaml": {Data: flow("../kit.blocks.yaml")}}, diag.OutsideProject},
		"by an absolute path":                {fstest.MapFS{"a/demo.flow.yaml": {Data: flow("/kit.blocks.yaml")}}, diag.OutsideProject},
		"from a library, in the project":     {fstest.MapFS{"a/far.blocks.yaml": {Data: far}, "a/lib/kit.blocks.yaml": {Data: library("use: {far: ../far.blocks.yaml}\n")}, "a/demo.flow.yaml": {Data: flow("lib/kit.blocks.yaml")}}, diag.Unused},
		"from a library, out of the project": {fstest.MapFS{"far.blocks.yaml": {Data: far}, "a/lib/kit.blocks.yaml": {Data: library("use: {far: ../../far.blocks.yaml}\n")}, "a/demo.flow.yaml": {Data: flow("lib/kit.blocks.yaml")}}, diag.OutsideProject},
	} {
		var report diag.List
		check.Flow(parse.Flow(c.files, "a/demo.flow.yaml", &report), &report)
		all := report.Sorted()
		if len(all) > 1 || len(all) == 1 != (c.want != "") || len(all) == 1 && all[0].Code != c.want {
			t.Errorf("%s: %v", name, all)
		}
	}
}

// TestLibraryWithoutTextsOfItsOwn speaks in the languages of those that it uses.
func TestLibraryWithoutTextsOfItsOwn(t *testing.T) {
	files := fstest.MapFS{
		"outer.blocks.yaml":  {Data: []byte("ringflow: 1\nlibrary: outer\nuse: {inner: inner.blocks.yaml}\nblocks:\n  leave: {hangup: inner.bye}\n  greet: {play: inner.helo}\n")},
		"inner.blocks.yaml":  {Data: []byte("ringflow: 1\nlibrary: inner\nprompts: inner.prompts.yaml\nblocks:\n  greet: {play: hello}\n")},
		"inner.prompts.yaml": {Data: []byte("ringflow: 1\nen-US: {hello: Hello., bye: Goodbye.}\n")},
	}
	var report diag.List
	for _, f := range parse.Library(files, "outer.blocks.yaml", &report) {
		check.Flow(f, &report)
	}
	all := report.Sorted()
	if len(all) != 1 || all[0].Message != "there is no prompt `inner.helo`" {
		t.Errorf("%v", all)
	}
}
