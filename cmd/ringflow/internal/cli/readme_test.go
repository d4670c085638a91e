package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// block is one fenced block of a page.
type block struct{ info, text string }

func blocks(t *testing.T, page string) []block {
	t.Helper()
	raw, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var out []block
	parts := strings.Split(string(raw), "```")
	for i := 1; i < len(parts); i += 2 {
		info, text, _ := strings.Cut(parts[i], "\n")
		out = append(out, block{info, text})
	}
	return out
}

// shell is a copy of the repository's examples in which README's commands run,
// with ringflow and a small curl of our own on the path.
type shell struct {
	t        *testing.T
	dir      string
	env      []string
	replaced *strings.Replacer
}

func newShell(t *testing.T) *shell {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../../../examples")); err != nil {
		t.Fatal(err)
	}
	s := &shell{t: t, dir: dir, replaced: strings.NewReplacer("127.0.0.1:8580", freePort(t), "127.0.0.1:8581", freePort(t))}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(dir, "bin")
	if err := os.Mkdir(bin, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ringflow", "curl"} {
		if err := os.Symlink(self, filepath.Join(bin, name)); err != nil {
			t.Fatal(err)
		}
	}
	s.env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"))
	project := filepath.Join(dir, "examples/01-number-masking/ringflow.yaml")
	raw, err := os.ReadFile(project)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(project, []byte(s.replaced.Replace(string(raw))), 0o600); err != nil {
		t.Fatal(err)
	}
	return s
}

// freePort returns an address that nobody listens on now.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func (s *shell) command(ctx context.Context, text string) *exec.Cmd {
	// The default addresses of the two servers are replaced as well.
	text = strings.ReplaceAll(text, "ringflow emulator", "ringflow emulator --listen 127.0.0.1:8580 --speed jump")
	text = strings.ReplaceAll(text, "ringflow serve", "ringflow serve --listen 127.0.0.1:8581")
	cmd := exec.CommandContext(ctx, "sh", "-e", "-c", "exec 2>&1\n"+s.replaced.Replace(text))
	cmd.Dir, cmd.Env = s.dir, s.env
	return cmd
}

// run runs a block to its end. A cd holds for what follows.
func (s *shell) run(text string) string {
	s.t.Helper()
	out, err := s.command(context.Background(), text+"\npwd > \"$OLDHOME/pwd\"\n").CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s\n%s\n%v", text, out, err)
	}
	if pwd, err := os.ReadFile(filepath.Join(s.env0("OLDHOME"), "pwd")); err == nil {
		s.dir = strings.TrimSpace(string(pwd))
	}
	return string(out)
}

func (s *shell) env0(name string) string {
	for _, e := range s.env {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			return v
		}
	}
	return ""
}

// serve starts a server and waits until it says that it serves.
func (s *shell) serve(text string) {
	s.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	cmd := s.command(ctx, "exec "+strings.TrimSpace(text))
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 20 * time.Second
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	var said bytes.Buffer
	lines := bufio.NewScanner(pipe)
	for lines.Scan() {
		fmt.Fprintln(&said, lines.Text())
		if strings.Contains(lines.Text(), "ctrl-c") {
			go func() {
				for lines.Scan() {
				}
			}()
			s.t.Cleanup(func() { stop(); _ = cmd.Wait() })
			return
		}
	}
	stop()
	s.t.Fatalf("%s\n%s\nit never served", text, said.String())
}

// TestReadme runs the commands of README as a reader does, and holds its first
// flow to the trace beside it.
func TestReadme(t *testing.T) {
	const page = "../../../../README.md"
	s := newShell(t)
	s.env = append(s.env, "OLDHOME="+t.TempDir())
	var said strings.Builder
	for i, b := range blocks(t, page) {
		switch b.info {
		case "yaml":
			if err := os.WriteFile(filepath.Join(s.dir, "hello.flow.yaml"), []byte(b.text), 0o600); err != nil {
				t.Fatal(err)
			}
			s.run("ringflow check hello.flow.yaml")
		case "sh":
			said.WriteString(s.run(b.text))
		case "sh server":
			s.serve(b.text)
		case "":
			if strings.HasPrefix(b.text, "ringflow trace") {
				if got := s.run("ringflow run hello.flow.yaml --from +12222222222 --press 1"); !strings.HasPrefix(got, b.text) {
					t.Errorf("the trace on the first screen is not what comes out:\n%s", got)
				}
			}
		default:
			t.Errorf("block %d is of kind %q, which nobody runs", i, b.info)
		}
	}
	for _, want := range []string{
		"62 calls, 0 failed", "create scenario    kvs-scenario", `"sync_state":"applied"`, `"courier":"+1...22"`,
		`"kind":"dial","leg":"leg-1"`, `"kind":"join"`, `"sub_available":"Yes"`, `"state":"closed"`,
	} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("nothing said %q:\n%s", want, said.String())
		}
	}
}
