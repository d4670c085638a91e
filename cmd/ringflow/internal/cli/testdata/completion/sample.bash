# Completion of ringflow for bash:  eval "$(ringflow completion bash)"

_ringflow_commands() { case "$1" in
  '') echo 'look keys' ;;
  'keys') echo 'get turn' ;;
esac; }

_ringflow_flags() { case "$1" in
  '') echo '--help -h' ;;
  'look') echo '--help -h --format --switch --output -o --log --deep -d' ;;
  'keys') echo '--help -h' ;;
  'keys get') echo '--help -h' ;;
  'keys turn') echo '--help -h' ;;
esac; }

# What a flag or the arguments of a command take; nothing for a flag without a value.
_ringflow_values() { case "$1" in
  'look --format') echo 'text json' ;;
  'look --switch') echo ':any' ;;
  'look --output' | 'look -o') echo ':dir' ;;
  'look --log') echo ':file' ;;
  'look') echo ':file' ;;
  'keys get') echo ':any' ;;
  'keys turn') echo 'left right' ;;
esac; }

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
    flag=${cur%%=*} prefix=${cur%%=*}= cur=${cur#*=}
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
