package store

import (
	"context"
	"fmt"
)

// migrations bring an older file up to date, one after the other; the number of
// those applied is the file's user_version. Entries are only ever appended.
//
// Ids of different kinds start at different numbers, so that an id of the wrong
// kind is not found instead of being taken for another object.
func migrations() []string {
	return []string{`
CREATE TABLE account (
	id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL,
	api_key TEXT NOT NULL, admin_token TEXT NOT NULL, created INTEGER NOT NULL
);
CREATE TABLE service_key (
	id TEXT PRIMARY KEY, public_key TEXT NOT NULL, roles TEXT NOT NULL, created INTEGER NOT NULL
);
CREATE TABLE application (
	id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
	secure_records INTEGER NOT NULL, modified INTEGER NOT NULL
);
CREATE TABLE scenario (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	application_id INTEGER REFERENCES application ON DELETE CASCADE,
	name TEXT NOT NULL UNIQUE, script TEXT NOT NULL, modified INTEGER NOT NULL
);
CREATE TABLE rule (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	application_id INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
	name TEXT NOT NULL, pattern TEXT NOT NULL, exclude TEXT NOT NULL,
	video_conference INTEGER NOT NULL, bind_key_id TEXT NOT NULL,
	position INTEGER NOT NULL, modified INTEGER NOT NULL,
	UNIQUE (application_id, name)
);
CREATE TABLE binding (
	rule_id INTEGER NOT NULL REFERENCES rule ON DELETE CASCADE,
	scenario_id INTEGER NOT NULL REFERENCES scenario ON DELETE CASCADE,
	position INTEGER NOT NULL,
	PRIMARY KEY (rule_id, scenario_id)
);
CREATE TABLE key_value (
	application_id INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
	key TEXT NOT NULL, value TEXT NOT NULL, expires_at INTEGER NOT NULL,
	PRIMARY KEY (application_id, key)
) WITHOUT ROWID;
CREATE INDEX key_value_expiry ON key_value (expires_at);
CREATE TABLE phone_number (
	id INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL UNIQUE,
	country TEXT NOT NULL, category TEXT NOT NULL, region TEXT NOT NULL,
	purchased INTEGER NOT NULL, modified INTEGER NOT NULL,
	application_id INTEGER REFERENCES application ON DELETE SET NULL,
	rule_id INTEGER REFERENCES rule ON DELETE SET NULL
);
CREATE TABLE secret (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	application_id INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
	name TEXT NOT NULL, value TEXT NOT NULL, description TEXT NOT NULL,
	created INTEGER NOT NULL, modified INTEGER NOT NULL,
	UNIQUE (application_id, name)
);
CREATE TABLE session (
	id INTEGER PRIMARY KEY, application TEXT NOT NULL, rule TEXT NOT NULL,
	started INTEGER NOT NULL, ended INTEGER, reason TEXT NOT NULL, trace TEXT NOT NULL
);
INSERT INTO sqlite_sequence (name, seq) VALUES
	('application', 10000), ('scenario', 20000), ('rule', 30000),
	('phone_number', 40000), ('secret', 50000);
`}
}

func (d *DB) migrate() error {
	var done int
	if err := d.sql.QueryRowContext(context.Background(), "PRAGMA user_version").Scan(&done); err != nil {
		return err
	}
	all := migrations()
	if done > len(all) {
		return fmt.Errorf("the data was written by a newer version (layout %d, known up to %d)", done, len(all))
	}
	return d.Do(func(tx *Tx) bool {
		for _, statement := range all[done:] {
			tx.exec(statement)
		}
		tx.exec(fmt.Sprintf("PRAGMA user_version = %d", len(all)))
		return true
	})
}
