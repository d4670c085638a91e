// Package store keeps the state of the emulated platform in one SQLite file or
// in memory. It has a type and a few functions for each resource and knows
// neither HTTP nor the rules of the Management API.
//
// All work happens in transactions, one at a time: see DB.Do. A function of Tx
// never returns an error of the database; the first one is kept, everything
// after it does nothing, and Do returns it instead of committing. No context
// can cut a transaction short: a client that leaves does not undo its request.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// ErrInUse is returned by Open when another process has the file open.
var ErrInUse = errors.New("another process uses this data")

// DB is an open store.
type DB struct{ sql *sql.DB }

// Open opens the store in the folder dir, which must exist, and makes it when
// it is new; dir ":memory:" keeps everything in memory. A commit survives the
// end of the process at once, and a loss of power up to the last checkpoint.
func Open(dir string) (*DB, error) {
	if err := private(dir); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dataSource(dir))
	if err != nil {
		return nil, err
	}
	// One connection: the data in memory lives as long as it, and transactions
	// take turns without busy waiting.
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	d := &DB{db}
	if err := d.migrate(); err != nil {
		return nil, errors.Join(busy(err), db.Close())
	}
	return d, nil
}

// private makes a new file one that only its owner may read; SQLite gives the
// files beside it the same mode.
func private(dir string) error {
	if dir == inMemory {
		return nil
	}
	file, err := os.OpenFile(path(dir), os.O_CREATE|os.O_RDONLY, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

const inMemory = ":memory:"

func path(dir string) string { return filepath.Join(dir, "platform.db") }

func dataSource(dir string) string {
	pragmas := url.Values{"_pragma": {
		"locking_mode(EXCLUSIVE)", "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(ON)",
	}, "_txlock": {"immediate"}}.Encode()
	if dir == inMemory {
		return "file::memory:?" + pragmas
	}
	return (&url.URL{Scheme: "file", Opaque: url.PathEscape(filepath.ToSlash(path(dir))), RawQuery: pragmas}).String()
}

func busy(err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_BUSY {
		return ErrInUse
	}
	return err
}

// Close ends all work and closes the file.
func (d *DB) Close() error { return d.sql.Close() }

// Do runs work in a transaction and commits when work returns true and nothing
// failed; otherwise nothing of it remains.
func (d *DB) Do(work func(*Tx) bool) error {
	tx, err := d.sql.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	t := &Tx{tx: tx}
	if keep := work(t); !keep || t.err != nil {
		return t.err
	}
	return tx.Commit()
}

// Tx is a transaction.
type Tx struct {
	tx  *sql.Tx
	err error
}

// exec runs a statement and gives the id of the row that it inserted.
func (t *Tx) exec(query string, args ...any) int64 {
	if t.err != nil {
		return 0
	}
	result, err := t.tx.ExecContext(context.Background(), query, args...)
	if err != nil {
		t.err = fmt.Errorf("%s: %w", query, err)
		return 0
	}
	id, _ := result.LastInsertId() // SQLite always knows
	return id
}

// scanner is what *sql.Rows can do for one row.
type scanner interface{ Scan(into ...any) error }

// list reads rows; scan gives the places of a row's columns.
func list[T any](t *Tx, scan func(scanner, *T) error, query string, args ...any) []T {
	if t.err != nil {
		return nil
	}
	rows, err := t.tx.QueryContext(context.Background(), query, args...)
	if err != nil {
		t.err = fmt.Errorf("%s: %w", query, err)
		return nil
	}
	defer func() { t.err = errors.Join(t.err, rows.Close()) }()
	var all []T
	for rows.Next() && t.err == nil {
		var one T
		t.err = scan(rows, &one)
		all = append(all, one)
	}
	t.err = errors.Join(t.err, rows.Err())
	return all
}

// first reads one row; ok is false when there is none.
func first[T any](t *Tx, scan func(scanner, *T) error, query string, args ...any) (one T, ok bool) {
	if all := list(t, scan, query, args...); len(all) > 0 {
		return all[0], true
	}
	return one, false
}

// nullable is how an id that may be 0 is stored, so that foreign keys hold.
func nullable(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}
