package server

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/body"
)

// Settings is how a person configures the service: every field can stand in a
// variable of the environment (RINGFLOW_API_KEY) and, by the same name in small
// letters, in a JSON file ("api_key"); it has a flag if it is no secret. A flag
// beats a variable, a variable beats the file.
type Settings struct {
	Listen         string // HOST:PORT
	Data           string // folder of the database and of generated keys
	Credentials    string // key file of a service account of the platform
	Platform       string // address of the Management API
	Application    string // name of the platform's application
	Manifest       string // manifest.json of the deployed flow; "" accepts any order number
	Region         string // ISO 3166 country whose national numbers are read; "" for none
	Rate           string // requests a second that the platform gets at most
	APIKey         string // the key that backends send
	APIKeyFile     string // a file with it
	WebhookSecrets string // whsec_..., two while they are changed
	EncryptionKey  string // base64 of 32 bytes, several while it is changed
}

// Defaults of settings.
const (
	DefaultListen = "127.0.0.1:8581"
	DefaultData   = "ringflow-data"
	DefaultRate   = "50"
)

// setting is one field of Settings with its variable.
type setting struct {
	env   string
	field *string
}

func (s *Settings) list() []setting {
	return []setting{
		{"RINGFLOW_LISTEN", &s.Listen},
		{"RINGFLOW_DATA", &s.Data},
		{"RINGFLOW_CREDENTIALS", &s.Credentials},
		{"RINGFLOW_PLATFORM", &s.Platform},
		{"RINGFLOW_APPLICATION", &s.Application},
		{"RINGFLOW_MANIFEST", &s.Manifest},
		{"RINGFLOW_REGION", &s.Region},
		{"RINGFLOW_RATE", &s.Rate},
		{"RINGFLOW_API_KEY", &s.APIKey},
		{"RINGFLOW_API_KEY_FILE", &s.APIKeyFile},
		{"RINGFLOW_WEBHOOK_SECRETS", &s.WebhookSecrets},
		{"RINGFLOW_ENCRYPTION_KEY", &s.EncryptionKey},
	}
}

// ReadSettings completes what flags said by the environment, by a file ("" for
// none), and by the defaults.
func ReadSettings(flags Settings, getenv func(string) string, file string) (Settings, error) {
	inFile, err := readFile(file)
	if err != nil {
		return Settings{}, err
	}
	defaults := Settings{Listen: DefaultListen, Data: DefaultData, Rate: DefaultRate}
	out := flags
	fromFile, fromDefaults := inFile.list(), defaults.list()
	for i, s := range out.list() {
		for _, text := range []string{getenv(s.env), *fromFile[i].field, *fromDefaults[i].field} {
			if *s.field == "" {
				*s.field = text
			}
		}
	}
	return out, nil
}

func readFile(path string) (s Settings, err error) {
	if path == "" {
		return s, nil
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return s, configProblem("the configuration file cannot be read: %v", err)
	}
	o, err := body.Parse(raw)
	if err == nil {
		for _, f := range s.list() {
			*f.field = o.Text(strings.ToLower(strings.TrimPrefix(f.env, "RINGFLOW_")), "")
		}
		err = o.Done()
	}
	if err != nil {
		return s, configProblem("%s: %v", path, err)
	}
	return s, nil
}

func configProblem(format string, args ...any) error {
	return controlplane.Problemf(controlplane.CodeConfig, format, args...)
}

// rate reads the requests a second that the platform gets at most.
func (s Settings) rate() (float64, error) {
	r, err := strconv.ParseFloat(s.Rate, 64)
	if err != nil || !(r >= 1 && r <= 1000) {
		return 0, fmt.Errorf("rate: wanted 1 to 1000 requests a second")
	}
	return r, nil
}
