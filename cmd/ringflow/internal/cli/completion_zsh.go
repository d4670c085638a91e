package cli

import (
	"fmt"
	"strings"
)

// zshScript is the completion of zsh: a function for each command.
func zshScript(all []completion) string {
	var out strings.Builder
	out.WriteString("#compdef ringflow\n# Completion of ringflow for zsh:  source <(ringflow completion zsh)\n")
	for _, c := range all {
		fmt.Fprintf(&out, "\n%s() {\n", zshFunction(c.path))
		if len(c.subs) > 0 {
			out.WriteString("  local context state state_descr line\n  typeset -A opt_args\n")
		}
		out.WriteString("  _arguments")
		for _, o := range c.opts {
			out.WriteString(" \\\n    " + o.zsh())
		}
		switch {
		case len(c.subs) > 0:
			out.WriteString(" \\\n    '1: :->command' '*:: :->rest'\n")
			zshCommands(&out, all, c)
		case c.args.kind != noValue:
			place := "1:"
			if c.args.many {
				place = "*:"
			}
			out.WriteString(" \\\n    " + singleQuoted(place+zshEscaped(c.args.name)+c.args.zsh()) + "\n")
		default:
			out.WriteString("\n")
		}
		out.WriteString("}\n")
	}
	out.WriteString("\nif [[ $funcstack[1] == _ringflow ]]; then _ringflow \"$@\"; else compdef _ringflow ringflow; fi\n")
	return out.String()
}

func zshFunction(path string) string {
	return strings.TrimSuffix("_ringflow_"+strings.ReplaceAll(path, " ", "_"), "_")
}

// zshCommands goes on with the sub-command that stands there, or offers them.
func zshCommands(out *strings.Builder, all []completion, c completion) {
	out.WriteString("  case $state in\n  command)\n    local -a list\n    list=(\n")
	for _, name := range c.subs {
		fmt.Fprintf(out, "      %s\n", singleQuoted(name+":"+find(all, c.below(name)).help))
	}
	out.WriteString("    )\n    _describe command list\n    ;;\n  rest)\n    case $words[1] in\n")
	for _, name := range c.subs {
		fmt.Fprintf(out, "    %s) %s ;;\n", name, zshFunction(c.below(name)))
	}
	out.WriteString("    esac\n    ;;\n  esac\n")
}

// zsh is the flag as _arguments wants it: '(-o --output)'{-o+,--output=}'[help]:DIR:_files'.
func (o option) zsh() string {
	equals, plus, value := "", "", ""
	if o.takes.kind != noValue {
		equals, plus, value = "=", "+", ":"+zshEscaped(o.takes.name)+o.takes.zsh()
	}
	text := singleQuoted("[" + zshEscaped(o.help) + "]" + value)
	switch {
	case o.short != "":
		return fmt.Sprintf("'(-%s --%s)'{-%s%s,--%s%s}%s", o.short, o.long, o.short, plus, o.long, equals, text)
	case o.takes.many:
		return "'*'--" + o.long + equals + text
	default:
		return "--" + o.long + equals + text
	}
}

// zsh is the action that completes values.
func (v values) zsh() string {
	switch v.kind {
	case someWords:
		return ":(" + strings.Join(v.words, " ") + ")"
	case files:
		return ":_files"
	case folders:
		return ":_files -/"
	default:
		return ": "
	}
}

// zshEscaped escapes what _arguments reads itself.
func zshEscaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, ":", `\:`).Replace(s)
}
