package cli

import (
	"fmt"
	"go/ast"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// TestExitCodesInDocuments: the page has the table of exit.go.
func TestExitCodesInDocuments(t *testing.T) {
	var rows [][]string
	for _, f := range theGoFiles(t) {
		if f.dir != here {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !strings.HasPrefix(spec.Names[0].Name, "Exit") {
				return true
			}
			rows = append(rows, []string{spec.Values[0].(*ast.BasicLit).Value, strings.TrimSpace(spec.Comment.Text())})
			return false
		})
	}
	if len(rows) != 5 {
		t.Errorf("there are %d exit codes: %v", len(rows), rows)
	}
	written(t, "cli.md", "exit codes", table([]string{"code", "means"}, rows))
}

// TestCommandsInDocuments: the page has every command, argument and flag.
func TestCommandsInDocuments(t *testing.T) {
	var out strings.Builder
	for _, leaf := range theGrammar().Leaves(true) {
		fmt.Fprintf(&out, "### ringflow %s\n\n%s\n", leaf.Path(), leaf.Help)
		if leaf.Detail != "" {
			fmt.Fprintf(&out, "\n```\n%s\n```\n", leaf.Detail)
		}
		if rows := append(argumentRows(leaf), flagRows(leaf)...); len(rows) > 0 {
			out.WriteString("\n" + table([]string{"argument", "default", "means"}, rows))
		}
		out.WriteString("\n")
	}
	written(t, "cli.md", "commands", strings.TrimSuffix(out.String(), "\n"))
}

func argumentRows(n *kong.Node) (rows [][]string) {
	for _, p := range n.Positional {
		rows = append(rows, []string{"`" + p.Summary() + "`", code(p.Default), p.Help})
	}
	return rows
}

func flagRows(n *kong.Node) (rows [][]string) {
	for _, f := range n.Flags {
		if f.Hidden || f.Name == "help" {
			continue
		}
		name := f.Summary()
		if f.Short != 0 {
			name = "-" + string(f.Short) + ", " + name
		}
		if f.Required {
			f.Help += " **Required.**"
		}
		rows = append(rows, []string{"`" + name + "`", code(f.Default), f.Help})
	}
	return rows
}

func code(text string) string {
	if text == "" {
		return ""
	}
	return "`" + text + "`"
}
