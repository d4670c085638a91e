package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"

	"github.com/ringflow/ringflow/runtime-shim/platform"
)

type emulatorCmd struct {
	Listen      string `default:"127.0.0.1:8580" placeholder:"ADDR" help:"Address to serve on. Port 0 takes a free one."`
	Data        string `default:".ringflow/emulator" placeholder:"DIR" help:"Folder of the emulator's state; made when missing."`
	Credentials string `placeholder:"FILE" help:"Service-account file; written on the first start. Default: credentials.json in the data folder."`
	Speed       string `default:"1" placeholder:"N|jump" help:"How many times faster than real time calls run; jump runs them in no time."`
	JSON        bool   `help:"Print where it serves as one line of JSON."`
}

// emulatorFacts is the contract of emulator --json: where everything is, once
// requests are answered.
type emulatorFacts struct {
	URL         string `json:"url"`          // of the Management API
	AccountID   int64  `json:"account_id"`   // of the emulated account
	AccountName string `json:"account_name"` // second part of the full names of applications
	Credentials string `json:"credentials"`  // file of an owner's key
	AdminToken  string `json:"admin_token"`  // file of the token for /emulator/v1/
}

func (c *emulatorCmd) Run(env *Env) (err error) {
	pace, err := c.pace(env)
	if err != nil {
		return err
	}
	data := env.path(c.Data)
	p, err := platform.New(platform.Options{
		Dir: data, Now: env.Now, Pace: pace, Log: slog.New(slog.NewTextHandler(env.Stderr, nil)),
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	said := emulatorFacts{AccountID: p.AccountID(), AccountName: p.AccountName(), Credentials: filepath.Join(data, "credentials.json")}
	if c.Credentials != "" {
		said.Credentials = env.path(c.Credentials)
	}
	if err := keyFile(p, said.Credentials); err != nil {
		return err
	}
	said.AdminToken = filepath.Join(filepath.Dir(said.Credentials), "admin.token")
	if err := writeFile(said.AdminToken, []byte(p.AdminToken()+"\n"), os.O_TRUNC); err != nil {
		return err
	}
	listener, err := listen(env.Context, c.Listen)
	if err != nil {
		return err
	}
	said.URL = "http://" + listener.Addr().String() + "/platform_api"
	if err := c.report(env, p, said); err != nil {
		return errors.Join(err, listener.Close())
	}
	return p.Serve(env.Context, listener)
}

func (c *emulatorCmd) pace(env *Env) (platform.Pace, error) {
	if c.Speed == "jump" {
		return platform.Jump, nil
	}
	speed, err := strconv.ParseFloat(c.Speed, 64)
	if err != nil || !(speed >= 0.01 && speed <= 1000) {
		return nil, usage("--speed is %q, expected a number from 0.01 to 1000, or jump", c.Speed)
	}
	return platform.Paced(speed, env.Now), nil
}

// keyFile writes a new service account's key to a file that does not exist, or
// checks that an existing one holds a key of this platform.
func keyFile(p *platform.Platform, path string) error {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return newKeyFile(p, path)
	}
	if err != nil {
		return failed("%s: credentials file: %w", codeKeyFile, err)
	}
	var key platform.Credentials
	if err := json.Unmarshal(text, &key); err != nil || key.KeyID == "" {
		return failed("%s: credentials file %s is not one: expected JSON with account_id, key_id and private_key; "+
			"move it away and a new one is written", codeKeyFile, path)
	}
	if !p.HasKey(key.KeyID) {
		return failed("%s: the key in credentials file %s is not of this emulator; move the file away and a new one is written, "+
			"or choose the data folder that it was made for with --data", codeKeyFile, path)
	}
	return nil
}

func newKeyFile(p *platform.Platform, path string) error {
	key, err := p.CreateKey(platform.Owner)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(key, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(path, append(text, '\n'), os.O_EXCL)
}

// writeFile writes a file that only its owner may read; flag is os.O_EXCL for a
// new one and os.O_TRUNC for one that may be there.
func writeFile(path string, text []byte, flag int) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|flag, 0o600)
	if err == nil {
		_, err = file.Write(text)
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		return failed("%s: a file of the emulator cannot be written: %w", codeFile, err)
	}
	return nil
}

func (c *emulatorCmd) report(env *Env, p *platform.Platform, said emulatorFacts) error {
	if c.JSON {
		return json.NewEncoder(env.Stdout).Encode(said)
	}
	state, err := p.Summary()
	if err != nil {
		return err
	}
	for _, line := range [][2]string{
		{"management api", said.URL},
		{"account", fmt.Sprintf("%s (%d)", said.AccountName, said.AccountID)},
		{"credentials", env.show(said.Credentials)},
		{"admin token", env.show(said.AdminToken)},
		{"state", state.String()},
	} {
		fmt.Fprintf(env.Stdout, "%-16s%s\n", line[0], line[1])
	}
	_, err = io.WriteString(env.Stdout, "stop with ctrl-c\n")
	return err
}

// show shortens a path for people: relative to the directory when it is inside.
func (e *Env) show(path string) string {
	if short, err := filepath.Rel(e.Dir, path); err == nil && filepath.IsLocal(short) {
		return short
	}
	return path
}
