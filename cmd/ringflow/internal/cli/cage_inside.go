package cli

import (
	"fmt"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const (
	processorTime = 4 * time.Second      // of a whole run, until it prints; a loaded machine takes none of it away
	wallTime      = time.Minute          // of a whole run by the clock, should it neither work nor end
	memoryLimit   = 512 << 20            // bytes that the process may hold
	stackLimit    = 256 << 20            // bytes of the engine's own recursion
	watchEvery    = 5 * time.Millisecond // between two looks at time and memory
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
	limitProcess()
	c := &cage{env: env, began: time.Now()}
	go c.watch()
	return c
}

// seal takes the disk and the network away, where the system lets it: from here
// on the process cannot open anything.
func (c *cage) seal() {
	if c != nil {
		openNothing()
	}
}

// sees notes an event, to say later how far the script came.
func (c *cage) sees(e voxengine.Event) {
	if c != nil {
		c.last.Store(&e)
	}
}

// sessionOver ends the watch: what follows is printing, which waits for its reader.
func (c *cage) sessionOver() {
	if c != nil {
		c.mu.Lock()
		c.over = true
		c.mu.Unlock()
	}
}

// leave is the exit code of this process, which tells the parent of a cage that
// all worth saying is said.
func (c *cage) leave(code int) int {
	if c == nil {
		return code
	}
	c.sessionOver()
	return cleanExit + code
}

func (c *cage) watch() {
	for range time.Tick(watchEvery) {
		switch {
		case worked() > processorTime:
			c.end(overTime(processorTime, c.where()))
		case time.Since(c.began) > wallTime:
			c.end(overTime(wallTime, c.where()))
		case held() > memoryLimit:
			c.end(overMemory(c.where()))
		}
	}
}

// end ends the process with an error, unless the session is over.
func (c *cage) end(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.over {
		os.Exit(cleanExit + report(c.env, err))
	}
}

// where says what is known of the place: the last event.
func (c *cage) where() string {
	e := c.last.Load()
	if e == nil {
		return ""
	}
	line := strings.Join(strings.Fields(e.String()), " ")
	return fmt.Sprintf(", after the event %q", line[:min(len(line), 100)])
}

// held is the memory that the process has from the system, in bytes.
func held() uint64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64()
}
