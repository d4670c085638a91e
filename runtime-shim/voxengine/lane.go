package voxengine

// lane is requests of one kind that leave the session: at most so many are out
// at once, the others wait in their order, and there is a most of both together.
type lane struct {
	out, mostOut int
	waiting      []func()
	most         int
}

// full reports whether the platform takes no further request.
func (l *lane) full() bool { return l.out+len(l.waiting) >= l.most }

// enter makes a request at once, or when its turn comes.
func (l *lane) enter(request func()) {
	if l.out < l.mostOut {
		l.start(request)
		return
	}
	l.waiting = append(l.waiting, request)
}

func (l *lane) start(request func()) {
	l.out++
	request()
}

// leave notes that a request is over, and starts the next one if there are to be any.
func (l *lane) leave(goOn bool) {
	l.out--
	if goOn && len(l.waiting) > 0 {
		next := l.waiting[0]
		l.waiting = l.waiting[1:]
		l.start(next)
	}
}
