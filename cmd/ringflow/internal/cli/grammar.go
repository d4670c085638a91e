package cli

import (
	"errors"
	"fmt"

	"github.com/alecthomas/kong"
)

// grammar is the whole command line. The order here is the order of the help text.
type grammar struct {
	New        newCmd        `cmd:"" help:"Start a project that passes check and test at once."`
	Check      checkCmd      `cmd:"" help:"Find every mistake in flows, libraries, tests and projects."`
	Explain    explainCmd    `cmd:"" help:"Say more about a code, with a wrong and a right example."`
	Fmt        fmtCmd        `cmd:"" help:"Write flows, libraries, tests and projects in their canonical form."`
	Migrate    migrateCmd    `cmd:"" help:"Rewrite files of older versions of the language."`
	Schema     schemaCmd     `cmd:"" help:"Print the JSON Schema of flows, libraries, prompts, tests or projects."`
	LSP        lspCmd        `cmd:"" name:"lsp" help:"Serve an editor: diagnostics, completion, rename and more over LSP."`
	Build      buildCmd      `cmd:"" help:"Compile flows to VoxEngine scenarios."`
	Graph      graphCmd      `cmd:"" help:"Draw a flow: its blocks as lanes, its outcomes as edges."`
	Test       testCmd       `cmd:"" help:"Play the calls of test files in virtual time."`
	Run        runCmd        `cmd:"" help:"Play one call of a flow or of hand-written scripts and print its trace."`
	Demo       demoCmd       `cmd:"" help:"Play the whole story of the masking example, from the order to the call result."`
	Dev        devCmd        `cmd:"" help:"Bring up emulator and control plane with the masking example, and stay."`
	Emulator   emulatorCmd   `cmd:"" help:"Serve the platform's Management API and run its calls on this machine."`
	Plan       planCmd       `cmd:"" help:"Show what a deploy would change, and why."`
	Apply      applyCmd      `cmd:"" help:"Deploy the project: scenarios, rules, numbers and secrets."`
	Serve      serveCmd      `cmd:"" help:"Run the control plane: take orders, feed the platform, collect call results."`
	Orders     ordersCmd     `cmd:"" help:"Post, show and end orders at a control plane."`
	Calls      callsCmd      `cmd:"" help:"Show the results of calls that a control plane collected."`
	KV         kvCmd         `cmd:"" name:"kv" help:"Look into the platform's storage, and change it by hand."`
	Completion completionCmd `cmd:"" help:"Print what bash, zsh or fish need to complete commands, flags and values."`
	Version    versionCmd    `cmd:"" help:"Print the version and what this binary was built from."`
}

const description = `Write phone-call flows in YAML, prove them, run them here, deploy them to Voximplant.

  ringflow demo                      the whole story of the example, in your terminal
  ringflow new    DIR                a project to start from
  ringflow check  FLOW.flow.yaml     every mistake at once, each with its place and the way out
  ringflow fmt                       all files here in their canonical form
  ringflow test   DIR                the calls that must work, in virtual time
  ringflow apply                     deploy the project in this directory`

// newParser reads the grammar. It calls exit when it has printed help.
func newParser(env *Env, exit func(code int)) *kong.Kong {
	parser, err := kong.New(&grammar{},
		kong.Name("ringflow"), kong.Description(description), kong.Writers(env.Stdout, env.Stderr), kong.Exit(exit),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
	)
	if err != nil {
		panic(fmt.Sprintf("the grammar of the command line is broken: %v", err))
	}
	return parser
}

// Main parses the arguments, runs one command and returns the exit code.
func Main(env *Env) int {
	exited := -1
	parser := newParser(env, func(code int) { exited = code; panic(kongExit{}) })
	err := parseAndRun(parser, env, &exited)
	if exited >= 0 {
		return exited
	}
	return env.cage.leave(report(env, err))
}

// report prints the error of a command and returns its exit code.
func report(env *Env, err error) int {
	code, text := exitCode(err)
	if text != "" {
		fmt.Fprintf(env.Stderr, "%s %s\n", env.Term.Red("ringflow:"), text)
	}
	return code
}

// kongExit unwinds out of kong when it has printed help and wants to leave.
type kongExit struct{}

func parseAndRun(parser *kong.Kong, env *Env, exited *int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(kongExit); !ok || *exited < 0 {
				panic(r)
			}
		}
	}()
	args := env.Args
	if len(args) == 0 {
		args = []string{"--help"}
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		return usage("%v (see %s --help)", err, tried(err))
	}
	ctx.Bind(env)
	return ctx.Run()
}

// tried is the command whose arguments could not be read, as far as it was named.
func tried(err error) string {
	name := "ringflow"
	if parsing := new(kong.ParseError); errors.As(err, &parsing) && parsing.Context != nil {
		for _, p := range parsing.Context.Path {
			if p.Command != nil {
				name += " " + p.Command.Name
			}
		}
	}
	return name
}
