package cli

import (
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/ringflow/ringflow/controlplane/server"
)

type serveCmd struct {
	Listen      string `placeholder:"ADDR" help:"Address to serve on (RINGFLOW_LISTEN). Default: 127.0.0.1:8581. Port 0 takes a free one."`
	Data        string `placeholder:"DIR" help:"Folder of the database and of generated keys (RINGFLOW_DATA). Default: ringflow-data."`
	Credentials string `placeholder:"FILE" help:"Key file of a service account of the platform (RINGFLOW_CREDENTIALS)."`
	Platform    string `placeholder:"URL" help:"Address of the Management API (RINGFLOW_PLATFORM). Default: the platform's own."`
	Application string `placeholder:"NAME" help:"Application on the platform whose storage is fed (RINGFLOW_APPLICATION)."`
	Manifest    string `placeholder:"FILE" help:"manifest.json of the deployed flow, so that orders it could not look up are refused (RINGFLOW_MANIFEST)."`
	Region      string `placeholder:"CC" help:"Country whose national numbers are read, such as US (RINGFLOW_REGION)."`
	Rate        string `placeholder:"N" help:"Requests a second that the platform gets at most (RINGFLOW_RATE). Default: 50."`
	APIKeyFile  string `placeholder:"FILE" help:"File with the key that backends send (RINGFLOW_API_KEY_FILE; RINGFLOW_API_KEY is the key itself)."`
	Config      string `placeholder:"FILE" help:"JSON file with any of these settings; flags and variables win."`
	JSON        bool   `help:"Print where it serves as one line of JSON."`
}

// serveFacts is the contract of serve --json: where it serves, once requests are answered.
type serveFacts struct {
	URL string `json:"url"` // of the control plane
}

func (c *serveCmd) Run(env *Env) error {
	settings, err := server.ReadSettings(c.settings(), env.Getenv, env.optionalPath(c.Config))
	if err != nil {
		return failed("%w", err)
	}
	for _, p := range []*string{&settings.Data, &settings.Credentials, &settings.Manifest, &settings.APIKeyFile} {
		*p = env.optionalPath(*p)
	}
	cfg, summary, err := settings.Config(env.Context)
	if err != nil {
		return failed("%w", err)
	}
	cfg.Now, cfg.Version = env.Now, version
	cfg.Log = slog.New(slog.NewJSONHandler(env.Stderr, nil))
	s, err := server.New(env.Context, cfg)
	if err != nil {
		return failed("%w", err)
	}
	if err := c.report(env, s.URL(), summary); err != nil {
		return err
	}
	return s.Run(env.Context)
}

func (c *serveCmd) settings() server.Settings {
	return server.Settings{
		Listen: c.Listen, Data: c.Data, Credentials: c.Credentials, Platform: c.Platform, Application: c.Application,
		Manifest: c.Manifest, Region: c.Region, Rate: c.Rate, APIKeyFile: c.APIKeyFile,
	}
}

func (c *serveCmd) report(env *Env, url string, summary []server.Line) error {
	if c.JSON {
		return json.NewEncoder(env.Stdout).Encode(serveFacts{url})
	}
	for _, l := range summary {
		if _, err := fmt.Fprintf(env.Stdout, "%-16s%s\n", l.Name, l.Value); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(env.Stdout, "stop with ctrl-c")
	return err
}

// optionalPath makes a path absolute, and leaves "" as it is.
func (e *Env) optionalPath(p string) string {
	if p == "" {
		return ""
	}
	return e.path(p)
}
