package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"

	"github.com/ringflow/ringflow/runtime-shim/platform"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/deploy"
	"github.com/ringflow/ringflow/controlplane/voximplant"
)

// Codes of what commands themselves raise; ownKinds says what each of them means.
const (
	codeKeyFile = "RF6403"
	codeAddress = "RF6404"
	codeFile    = "RF6409"
)

// Codes of how a script ends that runs in a process of its own; cageKinds says
// what each of them means.
const (
	codeTime   = "RF5008"
	codeMemory = "RF5009"
	codeCrash  = "RF5010"
)

// cageKinds is the table of the limits of a script's own process.
func cageKinds() []voxengine.ErrorKind {
	return []voxengine.ErrorKind{
		{
			Code: codeTime, Title: "a run that takes too long",
			Means: "`ringflow run` plays a call in a process of its own, and that process had not ended after 4 s of processor time, or after a minute by the clock. It was ended, and there is no trace. " +
				"One callback is stopped after 3 s already, with its place; this is what cannot be stopped in between, such as many slow matches of a regular expression in one `replace`, and many long callbacks in a row. " +
				"The message names the last event of the trace.",
			Todo:  "Look at what the script does after that event. Write expressions so that a part can match in one way only.",
			Wrong: `"aaaaaaaaaaaaaaaaaaaaaaa!".repeat(1000).replace(/(?=a)(a+)+b|!/g, "");`,
			Right: `"aaaaaaaaaaaaaaaaaaaaaaa!".repeat(1000).replace(/a+b|!/g, "");`,
		}, {
			Code: codeMemory, Title: "a script that fills the memory",
			Means: "`ringflow run` plays a call in a process of its own, and that process held more than 512 MB. It was ended, and there is no trace. The message names the last event of it. " +
				"What the platform gives a session is not documented; no call needs this much.",
			Todo:  "Look for a string or an array that grows without end after that event.",
			Wrong: `const all = []; while (true) all.push(new Array(1000).fill(0));`,
			Right: `const all = []; while (all.length < 10) all.push(new Array(1000).fill(0));`,
		}, {
			Code: codeCrash, Title: "a script that brings the engine down",
			Means: "`ringflow run` plays a call in a process of its own, and the script has ended that process: data that is nested hundreds of thousands of levels deep does it. There is no trace, and nothing else was harmed.",
			Todo:  "Look for data that is nested without end. When there is none, this is a bug of Ringflow: the message says what happened.",
			Wrong: `JSON.parse("[".repeat(5000000));`,
			Right: `JSON.parse("[1, 2]");`,
		},
	}
}

// ownKinds is the table of the codes of this package.
func ownKinds() []voxengine.ErrorKind {
	return []voxengine.ErrorKind{
		{
			Code: codeKeyFile, Title: "the credentials file is not one, or not of this data",
			Means: "The emulator keeps the public half of a key in its data folder and the private half in the credentials file alone. The file that is there cannot be read, " +
				"is no service account's file, or belongs to the data of another folder. It was not overwritten.",
			Todo: "Move the file away, and a new one is written at the next start; or name the data folder that it belongs to with `--data`.",
		}, {
			Code: codeAddress, Title: "the address cannot be served on",
			Means: "Another program listens there already, or the address is not one of this machine's.",
			Todo:  "Stop the other program, or choose another address with `--listen`; port 0 takes a free one.",
			Right: `ringflow emulator --listen 127.0.0.1:0`,
		}, {
			Code: codeFile, Title: "a file of the emulator cannot be written",
			Means: "The credentials file or the admin token beside it cannot be written, so no client could sign in.",
			Todo:  "Make the folder, or name a file in another one with `--credentials`.",
		},
	}
}

// errorKind is one code as it is explained, whichever room raises it.
type errorKind struct {
	voxengine.ErrorKind
	status int    // of the HTTP answer that carries it, 0 when none does
	page   string // the text of a code that has a page instead of a row
}

// errorRoom is all codes of one room, in order.
type errorRoom struct {
	name  string
	kinds []errorKind
}

// errorRooms are the tables of all rooms, in the order of their codes.
func errorRooms() []errorRoom {
	return []errorRoom{
		{"the language", languageKinds()},
		{"a script that runs", engineKinds(voxengine.ErrorKinds(), cageKinds())},
		{"deploying", serviceKinds(deploy.Kinds())},
		{"the Management API's client", serviceKinds(voximplant.Kinds())},
		{"the emulated platform", engineKinds(platform.ErrorKinds(), ownKinds())},
		{"the control plane", serviceKinds(controlplane.Kinds())},
	}
}

func languageKinds() (out []errorKind) {
	for _, code := range diag.Codes() {
		text, _ := diag.Page(code)
		out = append(out, errorKind{ErrorKind: voxengine.ErrorKind{Code: string(code), Title: diag.Title(code)}, page: text})
	}
	return out
}

func engineKinds(tables ...[]voxengine.ErrorKind) (out []errorKind) {
	for _, k := range slices.Concat(tables...) {
		out = append(out, errorKind{ErrorKind: k})
	}
	slices.SortFunc(out, func(a, b errorKind) int { return strings.Compare(a.Code, b.Code) })
	return out
}

func serviceKinds(table []controlplane.Kind) (out []errorKind) {
	for _, k := range table {
		out = append(out, errorKind{status: k.Status, ErrorKind: voxengine.ErrorKind{
			Code: string(k.Code), Title: k.Title, Means: k.Means, Todo: k.Todo, Right: k.Right,
		}})
	}
	return out
}

// text is the page of a code, in the form of the language's pages.
func (k errorKind) text() string {
	if k.page != "" {
		return k.page
	}
	var out strings.Builder
	fmt.Fprintf(&out, "# %s: %s\n\n%s\n\n%s\n", k.Code, k.Title, k.Means, k.Todo)
	for _, example := range [][2]string{{"Wrong", k.Wrong}, {"Right", k.Right}} {
		if example[1] != "" {
			fmt.Fprintf(&out, "\n%s:\n\n```\n%s\n```\n", example[0], example[1])
		}
	}
	if k.status != 0 {
		fmt.Fprintf(&out, "\nThe answer has the HTTP status %d.\n", k.status)
	}
	return out.String()
}
