package phone

import (
	"errors"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// trouble is the faults of a story with what they have seen so far.
type trouble struct {
	faults []Fault
	seen   []int
}

func newTrouble(faults []Fault) *trouble {
	return &trouble{faults: faults, seen: make([]int, len(faults))}
}

// hit counts a request and returns the first fault that strikes it.
func (t *trouble) hit(on, subject string) (Fault, bool) {
	var struck *Fault
	for i := range t.faults {
		fault := &t.faults[i]
		if fault.On != on || fault.Match != "" && fault.Match != subject {
			continue
		}
		t.seen[i]++
		first := max(fault.From, 1)
		if n := t.seen[i]; struck == nil && n >= first && (fault.Times == 0 || n < first+fault.Times) {
			struck = fault
		}
	}
	if struck == nil {
		return Fault{}, false
	}
	return *struck, true
}

// storage is a storage that fails as told.
type storage struct {
	voxengine.Storage
	*trouble
}

func (s storage) Get(now int64, key string) (voxengine.Item, voxengine.Reply) {
	reply, failed := s.strike(key)
	if failed {
		return voxengine.Item{}, reply
	}
	item, late := s.Storage.Get(now, key)
	late.Latency += reply.Latency
	return item, late
}

func (s storage) Put(now int64, key, value string, ttl int64) (voxengine.Item, voxengine.Reply) {
	reply, failed := s.strike(key)
	if failed {
		return voxengine.Item{}, reply
	}
	item, late := s.Storage.Put(now, key, value, ttl)
	late.Latency += reply.Latency
	return item, late
}

func (s storage) Remove(now int64, key string) (voxengine.Item, voxengine.Reply) {
	reply, failed := s.strike(key)
	if failed {
		return voxengine.Item{}, reply
	}
	item, late := s.Storage.Remove(now, key)
	late.Latency += reply.Latency
	return item, late
}

func (s storage) Keys(now int64, namespace string, count int) ([]string, voxengine.Reply) {
	reply, failed := s.strike(namespace)
	if failed {
		return nil, reply
	}
	keys, late := s.Storage.Keys(now, namespace, count)
	late.Latency += reply.Latency
	return keys, late
}

// strike returns how late a request is, and whether it fails.
func (s storage) strike(key string) (voxengine.Reply, bool) {
	fault, ok := s.hit(OnStorage, key)
	reply := voxengine.Reply{Latency: int64(fault.Slow)}
	if ok && fault.Error != "" {
		reply.Err = errors.New(fault.Error)
	}
	return reply, reply.Err != nil
}

// network is a network that fails as told, and remembers its requests.
type network struct {
	voxengine.HTTP
	*trouble
	seen func(voxengine.Request, voxengine.Response)
}

func (n network) Do(request voxengine.Request) voxengine.Response {
	response := n.respond(OnHTTP, request.URL, func() voxengine.Response { return n.HTTP.Do(request) })
	n.seen(request, response)
	return response
}

// respond asks the outside, unless a fault strikes.
func (t *trouble) respond(on, subject string, ask func() voxengine.Response) voxengine.Response {
	fault, ok := t.hit(on, subject)
	switch {
	case ok && fault.Code != 0:
		return voxengine.Response{Code: fault.Code, Err: fault.Error, Latency: int64(fault.Slow)}
	case ok && fault.Error != "":
		return voxengine.Response{Code: facts.HTTPConnection, Err: fault.Error, Latency: int64(fault.Slow)}
	}
	response := ask()
	response.Latency += int64(fault.Slow)
	return response
}

// media is speech and recording that fail as told, with lengths of a story's own.
type media struct {
	voxengine.Media
	*trouble
	lengths map[string]Duration
}

func (m media) Speech(text, voice string) voxengine.Sound {
	return m.sound(text, m.Media.Speech(text, voice))
}

func (m media) Audio(url string) voxengine.Sound { return m.sound(url, m.Media.Audio(url)) }

func (m media) sound(subject string, sound voxengine.Sound) voxengine.Sound {
	if length, ok := m.lengths[subject]; ok {
		sound.Delay, sound.Length = 0, int64(length)
	}
	if fault, ok := m.hit(OnSpeech, subject); ok {
		sound.Delay += int64(fault.Slow)
		sound.Err = fault.Error
	}
	return sound
}

func (m media) Record(session int64, name string) voxengine.Recording {
	recording := m.Media.Record(session, name)
	if fault, ok := m.hit(OnRecording, name); ok {
		recording.After += int64(fault.Slow)
		recording.Err = fault.Error
	}
	return recording
}
