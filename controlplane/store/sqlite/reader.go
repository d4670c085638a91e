package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// reader runs queries on connections that never wait for the writer. It
// prepares each of the package's few queries once: preparing takes ten times as
// long as running one.
type reader struct {
	db *sql.DB

	mu    sync.Mutex
	stmts map[string]*sql.Stmt
}

// connections is how many queries run at the same time.
const connections = 4

func newReader(dsn string) (*reader, error) {
	db, err := sql.Open("sqlite", dsn+"&_pragma=query_only(1)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return &reader{db: db, stmts: map[string]*sql.Stmt{}}, nil
}

func (r *reader) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := r.prepared(ctx, query) //nolint:sqlclosecheck // close does it
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// number runs a query whose answer is one number.
func (r *reader) number(ctx context.Context, query string, args ...any) (n int, err error) {
	s, err := r.prepared(ctx, query) //nolint:sqlclosecheck // close does it
	if err != nil {
		return 0, err
	}
	return n, s.QueryRowContext(ctx, args...).Scan(&n)
}

func (r *reader) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s, ok := r.stmts[query]; ok {
		return s, nil
	}
	s, err := r.db.PrepareContext(ctx, query) //nolint:sqlclosecheck // close does it
	if err == nil {
		r.stmts[query] = s
	}
	return s, err
}

func (r *reader) close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var errs []error
	for _, s := range r.stmts {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, r.db.Close())...)
}
