package voxengine

import "container/heap"

// task is one event of a session: it runs at its time, after all tasks of the
// same time that were added earlier.
type task struct {
	at    int64
	seq   uint64
	owner int // whose event it is: one owner's events never change places
	run   func()
	index int // in the heap, -1 when it is not there
}

// Owners of tasks; calls count on from ownerCalls.
const (
	ownerHost = iota
	ownerApp
	ownerTimers
	ownerStorage
	ownerHTTP
	ownerCalls
)

// queue is a heap of tasks by time, then arrival.
type queue struct {
	tasks []*task
	seq   uint64
}

func (q *queue) Len() int { return len(q.tasks) }

func (q *queue) Less(i, j int) bool {
	a, b := q.tasks[i], q.tasks[j]
	return a.at < b.at || a.at == b.at && a.seq < b.seq
}

func (q *queue) Swap(i, j int) {
	q.tasks[i], q.tasks[j] = q.tasks[j], q.tasks[i]
	q.tasks[i].index, q.tasks[j].index = i, j
}

// Push and Pop are for container/heap.
func (q *queue) Push(x any) {
	t := x.(*task)
	t.index = len(q.tasks)
	q.tasks = append(q.tasks, t)
}

func (q *queue) Pop() any {
	last := len(q.tasks) - 1
	t := q.tasks[last]
	q.tasks[last] = nil
	q.tasks = q.tasks[:last]
	t.index = -1
	return t
}

func (q *queue) add(at int64, owner int, run func()) *task {
	q.seq++
	t := &task{at: at, seq: q.seq, owner: owner, run: run}
	heap.Push(q, t)
	return t
}

// cancel takes a task out; a nil task and one that ran already are no-ops.
func (q *queue) cancel(t *task) {
	if t != nil && t.index >= 0 {
		heap.Remove(q, t.index)
	}
}

// next returns the first task without taking it, nil if there is none.
func (q *queue) next() *task {
	if len(q.tasks) == 0 {
		return nil
	}
	return q.tasks[0]
}

func (q *queue) take() *task { return heap.Pop(q).(*task) }

// takeAny takes one of the tasks of the earliest time: the first one of an
// owner that pick(n) chooses among the n owners that have any.
func (q *queue) takeAny(pick func(n int) int) *task {
	first := q.take()
	candidates := []*task{first}
	var later []*task
	for q.next() != nil && q.next().at == first.at {
		t := q.take()
		if owned(candidates, t.owner) {
			later = append(later, t)
		} else {
			candidates = append(candidates, t)
		}
	}
	chosen := pick(len(candidates))
	for i, t := range candidates {
		if i != chosen {
			heap.Push(q, t)
		}
	}
	for _, t := range later {
		heap.Push(q, t)
	}
	return candidates[chosen]
}

func owned(tasks []*task, owner int) bool {
	for _, t := range tasks {
		if t.owner == owner {
			return true
		}
	}
	return false
}

func (q *queue) clear() {
	for _, t := range q.tasks {
		t.index = -1
	}
	q.tasks = nil
}

// keep drops the tasks that wanted does not want.
func (q *queue) keep(wanted func(*task) bool) {
	kept := q.tasks[:0]
	for _, t := range q.tasks {
		if wanted(t) {
			t.index = len(kept)
			kept = append(kept, t)
		} else {
			t.index = -1
		}
	}
	clear(q.tasks[len(kept):])
	q.tasks = kept
	heap.Init(q)
}
