package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/facts"
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
	s.env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "RINGFLOW_URL=http://"+s.replaced.Replace("127.0.0.1:8581"))
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

// secret is what a control plane would have made before an apply.
func (s *shell) secret() {
	s.t.Helper()
	file := filepath.Join(s.dir, ".ringflow/service/webhook.secret")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("whsec_"+base64.StdEncoding.EncodeToString([]byte("0123456789abcdef0123456789abcdef"))), 0o600); err != nil {
		s.t.Fatal(err)
	}
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

// run runs a block to its end. A cd holds for what follows, and an export does not.
func (s *shell) run(text string) string {
	s.t.Helper()
	at := filepath.Join(s.t.TempDir(), "pwd")
	out, err := s.command(s.t.Context(), text+"\npwd > \""+at+"\"\n").CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s\n%s\n%v", text, out, err)
	}
	pwd, err := os.ReadFile(at)
	if err != nil {
		s.t.Fatal(err)
	}
	s.dir = strings.TrimSpace(string(pwd))
	return string(out)
}

// serve starts a server, waits until it says that it serves, and returns what it said.
func (s *shell) serve(text string) string {
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
			return said.String()
		}
	}
	stop()
	s.t.Fatalf("%s\n%s\nit never served", text, said.String())
	return ""
}

// page runs the commands of a page as a reader does, and returns what they said.
func (s *shell) page(name string) string {
	s.t.Helper()
	var said strings.Builder
	for i, b := range blocks(s.t, "../../../../"+name) {
		kind, file, named := strings.Cut(b.info, " ")
		if named && (kind == "yaml" || kind == "js") {
			if err := os.WriteFile(filepath.Join(s.dir, file), []byte(s.replaced.Replace(b.text)), 0o600); err != nil {
				s.t.Fatal(err)
			}
			if kind == "yaml" {
				s.run("ringflow check " + file)
			}
			continue
		}
		switch b.info {
		case "sh":
			said.WriteString(s.run(b.text))
		case "sh server":
			said.WriteString(s.serve(b.text))
		case "sh node", "go", "json": // tests of runtime-shim/platform
		case "sh make", "text": // what runs this test; drawings
		case "lua", "toml": // settings of editors; lsp_full_test.go stands for all of them
		case "":
			if text := s.replaced.Replace(b.text); !strings.Contains(said.String(), text) {
				s.t.Errorf("%s shows what no command says:\n%s\nthey say:\n%s", name, text, said.String())
			}
		default:
			s.t.Errorf("%s: block %d is of kind %q, which nobody runs", name, i, b.info)
		}
	}
	return said.String()
}

// runsOfSwitches is how often a call is played under all settings: once by the
// defaults, and once for each other setting.
func runsOfSwitches() int {
	runs := 1
	for _, sw := range facts.Switches() {
		runs += len(sw.Settings) - 1
	}
	return runs
}

// TestPages runs every command of the pages for people, in the folder in which
// the page says it is.
func TestPages(t *testing.T) {
	for _, c := range []struct {
		page, dir string
		said      []string
	}{
		{"README.md", ".", []string{
			"62 calls, 0 failed", "create scenario    kvs-scenario", `"sync_state":"applied"`, `"courier":"+1...22"`,
			`"kind":"dial","leg":"leg-1"`, `"kind":"join"`, `"sub_available":"Yes"`, `"state":"closed"`,
		}},
		{"docs/controlplane.md", "examples/01-number-masking", []string{`"sync_state":"applied"`, "+1...22", "closed"}},
		{"docs/emulator.md", "examples/01-number-masking", []string{`{"trace":"ringflow trace 1"`, `{"ended":`}},
		{"docs/errors.md", ".", []string{"RF7021", "RF1001"}},
		{"docs/fidelity.md", ".", []string{"62 calls, 0 failed"}},
		{"docs/testing.md", ".", nil},
		{"docs/project.md", ".", nil},
		{"examples/02-hand-written/README.md", ".", []string{fmt.Sprintf("%d calls, 0 failed", 233*runsOfSwitches())}},
		{"examples/01-number-masking/README.md", "examples/01-number-masking", []string{"62 calls, 0 failed"}},
		{"examples/03-voice-menu/README.md", "examples/03-voice-menu", []string{" 0 failed"}},
		{"examples/05-shared-library/README.md", "examples/05-shared-library", []string{"no errors", " 0 failed"}},
		{"examples/06-two-languages/README.md", "examples/06-two-languages", []string{" 0 failed"}},
		{"examples/07-office-hours/README.md", "examples/07-office-hours", []string{" 0 failed"}},
		{"examples/04-appointment-reminder/README.md", "examples/04-appointment-reminder", []string{"25 calls, 0 failed", `outcome="HUMAN"`, "dials what belongs to args.patient"}},
		{"docs/editor.md", ".", nil},
	} {
		t.Run(c.page, func(t *testing.T) {
			s := newShell(t)
			s.dir = filepath.Join(s.dir, c.dir)
			s.secret()
			said := s.page(c.page)
			for _, want := range c.said {
				if !strings.Contains(said, want) {
					t.Errorf("nothing said %q:\n%s", want, said)
				}
			}
		})
	}
}
