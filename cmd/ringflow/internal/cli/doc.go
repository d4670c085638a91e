// Package cli is the command line of ringflow: one file a command (cmd_NAME.go),
// the grammar in grammar.go, exit codes in exit.go, and the world that a command
// may touch in env.go.
//
// A command is a struct with kong tags and a method Run(*Env) error. It joins
// the rooms, which do not know each other: it reads files, builds values, calls
// one function of a room and prints what came back. Data goes to Env.Stdout,
// everything else to Env.Stderr. An error that carries an exit code is made by
// findings, usage, failed or refused; any other error exits as ExitFailed.
package cli
