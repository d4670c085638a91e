package diag

import (
	"maps"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/source"
)

// Repair is what Mend did.
type Repair struct {
	Files  map[string]*source.File // files with another text, by name
	Made   []Made                  // in the order in which they were made
	Undone []string                // files that could not be read afterwards, and keep their text
}

// Made is a fix that was made, at the place where it was found.
type Made struct {
	Fix
	Code Code
}

// rounds bounds how often the result of fixes is looked at again.
const rounds = 20

// Mend makes all safe fixes, and those that only show when others are made, until
// there is none. look looks at everything; the files of changed have another text
// than it knows. Nothing is written.
func Mend(look func(changed map[string]*source.File) []*Diagnostic) Repair {
	r := Repair{Files: map[string]*source.File{}}
	seen := map[string]bool{} // texts that files had, so that two fixes cannot chase each other
	for range rounds {
		byFile := map[string][]Made{}
		for _, d := range look(r.Files) {
			for _, f := range d.Fixes {
				if f.Safe {
					byFile[f.At.File.Name] = append(byFile[f.At.File.Name], Made{f, d.Code})
				}
			}
		}
		changed := false
		for _, name := range slices.Sorted(maps.Keys(byFile)) {
			before := byFile[name][0].At.File
			text, made := apply(before.Text, byFile[name])
			seen[name+"\x00"+before.Text] = true
			if seen[name+"\x00"+text] {
				continue
			}
			r.Files[name] = source.NewFile(name, text)
			r.Made = append(r.Made, made...)
			changed = true
		}
		if !changed {
			break
		}
	}
	r.undo()
	return r
}

// apply makes the fixes of a text that do not overlap, from its start.
func apply(text string, fixes []Made) (string, []Made) {
	slices.SortStableFunc(fixes, func(a, b Made) int {
		if a.At.Start != b.At.Start {
			return a.At.Start - b.At.Start
		}
		return a.At.End - b.At.End
	})
	var out strings.Builder
	var made []Made
	behind := 0
	for _, f := range fixes {
		if f.At.Start < behind || len(made) > 0 && f.At.Start == made[len(made)-1].At.Start {
			continue
		}
		out.WriteString(text[behind:f.At.Start])
		out.WriteString(f.Text)
		behind = f.At.End
		made = append(made, f)
	}
	out.WriteString(text[behind:])
	return out.String(), made
}

// undo gives up the files that cannot be read after all fixes: half a repair is none.
func (r *Repair) undo() {
	for _, name := range slices.Sorted(maps.Keys(r.Files)) {
		if root, accidents := source.Parse(r.Files[name]); root != nil && len(accidents) == 0 {
			continue
		}
		delete(r.Files, name)
		r.Made = slices.DeleteFunc(r.Made, func(m Made) bool { return m.At.File.Name == name })
		r.Undone = append(r.Undone, name)
	}
}
