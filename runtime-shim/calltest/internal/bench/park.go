package main

import (
	"runtime"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// parked sessions are held at once, each in the middle of the reference call.
const parked = 200

// memory is the bytes of one parked session on each side, and what a call of the
// engine allocates.
type memory struct {
	engine, node  float64
	bytes, pieces uint64
}

// parkTime is a moment, in ms, at which the two parties of the call talk.
func parkTime(events []voxengine.Event) int64 {
	for _, e := range events {
		if e.Kind == voxengine.KindJoin {
			return e.T + 1
		}
	}
	return 0
}

// park plays the call up to a moment in many sessions and returns the bytes that
// one of them holds, with its people and its trace so far.
func park(c *calltest.Case, until int64) (float64, error) {
	before := heap()
	sessions := make([]*voxengine.Session, parked)
	for i := range sessions {
		s, err := c.Begin(calltest.Options{})
		if err != nil {
			return 0, err
		}
		for at, more := s.Next(); more && at <= until; at, more = s.Next() {
			s.Step()
		}
		sessions[i] = s
	}
	each := float64(heap()-before) / parked
	runtime.KeepAlive(sessions)
	return each, nil
}

// allocated is what one call takes from the heap: bytes, and in how many pieces.
// Unlike its time it does not depend on what else the machine does.
func allocated(c *calltest.Case) (bytes, pieces uint64, err error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range calls {
		if _, err := c.Play(calltest.Options{}); err != nil {
			return 0, 0, err
		}
	}
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) / calls, (after.Mallocs - before.Mallocs) / calls, nil
}

// heap is what is alive, in bytes.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // what the first one has found to be finalized
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
