package voxengine_test

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func TestNewCallCenterFails(t *testing.T) {
	for want, world := range map[string]struct {
		queues []voxengine.Queue
		agents []voxengine.Agent
	}{
		`queue 1 has the name "", each needs one of its own`:      {queues: []voxengine.Queue{{}}},
		`queue 2 has the name "sales", each needs one of its own`: {queues: []voxengine.Queue{{Name: "sales"}, {Name: "sales"}}},
		`agent 1 has the name "", each needs one of its own`:      {agents: []voxengine.Agent{{}}},
		`agent 2 has the name "anna", each needs one of its own`:  {agents: []voxengine.Agent{{Name: "anna"}, {Name: "anna"}}},
		`agent anna serves the queue "sales", which there is not`: {agents: []voxengine.Agent{{Name: "anna", Queues: []string{"sales"}}}},
	} {
		_, err := voxengine.NewCallCenter(start, world.queues, world.agents)
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
}

// TestNoCallCenter: a world without queues tells so, and does not panic.
func TestNoCallCenter(t *testing.T) {
	p := open(t, voxengine.Options{}, `require(Modules.ACD);
require(Modules.SmartQueue);
VoxEngine.enqueueACDRequest("sales", "1").addEventListener(ACDEvents.Error, (e) => Logger.write(e.error));
VoxEngine.enqueueTask({ queue: { id: 5 } }).addEventListener(SmartQueueEvents.Error, (e) => Logger.write(e.type + " " + e.description));`)
	p.Run()
	trace := p.trace()
	for _, want := range []string{`there is no queue \"sales\" in this world`, `text="the queue does not exist"`, `there is no queue \"5\" in this world`, `text="500 internal error"`} {
		if !strings.Contains(trace, want) {
			t.Errorf("there is no %s in\n%s", want, trace)
		}
	}
}

// TestQueueMisused: what cannot be is refused with what it takes instead.
func TestQueueMisused(t *testing.T) {
	for script, want := range map[string]string{
		`VoxEngine.enqueueTask("sales")`:                                                  `VoxEngine.enqueueTask needs an object with a queue, it got a string`,
		`VoxEngine.enqueueTask({ queue: {} })`:                                            `VoxEngine.enqueueTask needs queue: {name: "..."}, or its id`,
		`VoxEngine.enqueueTask({ queue: { name: "sales" }, call: 5 })`:                    `VoxEngine.enqueueTask needs a call, it got a number`,
		`VoxEngine.enqueueACDRequest("sales", "1")`:                                       `VoxEngine.enqueueACDRequest is not a function; call require(Modules.ACD) first`,
		`require(Modules.ACD); VoxEngine.enqueueACDRequest("sales", "1").cancel.call({})`: `ACDRequest.cancel was called without its object`,
	} {
		p := open(t, voxengine.Options{}, script)
		p.Run()
		if err := p.Err(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %s", script, err, want)
		}
	}
}

// TestQueueAfterEnd: a session that ends waits for nobody, and leaves its queue.
func TestQueueAfterEnd(t *testing.T) {
	center, err := voxengine.NewCallCenter(start, []voxengine.Queue{{Name: "sales", Size: 1}}, []voxengine.Agent{{Name: "anna", Queues: []string{"sales"}, Busy: 1000}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		p := open(t, voxengine.Options{Center: center}, `require(Modules.ACD);
VoxEngine.enqueueACDRequest("sales", "1").addEventListener(ACDEvents.Queued, () => {
  VoxEngine.terminate();
  VoxEngine.enqueueACDRequest("sales", "1");
});`)
		p.Run()
		if trace := p.trace(); !strings.Contains(trace, `outcome="queued"`) || !strings.Contains(trace, "VoxEngine.enqueueACDRequest has no effect, the session ends") {
			t.Errorf("the place of the session before is still taken, or the end does not count\n%s", trace)
		}
	}
}

// TestQueuePriority: a priority that there is not becomes the nearest one, with a note.
func TestQueuePriority(t *testing.T) {
	p := open(t, voxengine.Options{}, `require(Modules.ACD);
for (const priority of [0, 1, 100, 101]) VoxEngine.enqueueACDRequest("sales", "1", { priority });`)
	p.Run()
	if n := strings.Count(p.trace(), "the platform takes 1 to 100"); n != 2 {
		t.Errorf("%d of 2 priorities are noted\n%s", n, p.trace())
	}
}

// TestTaskSettings: settings that contain themselves are read up to a bound.
func TestTaskSettings(t *testing.T) {
	p := open(t, voxengine.Options{}, `const settings = { queue: { name: "sales" } };
for (let i = 0; i < 100; i++) settings["more" + i] = settings;
Logger.write(VoxEngine.enqueueTask(settings).settings.queue.name);`)
	p.Run()
	if !strings.Contains(p.trace(), `text="sales"`) {
		t.Errorf("the settings are not there\n%s", p.trace())
	}
}
