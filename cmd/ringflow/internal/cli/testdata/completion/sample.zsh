#compdef ringflow
# Completion of ringflow for zsh:  source <(ringflow completion zsh)

_ringflow() {
  local context state state_descr line
  typeset -A opt_args
  _arguments \
    '(-h --help)'{-h,--help}'[Show context-sensitive help.]' \
    '1: :->command' '*:: :->rest'
  case $state in
  command)
    local -a list
    list=(
      'look:Look: at files\ and '\''more'\''.'
      'keys:Keys.'
    )
    _describe command list
    ;;
  rest)
    case $words[1] in
    look) _ringflow_look ;;
    keys) _ringflow_keys ;;
    esac
    ;;
  esac
}

_ringflow_look() {
  _arguments \
    '(-h --help)'{-h,--help}'[Show context-sensitive help.]' \
    --format='[How\: it'\''s \[one\] of text,json.]:text|json:(text json)' \
    '*'--switch='[Several times.]:NAME=VALUE: ' \
    '(-o --output)'{-o+,--output=}'[A folder.]:DIR:_files -/' \
    --log='[A file.]:FILE:_files' \
    '(-d --deep)'{-d,--deep}'[A flag without a value.]' \
    '*:PATH:_files'
}

_ringflow_keys() {
  local context state state_descr line
  typeset -A opt_args
  _arguments \
    '(-h --help)'{-h,--help}'[Show context-sensitive help.]' \
    '1: :->command' '*:: :->rest'
  case $state in
  command)
    local -a list
    list=(
      'get:Get a key.'
      'turn:Turn a key.'
    )
    _describe command list
    ;;
  rest)
    case $words[1] in
    get) _ringflow_keys_get ;;
    turn) _ringflow_keys_turn ;;
    esac
    ;;
  esac
}

_ringflow_keys_get() {
  _arguments \
    '(-h --help)'{-h,--help}'[Show context-sensitive help.]' \
    '1:KEY: '
}

_ringflow_keys_turn() {
  _arguments \
    '(-h --help)'{-h,--help}'[Show context-sensitive help.]' \
    '1:WAY:(left right)'
}

if [[ $funcstack[1] == _ringflow ]]; then _ringflow "$@"; else compdef _ringflow ringflow; fi
