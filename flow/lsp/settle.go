package lsp

// Take handles messages that came together, in their order, and returns all that
// follow from them. Of edits in a row the last one counts: files are looked at
// behind it. A request that one of the messages cancels is not carried out.
// interrupted says that another edit has come meanwhile: what is found now would be
// old by then, and is left for the next time.
func (s *Server) Take(batch []Message, interrupted func() bool) []Message {
	cancelled := map[string]bool{}
	for _, m := range batch {
		if m.Method == "$/cancelRequest" {
			cancelled[idOf(m.Params)] = true
		}
	}
	var out []Message
	for i, m := range batch {
		if m.Method != "" && len(m.ID) > 0 && cancelled[string(m.ID)] {
			out = append(out, s.fail(m, requestCancelled, "%s was cancelled", m.Method)...)
			continue
		}
		out = append(out, s.take(m)...)
		if i+1 == len(batch) || !batch[i+1].Edits() {
			out = append(out, s.settle(interrupted)...)
		}
	}
	return out
}

// Edits reports whether the message is an edit, which makes older findings worthless.
func (m Message) Edits() bool { return m.Method == "textDocument/didChange" }

// settle looks at every file that an edit has changed or that depends on one, and
// returns the diagnostics that the client does not know.
func (s *Server) settle(interrupted func() bool) []Message {
	for _, d := range s.documents() {
		if s.stale[d.name] {
			if interrupted() {
				return nil
			}
			s.look(d)
		}
	}
	if !s.unsaid {
		return nil
	}
	s.unsaid = false
	return s.publish()
}

// touch notes that a file has another text: it, and what depends on it, has to be
// looked at again.
func (s *Server) touch(name string) {
	s.unsaid = true
	for _, d := range s.documents() {
		if a := s.analyses[d.name]; a == nil || a.reads[name] {
			s.stale[d.name] = true
		}
	}
}

// fresh looks at everything that is stale, for a request.
func (s *Server) fresh() {
	for _, d := range s.documents() {
		if s.stale[d.name] {
			s.look(d)
		}
	}
}

func (s *Server) look(d *document) {
	s.analyses[d.name] = s.analyse(d, s.open)
	delete(s.stale, d.name)
}
