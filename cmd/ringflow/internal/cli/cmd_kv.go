package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/ringflow/ringflow/controlplane"
	"github.com/ringflow/ringflow/controlplane/voximplant"
)

type kvCmd struct {
	List kvListCmd `cmd:"" help:"List keys and values, numbers masked."`
	Get  kvGetCmd  `cmd:"" help:"Show the value of a key, numbers masked."`
	Put  kvPutCmd  `cmd:"" help:"Write a value by hand; it is read from stdin."`
	Del  kvDelCmd  `cmd:"" help:"Remove a key."`
}

// storageFlags say whose storage a command is about: of an application that is
// named, or of the project's.
type storageFlags struct {
	projectFlags
	Application string `placeholder:"NAME" help:"Application on the platform, instead of the project's."`
	Credentials string `placeholder:"FILE" help:"Key file of a service account, instead of the environment's."`
	Platform    string `placeholder:"URL" help:"Address of the Management API, instead of the environment's."`
}

// storage is the key-value storage of one application.
type storage struct {
	*voximplant.Client
	app int64
}

func (f *storageFlags) open(env *Env) (*storage, error) {
	c, name, err := f.connect(env)
	if err != nil {
		return nil, err
	}
	app, found, err := c.Applications.Find(env.Context, name)
	switch {
	case err != nil:
		c.Close()
		return nil, failed("%w", err)
	case !found:
		c.Close()
		return nil, failed("the account has no application %s; deploy it with ringflow apply", name)
	}
	return &storage{c, app.ApplicationID}, nil
}

func (f *storageFlags) connect(env *Env) (c *voximplant.Client, application string, err error) {
	if f.Application == "" {
		p, e, err := f.projectFlags.open(env)
		if err != nil {
			return nil, "", err
		}
		c, err = client(env, p, e)
		return c, p.Application + e.Suffix, err
	}
	if f.Credentials == "" {
		return nil, "", usage("--application needs --credentials, the key file of a service account")
	}
	key, err := voximplant.ReadCredentials(env.path(f.Credentials))
	if err != nil {
		return nil, "", failed("%w", err)
	}
	c, err = voximplant.New(voximplant.Options{Credentials: key, BaseURL: f.Platform, Now: env.Now})
	if err != nil {
		return nil, "", failed("%w", err)
	}
	return c, f.Application, nil
}

// item is one entry as commands print it; --json prints it field by field.
type item struct {
	Key       string    `json:"key"`        // as it is stored
	Value     string    `json:"value"`      // numbers masked
	ExpiresAt time.Time `json:"expires_at"` // when the platform drops it
}

func shown(i voximplant.KeyValueItems) item {
	return item{i.Key, maskValue(i.Value), time.Unix(i.ExpiresAt, 0).UTC()}
}

// maskValue shows a stored value without the numbers in it: fields that are
// numbers of JSON stay, texts are masked, and what is no JSON object is told by
// its length alone.
func maskValue(text string) string {
	var fields map[string]any
	if json.Unmarshal([]byte(text), &fields) != nil {
		return fmt.Sprintf("(not a JSON object, %d characters)", len([]rune(text)))
	}
	var out []string
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		out = append(out, name+"="+maskField(fields[name]))
	}
	return strings.Join(out, " ")
}

func maskField(v any) string {
	switch v := v.(type) {
	case string:
		return controlplane.Scrub(v)
	case float64:
		return fmt.Sprintf("%.0f", v)
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = maskField(v[i])
		}
		return strings.Join(parts, ",")
	default:
		return fmt.Sprint(v)
	}
}

func printItems(env *Env, asJSON bool, list []item) error {
	if asJSON {
		return json.NewEncoder(env.Stdout).Encode(list)
	}
	w := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	for _, i := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\n", i.Key, i.ExpiresAt.Format(time.RFC3339), i.Value)
	}
	return w.Flush()
}

