package cli

import (
	"fmt"
	"strings"
)

// fishScript is the completion of fish, from version 3.0 on.
func fishScript(all []completion) string {
	var commands, valued []string
	var out strings.Builder
	for _, c := range all {
		if c.path != "" {
			commands = append(commands, fishQuoted(c.path))
		}
		for _, o := range c.opts {
			if o.takes.kind != noValue {
				for _, name := range o.bashNames() {
					valued = append(valued, fishQuoted(c.below(name)))
				}
			}
		}
		fishLines(&out, all, c)
	}
	return fmt.Sprintf(fishTemplate, strings.Join(commands, " "), strings.Join(valued, " ")) + out.String()
}

func fishLines(out *strings.Builder, all []completion, c completion) {
	line := func(format string, args ...any) {
		fmt.Fprintf(out, "complete -c ringflow -n %s%s\n", fishQuoted("__ringflow_at "+fishQuoted(c.path)), fmt.Sprintf(format, args...))
	}
	for _, name := range c.subs {
		line(" -a %s -d %s", name, fishQuoted(find(all, c.below(name)).help))
	}
	if action := c.args.fish(); action != "" {
		line("%s", action)
	}
	for _, o := range c.opts {
		line("%s%s -d %s", o.fish(), o.takes.fish(), fishQuoted(o.help))
	}
}

// fish names the flag: -r is one that needs a value, -x one whose value is no file.
func (o option) fish() string {
	out := " -l " + o.long
	if o.short != "" {
		out = " -s " + o.short + out
	}
	switch o.takes.kind {
	case noValue:
		return out
	case files:
		return out + " -r"
	default:
		return out + " -x"
	}
}

// fish is what completes values, "" when nothing does.
func (v values) fish() string {
	switch v.kind {
	case someWords:
		return " -a " + fishQuoted(strings.Join(v.words, " "))
	case files:
		return " -F"
	case folders:
		return " -a '(__fish_complete_directories)'"
	default:
		return ""
	}
}

func fishQuoted(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}

const fishTemplate = `# Completion of ringflow for fish:  ringflow completion fish | source

# Whether what is typed so far is this command.
function __ringflow_at
    set -l commands %s
    set -l valued %s
    set -l command ''
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        set -l longer (string trim -- "$command $word")
        if test $skip = 1
            set skip 0
        else if contains -- $longer $valued
            set skip 1
        else if contains -- $longer $commands
            set command $longer
        end
    end
    test "$command" = "$argv[1]"
end

complete -c ringflow -f
`
