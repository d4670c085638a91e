package check_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/check"
)

// TestWaysReachTheirLimits: what a way goes through comes to what the limit says.
func TestWaysReachTheirLimits(t *testing.T) {
	flows, _ := filepath.Glob("testdata/good/*.flow.yaml")
	used := map[string]int{}
	for _, f := range flows {
		p, _ := checkFile(t, filepath.Dir(f), filepath.Base(f))
		for _, l := range p.Limits {
			if l.Name == "ringing_at_once" || l.Name == "without_a_call_ms" {
				continue
			}
			sum := 0
			switch api := p.Flow.Starts.Name == "api"; {
			case l.Name == "calls" && !api:
				sum = 1 // the incoming one
			case l.Name == "storage_requests" && api && len(p.Flow.Args) > 0:
				sum = 2 // which fetch the arguments
			}
			for _, u := range check.Way(p, l.Name) {
				sum += u.Most
				used[l.Name]++
			}
			if sum != l.Most {
				t.Errorf("%s: %s is %d, its way comes to %d", strings.TrimSuffix(filepath.Base(f), ".flow.yaml"), l.Name, l.Most, sum)
			}
		}
	}
	for _, name := range []string{"calls", "prompts", "storage_requests", "http_requests", "silence_ms"} {
		if used[name] == 0 {
			t.Errorf("no good flow has a way to %s", name)
		}
	}
}
