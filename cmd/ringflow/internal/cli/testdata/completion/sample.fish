# Completion of ringflow for fish:  ringflow completion fish | source

# Whether what is typed so far is this command.
function __ringflow_at
    set -l commands 'look' 'keys' 'keys get' 'keys turn'
    set -l valued 'look --format' 'look --switch' 'look --output' 'look -o' 'look --log'
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
complete -c ringflow -n '__ringflow_at \'\'' -a look -d 'Look: at files\\ and \'more\'.'
complete -c ringflow -n '__ringflow_at \'\'' -a keys -d 'Keys.'
complete -c ringflow -n '__ringflow_at \'\'' -s h -l help -d 'Show context-sensitive help.'
complete -c ringflow -n '__ringflow_at \'look\'' -F
complete -c ringflow -n '__ringflow_at \'look\'' -s h -l help -d 'Show context-sensitive help.'
complete -c ringflow -n '__ringflow_at \'look\'' -l format -x -a 'text json' -d 'How: it\'s [one] of text,json.'
complete -c ringflow -n '__ringflow_at \'look\'' -l switch -x -d 'Several times.'
complete -c ringflow -n '__ringflow_at \'look\'' -s o -l output -x -a '(__fish_complete_directories)' -d 'A folder.'
complete -c ringflow -n '__ringflow_at \'look\'' -l log -r -F -d 'A file.'
complete -c ringflow -n '__ringflow_at \'look\'' -s d -l deep -d 'A flag without a value.'
complete -c ringflow -n '__ringflow_at \'keys\'' -a get -d 'Get a key.'
complete -c ringflow -n '__ringflow_at \'keys\'' -a turn -d 'Turn a key.'
complete -c ringflow -n '__ringflow_at \'keys\'' -s h -l help -d 'Show context-sensitive help.'
complete -c ringflow -n '__ringflow_at \'keys get\'' -s h -l help -d 'Show context-sensitive help.'
complete -c ringflow -n '__ringflow_at \'keys turn\'' -a 'left right'
complete -c ringflow -n '__ringflow_at \'keys turn\'' -s h -l help -d 'Show context-sensitive help.'
