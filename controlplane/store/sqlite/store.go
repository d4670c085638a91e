// Package sqlite keeps the control plane's data in one SQLite file: write-ahead
// log, full synchronisation, and one writer that commits what has gathered while
// the commit before was on its way to the disk (writer.go).
//
// One process owns a file, which a lock beside it enforces.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"sync"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/ringflow/ringflow/controlplane/seal"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Options say where a store is and how it works.
type Options struct {
	Path string // of the database file; its folder must exist
	Keys *seal.Keyring
	// Careless gives up durability: a machine that loses power may lose what was
	// acknowledged. It is for simulations that start from nothing anyway.
	Careless bool
}

// Store implements the stores of package controlplane.
type Store struct {
	write *writer
	read  *reader
	keys  *seal.Keyring
	lock  *os.File
	ended sync.Once
}

// Open opens a store, makes or migrates its tables, and frees the leases that a
// process before this one left behind. Close must be called.
func Open(ctx context.Context, opt Options) (_ *Store, err error) {
	s := &Store{keys: opt.Keys}
	defer func() {
		if err != nil {
			_ = s.Close()
		}
	}()
	if s.lock, err = lockFile(opt.Path + ".lock"); err != nil {
		return nil, err
	}
	if err = touch(opt.Path); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dsn(opt, "immediate"))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	s.write = &writer{db: db}
	if err = migrate(ctx, db); err != nil {
		return nil, fmt.Errorf("the database %s cannot be opened or migrated: %w", opt.Path, err)
	}
	if _, err = db.ExecContext(ctx, `UPDATE slots SET lease_until = 0 WHERE lease_owner IS NOT NULL`); err != nil {
		return nil, err
	}
	if s.read, err = newReader(dsn(opt, "deferred")); err != nil {
		return nil, err
	}
	if err = s.checkKey(ctx); err != nil {
		return nil, err
	}
	return s, s.write.start(ctx)
}

// checkKey reads one order, so that a wrong key stops the service before it
// mixes what two keys sealed.
func (s *Store) checkKey(ctx context.Context) error {
	_, err := s.many(s.read.query(ctx, orderColumns+`LIMIT 1`))
	return err
}

func dsn(opt Options, lock string) string {
	level := "FULL"
	if opt.Careless {
		level = "OFF"
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: opt.Path}).EscapedPath(), RawQuery: url.Values{
		"_pragma": {"journal_mode(WAL)", "synchronous(" + level + ")", "busy_timeout(5000)"},
		"_txlock": {lock},
	}.Encode()}
	return u.String()
}

// touch makes the file with permissions for its owner alone.
func touch(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	_, err := s.read.number(ctx, `SELECT 1`)
	return err
}

// Close waits for the last commit and closes the file. Only the first call does something.
func (s *Store) Close() (err error) {
	s.ended.Do(func() { err = s.close() })
	return err
}

func (s *Store) close() error {
	var errs []error
	if s.write != nil {
		errs = append(errs, s.write.close())
	}
	if s.read != nil {
		errs = append(errs, s.read.close())
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Close())
	}
	return errors.Join(errs...)
}
