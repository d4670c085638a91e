-- +goose Up

-- One row is one order. Times are Unix milliseconds; courier and client are
-- ciphertext and blind index (package seal).
CREATE TABLE orders (
    tenant        TEXT    NOT NULL,
    id            TEXT    NOT NULL, -- UUIDv7, so rows lie in the order of their age
    number        TEXT    NOT NULL,
    state         TEXT    NOT NULL CHECK (state IN ('active', 'closed', 'expired')),
    generation    INTEGER NOT NULL CHECK (generation >= 1),
    courier       BLOB    NOT NULL,
    courier_index BLOB    NOT NULL,
    client        BLOB    NOT NULL,
    client_index  BLOB    NOT NULL,
    expires_at    INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX orders_active ON orders (tenant, number) WHERE state = 'active';
CREATE INDEX orders_ending ON orders (expires_at) WHERE state = 'active';

-- One row is the place of one number in the platform's storage: the order that
-- the number means now, what was applied of it, when to look at it next, and
-- who may write. All orders that ever had the number share the row.
CREATE TABLE slots (
    tenant      TEXT    NOT NULL,
    number      TEXT    NOT NULL,
    order_id    TEXT    NOT NULL,
    generation  INTEGER NOT NULL CHECK (generation >= 1),
    applied     INTEGER NOT NULL DEFAULT 0 CHECK (applied <= generation),
    failures    INTEGER NOT NULL DEFAULT 0,
    last_error  TEXT    NOT NULL DEFAULT '',
    due_at      INTEGER, -- NULL: nothing to do
    lease_owner TEXT,
    lease_until INTEGER,
    PRIMARY KEY (tenant, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX slots_due ON slots (due_at) WHERE due_at IS NOT NULL;

-- One row is the result of one call. The result itself is ciphertext: a
-- recording's address opens the recording for whoever has it.
CREATE TABLE calls (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant      TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    body_sha256 BLOB    NOT NULL,
    number      TEXT    NOT NULL, -- order number that was looked up, '' for none
    received_at INTEGER NOT NULL,
    result      BLOB    NOT NULL,
    UNIQUE (tenant, id)
) STRICT;

CREATE INDEX calls_by_number ON calls (tenant, number, seq);
CREATE INDEX calls_by_time ON calls (tenant, received_at);

-- +goose Down

DROP TABLE calls;
DROP TABLE slots;
DROP TABLE orders;
