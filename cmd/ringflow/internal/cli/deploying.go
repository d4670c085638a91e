package cli

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/project"

	"github.com/ringflow/ringflow/runtime-shim/calltest"

	"github.com/ringflow/ringflow/controlplane/deploy"
	"github.com/ringflow/ringflow/controlplane/voximplant"
)

// projectFlags say which project and environment a command is about.
type projectFlags struct {
	Project string `default:"." placeholder:"DIR" help:"Folder of ringflow.yaml."`
	Env     string `short:"e" name:"env" placeholder:"NAME" help:"Environment of the project; may be left out when there is one."`
}

// open reads the project and picks the environment.
func (f *projectFlags) open(env *Env) (*project.Project, project.Environment, error) {
	name := path.Join(f.Project, project.FileName)
	if _, err := fs.Stat(env.files(), name); errors.Is(err, fs.ErrNotExist) {
		return nil, project.Environment{}, failed("there is no project: no file %s; run this in the folder of one, or name it with --project (docs/project.md shows the file)", name)
	}
	var report diag.List
	p := project.Read(env.files(), name, &report)
	if err := env.say(&report); err != nil || p == nil {
		return nil, project.Environment{}, err
	}
	e, ok := p.Environment(f.Env)
	switch {
	case ok:
		return p, e, nil
	case f.Env == "":
		return nil, e, usage("the project has several environments; choose one with -e: %s", strings.Join(p.EnvironmentNames(), ", "))
	default:
		return nil, e, usage("the project has no environment %s; it has: %s", f.Env, strings.Join(p.EnvironmentNames(), ", "))
	}
}

// client connects to the platform of an environment.
func client(env *Env, p *project.Project, e project.Environment) (*voximplant.Client, error) {
	key, err := voximplant.ReadCredentials(env.path(path.Join(p.Dir, e.Credentials)))
	if err != nil {
		return nil, failed("%w", err)
	}
	c, err := voximplant.New(voximplant.Options{Credentials: key, BaseURL: e.API, Now: env.Now})
	if err != nil {
		return nil, failed("%w", err)
	}
	return c, nil
}

// desired builds what the project wants an environment to be. Flows with errors
// end it, with their diagnostics.
func desired(env *Env, p *project.Project, e project.Environment) (deploy.Desired, error) {
	d := deploy.Desired{
		Project: p.Name, Env: e.Name, Tool: version, Account: e.Account,
		Application: p.Application + e.Suffix, SecureRecordings: p.SecureRecordings,
	}
	scenarios, err := buildScenarios(env, p, e)
	if err != nil {
		return d, err
	}
	d.Scenarios = scenarios
	for _, r := range p.Rules {
		rule := deploy.Rule{Name: r.Name, Pattern: r.Pattern, Exclude: r.Exclude}
		for _, name := range r.Scenarios {
			rule.Scenarios = append(rule.Scenarios, name+e.Suffix)
		}
		if rule.Pattern == "" {
			rule.Pattern = patternOf(scenarios, rule.Scenarios)
		}
		d.Rules = append(d.Rules, rule)
	}
	for _, n := range e.Numbers {
		d.Numbers = append(d.Numbers, deploy.Number{Digits: n.Number, Rule: n.Rule})
	}
	d.Secrets, err = secrets(env, p, e)
	return d, err
}

// anyNumber is the pattern of a rule that takes every number.
const anyNumber = ".*"

// patternOf is the pattern that the first flow among names asks for.
func patternOf(scenarios []deploy.Scenario, names []string) string {
	for _, name := range names {
		for _, s := range scenarios {
			if s.Name == name && s.Flow != nil && s.Flow.Manifest.Rule.Pattern != "" {
				return s.Flow.Manifest.Rule.Pattern
			}
		}
	}
	return anyNumber
}

func buildScenarios(env *Env, p *project.Project, e project.Environment) (out []deploy.Scenario, err error) {
	var report diag.List
	b := &calltest.Builder{Files: env.files()}
	declared := map[string]bool{}
	for _, s := range p.Scenarios {
		file := path.Join(p.Dir, s.File)
		scenario := deploy.Scenario{Name: s.Name + e.Suffix, Values: map[string]string{}}
		if !strings.HasSuffix(file, flowEnding) {
			if scenario.Script, err = os.ReadFile(env.path(file)); err != nil {
				return nil, failed("scenario %s: %w", s.Name, err)
			}
		} else if subject, err := b.Flow(file, &report); err != nil {
			return nil, err
		} else if subject != nil {
			scenario.Flow = subject.Artifact
			for _, c := range subject.Artifact.Manifest.Config {
				declared[c.Name] = true
				if value, ok := e.Config[c.Name]; ok {
					scenario.Values[c.Name] = value
				}
			}
		}
		out = append(out, scenario)
	}
	if err := env.say(&report); err != nil {
		return nil, err
	}
	for name := range e.Config {
		if !declared[name] {
			return nil, failed("%s: environment %s sets %s, which no flow of the project declares", path.Join(p.Dir, project.FileName), e.Name, name)
		}
	}
	return out, nil
}

// secrets fetches the values that the project refers to. One that is not there
// stays empty: the plan lists it with everything else that is missing.
func secrets(env *Env, p *project.Project, e project.Environment) (out []deploy.Secret, err error) {
	for _, name := range slices.Sorted(maps.Keys(e.Secrets)) {
		from := e.Secrets[name]
		value := env.Getenv(from.Env)
		if from.File != "" {
			raw, err := os.ReadFile(env.path(path.Join(p.Dir, from.File)))
			if err != nil {
				return nil, failed("secret %s: %w", name, err)
			}
			value = strings.TrimSpace(string(raw))
		}
		out = append(out, deploy.Secret{Name: name, Value: deploy.Hidden(value)})
	}
	return out, nil
}

// deployError gives an error of a deploy its exit code.
func deployError(err error) error {
	var r *deploy.Refusal
	var s *deploy.Stale
	switch {
	case err == nil:
		return nil
	case errors.As(err, &r) && len(r.Problems) > 1:
		return refused("nothing was changed:\n  %s", strings.ReplaceAll(r.Error(), "\n", "\n  "))
	case errors.As(err, &r), errors.As(err, &s):
		return refused("%w", err)
	default:
		return failed("%w", err)
	}
}
