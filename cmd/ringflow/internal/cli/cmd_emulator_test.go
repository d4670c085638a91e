package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/cmd/ringflow/internal/cli"
)

// emulator is the running command, started as a user would.
type emulator struct {
	URL         string `json:"url"`
	AccountID   int64  `json:"account_id"`
	Credentials string `json:"credentials"`
	AdminToken  string `json:"admin_token"`
}

// startEmulator runs the command until the test ends and reads where it serves.
func startEmulator(t *testing.T, dir string, args ...string) (said emulator) {
	t.Helper()
	out := runEmulator(t, dir, append([]string{"--json"}, args...)...)
	if err := json.NewDecoder(out).Decode(&said); err != nil {
		t.Errorf("no line of JSON: %v", err)
	}
	return said
}

// runEmulator runs the command until the test ends, and checks that it stops
// gracefully then. What it prints is read from the result.
func runEmulator(t *testing.T, dir string, args ...string) io.Reader {
	t.Helper()
	ctx, interrupt := context.WithCancel(context.Background())
	out, stdout := io.Pipe()
	var stderr bytes.Buffer
	exit := make(chan int, 1)
	go func() {
		exit <- cli.Main(&cli.Env{
			Context: ctx, Args: append([]string{"emulator", "--listen", "127.0.0.1:0"}, args...),
			Stdout: stdout, Stderr: &stderr, Dir: dir, Getenv: func(string) string { return "" }, Now: time.Now,
		})
		stdout.Close()
	}()
	t.Cleanup(func() {
		interrupt()
		if code := <-exit; code != cli.ExitOK {
			t.Errorf("exit code %d: %s", code, stderr.String())
		}
	})
	return out
}

func TestEmulatorTellsAPerson(t *testing.T) {
	lines := bufio.NewScanner(runEmulator(t, t.TempDir(), "--speed", "jump"))
	var got strings.Builder
	port := regexp.MustCompile(`:\d+/`)
	for !strings.Contains(got.String(), "stop with") && lines.Scan() {
		got.WriteString(port.ReplaceAllString(lines.Text(), ":PORT/") + "\n")
	}
	want := `management api  http://127.0.0.1:PORT/platform_api
account         emulator (1000001)
credentials     .ringflow/emulator/credentials.json
admin token     .ringflow/emulator/admin.token
state           no application yet; rented numbers +1...00
stop with ctrl-c
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func TestEmulatorServesAndKeepsItsKey(t *testing.T) {
	dir := t.TempDir()
	var first emulator
	var key []byte
	t.Run("first start", func(t *testing.T) {
		first = startEmulator(t, dir)
		key = readPrivate(t, first.Credentials)
		if !strings.Contains(string(key), `"account_id": 1000001`) {
			t.Error("the credentials file does not name the account")
		}
		get(t, strings.TrimSuffix(first.URL, "/platform_api")+"/emulator/v1/faults", string(readPrivate(t, first.AdminToken)))
	})
	t.Run("second start", func(t *testing.T) {
		second := startEmulator(t, dir)
		if again := readPrivate(t, second.Credentials); !bytes.Equal(again, key) {
			t.Error("the credentials file changed")
		}
	})
	t.Run("another data folder", func(t *testing.T) {
		code, text := refusedEmulator(t, dir, "--data", "other", "--credentials", first.Credentials)
		if code != cli.ExitFailed || !strings.Contains(text, "RF6403") {
			t.Errorf("exit code %d: %s", code, text)
		}
	})
	t.Run("data in use", func(t *testing.T) {
		startEmulator(t, dir)
		if code, text := refusedEmulator(t, dir); code != cli.ExitFailed || !strings.Contains(text, "RF6401") {
			t.Errorf("exit code %d: %s", code, text)
		}
	})
	t.Run("address in use", func(t *testing.T) {
		address := strings.TrimSuffix(strings.TrimPrefix(startEmulator(t, dir).URL, "http://"), "/platform_api")
		code, text := refusedEmulator(t, dir, "--data", "other", "--listen", address)
		if code != cli.ExitFailed || !strings.Contains(text, "RF6404") {
			t.Errorf("exit code %d: %s", code, text)
		}
	})
}

// refusedEmulator runs the command where it must end by itself.
func refusedEmulator(t *testing.T, dir string, args ...string) (int, string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	var stderr bytes.Buffer
	code := cli.Main(&cli.Env{
		Context: ctx, Args: append([]string{"emulator", "--listen", "127.0.0.1:0"}, args...),
		Stdout: io.Discard, Stderr: &stderr, Dir: dir, Getenv: func(string) string { return "" }, Now: time.Now,
	})
	return code, stderr.String()
}

// readPrivate reads a file that only its owner may read.
func readPrivate(t *testing.T, path string) []byte {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("%s has mode %v", filepath.Base(path), info.Mode())
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func get(t *testing.T, url, token string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+strings.TrimSpace(token))
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("%s: %s", url, answer.Status)
	}
}
