package platform

import "sync"

// liveSessions are the sessions that run.
type liveSessions struct {
	mu   sync.Mutex
	byID map[int64]*Session
}

func (all *liveSessions) add(s *Session) {
	all.mu.Lock()
	defer all.mu.Unlock()
	if all.byID == nil {
		all.byID = map[int64]*Session{}
	}
	all.byID[s.id] = s
}

func (all *liveSessions) remove(s *Session) {
	all.mu.Lock()
	defer all.mu.Unlock()
	delete(all.byID, s.id)
}

func (all *liveSessions) get(id int64) *Session {
	all.mu.Lock()
	defer all.mu.Unlock()
	return all.byID[id]
}
