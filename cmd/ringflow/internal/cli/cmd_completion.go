package cli

import (
	"fmt"

	"github.com/alecthomas/kong"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"The shell: ${enum}."`
}

// Help is the longer help text.
func (c *completionCmd) Help() string {
	return `Take it over for good by a line in the shell's start file:

  bash   eval "$(ringflow completion bash)"
  zsh    source <(ringflow completion zsh)      (behind compinit)
  fish   ringflow completion fish | source`
}

func (c *completionCmd) Run(env *Env, app *kong.Kong) error {
	all := completions(app.Model)
	text := map[string]func([]completion) string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}[c.Shell](all)
	_, err := fmt.Fprint(env.Stdout, text)
	return err
}
