package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/api"
	"github.com/ringflow/ringflow/controlplane/order"
	"github.com/ringflow/ringflow/controlplane/seal"
	"github.com/ringflow/ringflow/controlplane/voximplant"
	"github.com/ringflow/ringflow/controlplane/webhook"
)

// Config is what a service runs on, ready to be used. Settings make one for a
// process of its own; a program that runs a service inside itself makes one by hand.
type Config struct {
	Listener    net.Listener // New takes it over
	Database    string       // path of the SQLite file
	Credentials voximplant.Credentials
	Platform    string // address of the Management API, "" for the real one
	Application string // name on the platform
	Keys        []api.Key
	Secrets     []webhook.Secret
	Sealing     *seal.Keyring
	Contract    order.Contract   // the zero one accepts any order number
	Region      string           // whose national numbers are read, "" for none
	Rate        float64          // requests a second that the platform gets at most; 0 for 50
	Now         func() time.Time // clock of orders, tokens and signatures; nil for time.Now
	Log         *slog.Logger     // nil is silent
	Version     string           // of the software
}

// Line is one line of the summary that a service prints when it starts.
type Line struct{ Name, Value string }

// Names of the files in the data folder.
const (
	databaseFile   = "ringflow.db"
	encryptionFile = "encryption.key"
	apiKeyFile     = "api.key"
	secretFile     = "webhook.secret"
)

// Config opens what the settings name: all that is wrong with them comes in one
// error. What is missing of keys and secrets is made and kept in the data
// folder, readable by its owner alone. The lines say where each value came from
// and show no secret. The caller adds Now, Log and Version.
func (s Settings) Config(ctx context.Context) (c Config, summary []Line, err error) {
	l := &loader{Settings: s}
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return c, nil, configProblem("the data folder cannot be made: %v", err)
	}
	c.Database, c.Platform, c.Application, c.Region = filepath.Join(s.Data, databaseFile), s.Platform, s.Application, s.Region
	l.say("data", s.Data)
	l.encryption(&c)
	l.platform(&c)
	l.contract(&c)
	l.keys(&c)
	l.check(s.Region == "" || order.KnownRegion(s.Region), "region: wanted an ISO 3166 country code in capitals, such as US")
	c.Rate, err = s.rate()
	l.fail(err)
	if len(l.problems) == 0 { // a port is taken last, when nothing else can go wrong
		c.Listener, err = (&net.ListenConfig{}).Listen(ctx, "tcp", s.Listen)
		l.fail(err)
	}
	if len(l.problems) > 0 {
		return Config{}, nil, configProblem("%s", strings.Join(l.problems, "; "))
	}
	return c, append([]Line{{"listen", "http://" + c.Listener.Addr().String()}}, l.lines...), nil
}

// loader collects problems and lines.
type loader struct {
	Settings
	problems []string
	lines    []Line
}

func (l *loader) say(name, value string) { l.lines = append(l.lines, Line{name, value}) }

func (l *loader) fail(err error) {
	if err != nil {
		l.problems = append(l.problems, err.Error())
	}
}

func (l *loader) check(ok bool, problem string) {
	if !ok {
		l.problems = append(l.problems, problem)
	}
}

func (l *loader) encryption(c *Config) {
	_, err := os.Stat(c.Database)
	if exists := err == nil; exists && l.EncryptionKey == "" {
		if _, err := os.Stat(filepath.Join(l.Data, encryptionFile)); errors.Is(err, os.ErrNotExist) {
			l.check(false, "encryption_key: there is a database and no key for it; set RINGFLOW_ENCRYPTION_KEY to the one it was made with")
			return
		}
	}
	text := l.secret("encryption key", l.EncryptionKey, "RINGFLOW_ENCRYPTION_KEY", encryptionFile, seal.NewKey)
	c.Sealing, err = seal.Parse(text)
	l.fail(err)
}

func (l *loader) platform(c *Config) {
	l.check(l.Application != "", "application: wanted the name of the application on the platform (--application)")
	if l.Credentials == "" {
		l.check(false, "credentials: wanted the key file of a service account (--credentials)")
		return
	}
	var err error
	c.Credentials, err = voximplant.ReadCredentials(l.Credentials)
	l.fail(err)
	address := l.Platform
	if address == "" {
		address = voximplant.DefaultBaseURL
	}
	l.say("platform", fmt.Sprintf("%s, application %s, %s", address, l.Application, c.Credentials))
}

func (l *loader) contract(c *Config) {
	if l.Manifest != "" {
		raw, err := os.ReadFile(l.Manifest)
		if err == nil {
			c.Contract, err = order.ReadContract(raw)
		}
		if err != nil {
			l.fail(fmt.Errorf("manifest %s: %w", l.Manifest, err))
		}
	}
	l.say("contract", c.Contract.String())
}

func (l *loader) keys(c *Config) {
	text := l.APIKey
	if text == "" && l.APIKeyFile != "" {
		raw, err := os.ReadFile(l.APIKeyFile)
		l.fail(err)
		text = strings.TrimSpace(string(raw))
		l.say("api key", "from "+l.APIKeyFile)
	} else {
		text = l.secret("api key", text, "RINGFLOW_API_KEY", apiKeyFile, api.NewKeyText)
	}
	key, err := api.NewKey(controlplane.DefaultTenant, text)
	l.fail(err)
	c.Keys = []api.Key{key}
	secrets := l.secret("webhook secrets", l.WebhookSecrets, "RINGFLOW_WEBHOOK_SECRETS", secretFile, func() string { return webhook.NewSecret().Text() })
	c.Secrets, err = webhook.ParseSecrets(secrets)
	l.fail(err)
}

// secret returns a secret: the one given, the one in the data folder, or a new
// one that is kept there.
func (l *loader) secret(name, given, env, file string, fresh func() string) string {
	if given != "" {
		l.say(name, "from "+env+" or the configuration file")
		return given
	}
	path := filepath.Join(l.Data, file)
	raw, err := os.ReadFile(path)
	switch {
	case err == nil:
		l.say(name, "from "+path)
		return strings.TrimSpace(string(raw))
	case !errors.Is(err, os.ErrNotExist):
		l.fail(err)
		return ""
	}
	text := fresh()
	l.fail(keep(path, text))
	l.say(name, "made and kept in "+path)
	return text
}

// keep writes a secret so that it survives what the first order survives.
func keep(path, text string) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text + "\n")
	err = errors.Join(err, f.Sync(), f.Close())
	if dir, openErr := os.Open(filepath.Dir(path)); openErr == nil {
		err = errors.Join(err, dir.Sync(), dir.Close())
	}
	return err
}
