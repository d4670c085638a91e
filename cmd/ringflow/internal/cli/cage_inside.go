package cli

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const (
	innerTime   = 3500 * time.Millisecond // of a whole run, until it prints
	memoryLimit = 512 << 20               // bytes that the process may hold
	hardMemory  = 2 << 30                 // bytes of data at which the system refuses more, where it can
	stackLimit  = 256 << 20               // bytes of the engine's own recursion
	watchEvery  = 5 * time.Millisecond    // between two looks at time and memory
)

// cage is the child's watch over itself. The nil cage watches nothing.
type cage struct {
	env   *Env
	began time.Time
	last  atomic.Pointer[voxengine.Event] // of the trace
	mu    sync.Mutex                      // held by who ends the process
	over  bool
}

// enterCage sets the limits of this process and watches them.
func enterCage(env *Env) *cage {
	debug.SetMaxStack(stackLimit)
	limitData(hardMemory)
	c := &cage{env: env, began: time.Now()}
	go c.watch()
	return c
}

// sees notes an event, to say later how far the script came.
func (c *cage) sees(e voxengine.Event) {
	if c != nil {
		c.last.Store(&e)
	}
}

// sessionOver ends the watch: what follows is printing, which waits for its reader.
func (c *cage) sessionOver() {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.over {
		c.over = true
		fmt.Fprintf(c.env.Stderr, "%c", overMark)
	}
}

func (c *cage) watch() {
	for range time.Tick(watchEvery) {
		switch {
		case time.Since(c.began) > innerTime:
			c.end(overTime)
		case held() > memoryLimit:
			c.end(overMemory)
		}
	}
}

// end ends the process with an error, unless the session is over.
func (c *cage) end(err func(where string) error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over {
		return
	}
	os.Exit(cleanExit + report(c.env, err(c.where())))
}

// where says what is known of the place: the last event, and whether an
// expression was at work, which gives no place away.
func (c *cage) where() string {
	var out strings.Builder
	if e := c.last.Load(); e != nil {
		line := strings.Join(strings.Fields(e.String()), " ")
		fmt.Fprintf(&out, ", after the event %q", line[:min(len(line), 100)])
	}
	stacks := make([]byte, 1<<20)
	if bytes.Contains(stacks[:runtime.Stack(stacks, true)], []byte("regexp2")) {
		out.WriteString(", in a regular expression")
	}
	return out.String()
}

// held is the memory that the process has from the system, in bytes.
func held() uint64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64()
}
