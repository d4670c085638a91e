package cli

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
)

type explainCmd struct {
	Code string `arg:"" optional:"" help:"A code such as RF2020; without one, all codes are listed."`
}

// pageSets are the folders of explain pages, each kept where its codes are raised.
func pageSets() []fs.FS { return []fs.FS{diag.Pages()} }

func (c *explainCmd) Run(env *Env) error {
	if c.Code == "" {
		return listCodes(env)
	}
	name := strings.ToUpper(strings.TrimSpace(c.Code)) + ".md"
	for _, set := range pageSets() {
		if text, err := fs.ReadFile(set, name); err == nil {
			_, err = env.Stdout.Write(text)
			return err
		}
	}
	return usage("there is no code %s; `ringflow explain` lists all of them", c.Code)
}

func listCodes(env *Env) error {
	for _, set := range pageSets() {
		entries, err := fs.ReadDir(set, ".")
		if err != nil {
			return err
		}
		for _, e := range entries {
			text, err := fs.ReadFile(set, e.Name())
			if err != nil {
				return err
			}
			first, _, _ := strings.Cut(string(text), "\n")
			fmt.Fprintln(env.Stdout, strings.TrimPrefix(first, "# "))
		}
	}
	return nil
}
