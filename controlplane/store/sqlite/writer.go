package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// writer is the one goroutine that writes. Jobs that arrive while a commit runs
// are the next batch: under load many jobs share one synchronisation with the
// disk, alone a job waits for nobody. There is no timer.
type writer struct {
	db    *sql.DB
	conn  *sql.Conn
	stmts map[string]*sql.Stmt
	jobs  chan *job
	quit  chan struct{}
	done  sync.WaitGroup
}

// job is one unit of work: all of it is committed, or none.
type job struct {
	work func(*tx) error
	err  error
	over chan struct{}
}

// maxBatch bounds how long the first job of a batch waits for the others.
const maxBatch = 256

var errClosed = errors.New("the store is closed")

func (w *writer) start(ctx context.Context) (err error) {
	if w.conn, err = w.db.Conn(ctx); err != nil {
		return err
	}
	w.stmts = map[string]*sql.Stmt{}
	w.jobs = make(chan *job)
	w.quit = make(chan struct{})
	w.done.Go(w.loop)
	return nil
}

// do runs work in a transaction and returns when it is on the disk. Once a job
// is taken its outcome is waited for, so that an error means "not kept".
func (w *writer) do(ctx context.Context, work func(*tx) error) error {
	j := &job{work: work, over: make(chan struct{})}
	select {
	case w.jobs <- j:
		<-j.over
		return j.err
	case <-ctx.Done():
		return ctx.Err()
	case <-w.quit:
		return errClosed
	}
}

func (w *writer) loop() {
	for {
		select {
		case first := <-w.jobs:
			w.commit(w.gather(first))
		case <-w.quit:
			return
		}
	}
}

func (w *writer) gather(first *job) []*job {
	batch := []*job{first}
	for len(batch) < maxBatch {
		select {
		case j := <-w.jobs:
			batch = append(batch, j)
		default:
			return batch
		}
	}
	return batch
}

func (w *writer) commit(batch []*job) {
	err := w.run(batch)
	for _, j := range batch {
		if err != nil {
			j.err = err
		}
		close(j.over)
	}
}

// run executes a batch in one transaction. A job that fails is undone alone; an
// error of the transaction itself undoes all.
func (w *writer) run(batch []*job) error {
	t := &tx{w}
	if err := t.exec(`BEGIN IMMEDIATE`); err != nil {
		return err
	}
	for _, j := range batch {
		if err := w.runOne(t, j); err != nil {
			_ = t.exec(`ROLLBACK`)
			return err
		}
	}
	err := t.exec(`COMMIT`)
	if err != nil {
		_ = t.exec(`ROLLBACK`) // there is none to roll back when the commit did it
	}
	return err
}

func (w *writer) runOne(t *tx, j *job) error {
	if err := t.exec(`SAVEPOINT job`); err != nil {
		return err
	}
	if j.err = j.work(t); j.err != nil {
		if err := t.exec(`ROLLBACK TO job`); err != nil {
			return err
		}
	}
	return t.exec(`RELEASE job`)
}

func (w *writer) close() error {
	if w.quit != nil {
		close(w.quit)
		w.done.Wait()
	}
	var errs []error
	for _, s := range w.stmts {
		errs = append(errs, s.Close())
	}
	if w.conn != nil {
		errs = append(errs, w.conn.Close())
	}
	return errors.Join(append(errs, w.db.Close())...)
}

// tx is what a job may do. Statements are prepared once for the life of the store.
type tx struct{ w *writer }

func (t *tx) prepared(query string) (*sql.Stmt, error) {
	if s, ok := t.w.stmts[query]; ok {
		return s, nil
	}
	s, err := t.w.conn.PrepareContext(context.Background(), query)
	if err == nil {
		t.w.stmts[query] = s
	}
	return s, err
}

func (t *tx) exec(query string, args ...any) error {
	_, err := t.changed(query, args...)
	return err
}

// changed executes a statement and returns how many rows it changed.
func (t *tx) changed(query string, args ...any) (int64, error) {
	s, err := t.prepared(query) //nolint:sqlclosecheck // close does it
	if err != nil {
		return 0, err
	}
	res, err := s.ExecContext(context.Background(), args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func (t *tx) query(query string, args ...any) (*sql.Rows, error) {
	s, err := t.prepared(query) //nolint:sqlclosecheck // close does it
	if err != nil {
		return nil, err
	}
	return s.QueryContext(context.Background(), args...)
}