type kvListCmd struct {
	storageFlags
	Namespace string `arg:"" optional:"" help:"Keys of this namespace alone: the text before the colon."`
	JSON      bool   `help:"Print as JSON."`
}

func (c *kvListCmd) Run(env *Env) error {
	s, err := c.open(env)
	if err != nil {
		return err
	}
	defer s.Close()
	keys, err := s.keys(env.Context, c.Namespace)
	if err != nil {
		return failed("%w", err)
	}
	list := []item{}
	for _, k := range keys {
		i, found, err := s.KeyValueStorage.Find(env.Context, s.app, k)
		if err != nil {
			return failed("%w", err)
		}
		if found { // it may have expired since it was listed
			list = append(list, shown(i))
		}
	}
	return printItems(env, c.JSON, list)
}

// keys lists all keys of a namespace. The platform gives no total: the last page
// is the one that is not full.
func (s *storage) keys(ctx context.Context, namespace string) (out []string, err error) {
	for {
		page, err := s.KeyValueStorage.GetKeyValueKeys(ctx, voximplant.GetKeyValueKeysParams{
			Key: namespace, ApplicationID: s.app, Count: voximplant.MaxItemsPage, Offset: int64(len(out)),
		})
		if err != nil {
			return nil, err
		}
		for _, k := range page.Result {
			out = append(out, k.Key)
		}
		if len(page.Result) < voximplant.MaxItemsPage {
			return out, nil
		}
	}
}

type kvGetCmd struct {
	storageFlags
	Key  string `arg:"" help:"Key."`
	JSON bool   `help:"Print as JSON."`
}

func (c *kvGetCmd) Run(env *Env) error {
	s, err := c.open(env)
	if err != nil {
		return err
	}
	defer s.Close()
	i, found, err := s.KeyValueStorage.Find(env.Context, s.app, c.Key)
	switch {
	case err != nil:
		return failed("%w", err)
	case !found:
		fmt.Fprintf(env.Stderr, "the storage has no key %s\n", controlplane.Scrub(c.Key))
		return findings()
	}
	return printItems(env, c.JSON, []item{shown(i)})
}

type kvPutCmd struct {
	storageFlags
	Key string        `arg:"" help:"Key."`
	TTL time.Duration `default:"240h" placeholder:"DURATION" help:"How long the value stays (up to 2160h)."`
}

func (c *kvPutCmd) Run(env *Env) error {
	raw, err := io.ReadAll(io.LimitReader(env.Stdin, 1<<20))
	if err != nil {
		return failed("stdin cannot be read: %w", err)
	}
	value := strings.TrimRight(string(raw), "\r\n")
	if value == "" {
		return usage("no value on stdin; wanted a JSON object such as {\"courier\": \"...\", \"client\": \"...\"}")
	}
	s, err := c.open(env)
	if err != nil {
		return err
	}
	defer s.Close()
	set, err := s.KeyValueStorage.SetKeyValueItem(env.Context, voximplant.SetKeyValueItemParams{
		Key: c.Key, Value: value, ApplicationID: s.app, TTL: int64(c.TTL / time.Second),
	})
	if err != nil {
		return failed("%w", err)
	}
	return printItems(env, false, []item{shown(set.Result)})
}

type kvDelCmd struct {
	storageFlags
	Key string `arg:"" help:"Key."`
}

func (c *kvDelCmd) Run(env *Env) error {
	s, err := c.open(env)
	if err != nil {
		return err
	}
	defer s.Close()
	if err := s.KeyValueStorage.DelKeyValueItem(env.Context, voximplant.DelKeyValueItemParams{Key: c.Key, ApplicationID: s.app}); err != nil {
		return failed("%w", err)
	}
	if _, found, err := s.KeyValueStorage.Find(env.Context, s.app, c.Key); err != nil || found {
		return failed("the key was removed and could not be seen to be gone; try again")
	}
	return nil
}
