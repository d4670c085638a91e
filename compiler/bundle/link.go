package bundle

import (
	"bytes"
	"encoding/base64"
	"errors"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/ringflow/ringflow/runtime-shim/scenario"
)

// module is the name under which a scenario imports the shim, and the namespace of the shim's files.
const module = "ringflow"

type linked struct {
	text      []byte
	sourceMap []byte
}

// link runs esbuild over a scenario. The format is CommonJS because it leaves
// the platform's global require alone; a scenario exports nothing, so no
// CommonJS is left in the result. No "use strict": the code was written as a
// module, is sloppy in a script, and means the same in both.
func link(in Input) (linked, error) {
	built := api.Build(api.BuildOptions{
		Stdin:         &api.StdinOptions{Contents: withMap(in), Sourcefile: in.Name, Loader: api.LoaderJS},
		Bundle:        true,
		Format:        api.FormatCommonJS,
		Platform:      api.PlatformNeutral,
		Target:        api.ES2017,
		Supported:     map[string]bool{"object-rest-spread": true},
		Charset:       api.CharsetASCII,
		TsconfigRaw:   `{"compilerOptions":{"useDefineForClassFields":false}}`,
		Plugins:       []api.Plugin{shim()},
		Sourcemap:     api.SourceMapExternal,
		Outfile:       "script.js",
		LegalComments: api.LegalCommentsInline,
		LogLevel:      api.LogLevelSilent,
	})
	if len(built.Errors) > 0 {
		return linked{}, problems(in.Name, built.Errors)
	}
	var out linked
	for _, file := range built.OutputFiles {
		if strings.HasSuffix(file.Path, ".map") {
			out.sourceMap = file.Contents
		} else {
			out.text = file.Contents
		}
	}
	return out, nil
}

// minify makes a body as short as it can be: as an argument, which it is in a script.
func minify(body []byte) ([]byte, error) {
	const call = "run("
	out := api.Transform(call+string(body), api.TransformOptions{
		Target: api.ES2017, Supported: map[string]bool{"object-rest-spread": true}, Charset: api.CharsetASCII,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, LogLevel: api.LogLevelSilent,
	})
	if len(out.Errors) > 0 {
		return nil, problems("script", out.Errors)
	}
	return bytes.TrimPrefix(out.Code, []byte(call)), nil
}

// withMap returns the module with its source map inside, where esbuild looks for it.
func withMap(in Input) string {
	if in.Map == nil {
		return string(in.Module)
	}
	const comment = "\n//# sourceMappingURL=data:application/json;base64,"
	return string(in.Module) + comment + base64.StdEncoding.EncodeToString(in.Map)
}

// shim answers every import: "ringflow" is the shim's entry, its files import
// each other by "./NAME", and there is nothing else.
func shim() api.Plugin {
	return api.Plugin{Name: module, Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, resolve)
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: module}, load)
	}}
}

func resolve(args api.OnResolveArgs) (api.OnResolveResult, error) {
	file := ""
	switch {
	case args.Path == module:
		file = scenario.Entry
	case args.Namespace == module && strings.HasPrefix(args.Path, "./"):
		file = path.Clean(args.Path) + ".ts"
	default:
		return api.OnResolveResult{}, errors.New("a scenario can import \"" + module + "\" and nothing else, not \"" + args.Path + "\"")
	}
	return api.OnResolveResult{Path: file, Namespace: module, SideEffects: api.SideEffectsFalse}, nil
}

func load(args api.OnLoadArgs) (api.OnLoadResult, error) {
	text, err := scenario.Files.ReadFile(args.Path)
	if err != nil {
		return api.OnLoadResult{}, err
	}
	contents := string(text)
	return api.OnLoadResult{Contents: &contents, Loader: api.LoaderTS}, nil
}

func problems(name string, messages []api.Message) error {
	errs := make([]error, len(messages))
	for i, m := range messages {
		p := &Problem{File: name, Text: m.Text}
		if m.Location != nil {
			p.File, p.Line, p.Column = m.Location.File, m.Location.Line, m.Location.Column+1
		}
		errs[i] = p
	}
	return errors.Join(errs...)
}
