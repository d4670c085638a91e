package cli

import (
	"fmt"
	"strings"
)

// bashScript is the completion of bash, from version 3.2 on.
func bashScript(all []completion) string {
	var subs, flags, takes strings.Builder
	for _, c := range all {
		if len(c.subs) > 0 {
			bashCase(&subs, strings.Join(c.subs, " "), c.path)
		}
		var names []string
		for _, o := range c.opts {
			names = append(names, o.bashNames()...)
			if o.takes.kind != noValue {
				var keys []string
				for _, name := range o.bashNames() {
					keys = append(keys, c.below(name))
				}
				bashCase(&takes, o.takes.bash(), keys...)
			}
		}
		bashCase(&flags, strings.Join(names, " "), c.path)
		if c.args.kind != noValue {
			bashCase(&takes, c.args.bash(), c.path)
		}
	}
	return fmt.Sprintf(bashTemplate, subs.String(), flags.String(), takes.String())
}

func bashCase(out *strings.Builder, text string, keys ...string) {
	for i := range keys {
		keys[i] = singleQuoted(keys[i])
	}
	fmt.Fprintf(out, "  %s) echo %s ;;\n", strings.Join(keys, " | "), singleQuoted(text))
}

func (o option) bashNames() []string {
	if o.short == "" {
		return []string{"--" + o.long}
	}
	return []string{"--" + o.long, "-" + o.short}
}

// bash says what values are: words, or a kind that begins with a colon.
func (v values) bash() string {
	switch v.kind {
	case someWords:
		return strings.Join(v.words, " ")
	case files:
		return ":file"
	case folders:
		return ":dir"
	default:
		return ":any"
	}
}

const bashTemplate = `# Completion of ringflow for bash:  eval "$(ringflow completion bash)"

_ringflow_commands() { case "$1" in
%sesac; }

_ringflow_flags() { case "$1" in
%sesac; }

# What a flag or the arguments of a command take; nothing for a flag without a value.
_ringflow_values() { case "$1" in
%sesac; }

_ringflow() {
  local IFS=$' \t\n' command= flag= word takes prefix= i cur=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $flag ]]; then
      [[ $word == = ]] || flag=
    elif [[ $word == -* ]]; then
      [[ $(_ringflow_values "${command:+$command }$word") ]] && flag=$word
    elif [[ " $(_ringflow_commands "$command") " == *" $word "* ]]; then
      command="${command:+$command }$word"
    fi
  done
  if [[ $flag && $cur == = ]]; then
    cur=
  elif [[ ! $flag && $cur == --*=* ]]; then
    flag=${cur%%%%=*} prefix=${cur%%%%=*}= cur=${cur#*=}
  fi
  if [[ $flag ]]; then
    takes=$(_ringflow_values "${command:+$command }$flag")
  elif [[ $cur == -* ]]; then
    takes=$(_ringflow_flags "$command")
  else
    takes=$(_ringflow_commands "$command")
    [[ $takes ]] || takes=$(_ringflow_values "$command")
  fi
  case $takes in
  '' | :any) ;;
  :file | :dir)
    local act=-f
    [[ $takes == :dir ]] && act=-d
    compopt -o filenames 2>/dev/null
    IFS=$'\n'
    COMPREPLY=($(compgen -P "$prefix" $act -- "$cur"))
    ;;
  *) COMPREPLY=($(compgen -P "$prefix" -W "$takes" -- "$cur")) ;;
  esac
}

complete -F _ringflow ringflow
`
