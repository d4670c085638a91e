package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ringflow/ringflow/controlplane"
)

// result is what the sealed column of a call holds.
type result struct {
	Fields []controlplane.Field `json:"fields"`
	Facts  controlplane.Facts   `json:"facts"`
}

// AddCall implements controlplane.CallStore.
func (s *Store) AddCall(ctx context.Context, c controlplane.Call) (added bool, first [32]byte, err error) {
	plain, err := json.Marshal(result{c.Fields, c.Facts})
	if err != nil {
		return false, first, err
	}
	sealed := s.keys.Seal("calls/"+c.Tenant+"/"+c.ID, string(plain))
	err = s.write.do(ctx, func(t *tx) error {
		n, err := t.changed(`
			INSERT INTO calls (tenant, id, body_sha256, number, received_at, result) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (tenant, id) DO NOTHING`,
			c.Tenant, c.ID, c.BodySHA256[:], c.Number, millis(c.ReceivedAt), sealed)
		added = n > 0
		if err == nil && !added {
			first, err = bodyOf(t, c.Tenant, c.ID)
		}
		return err
	})
	return added, first, err
}

func bodyOf(t *tx, tenant, id string) (sum [32]byte, err error) {
	rows, err := t.query(`SELECT body_sha256 FROM calls WHERE tenant = ? AND id = ?`, tenant, id)
	if err != nil {
		return sum, err
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return sum, errors.Join(rows.Err(), errors.New("a call that exists is not there"))
	}
	var raw []byte
	err = rows.Scan(&raw)
	copy(sum[:], raw)
	return sum, err
}

// Calls implements controlplane.CallStore.
func (s *Store) Calls(ctx context.Context, q controlplane.CallQuery) (out []controlplane.CallRow, err error) {
	where, args := `tenant = ?`, []any{q.Tenant}
	add := func(cond string, arg any) { where, args = where+` AND `+cond, append(args, arg) }
	if q.Number != "" {
		add(`number = ?`, q.Number)
	}
	if !q.Since.IsZero() {
		add(`received_at >= ?`, millis(q.Since))
	}
	if !q.Until.IsZero() {
		add(`received_at < ?`, millis(q.Until))
	}
	if q.Before > 0 {
		add(`seq < ?`, q.Before)
	}
	rows, err := s.read.query(ctx, `
		SELECT seq, tenant, id, number, body_sha256, received_at, result
		FROM calls WHERE `+where+` ORDER BY seq DESC LIMIT ?`, append(args, q.Limit)...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		c, err := s.scanCall(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, rows.Err()
}

func (s *Store) scanCall(rows *sql.Rows) (c controlplane.CallRow, err error) {
	var sum, sealed []byte
	var received int64
	if err := rows.Scan(&c.Seq, &c.Tenant, &c.ID, &c.Number, &sum, &received, &sealed); err != nil {
		return c, err
	}
	copy(c.BodySHA256[:], sum)
	c.ReceivedAt = moment(received)
	return c, s.openCall(&c.Call, sealed)
}

func (s *Store) openCall(c *controlplane.Call, sealed []byte) error {
	plain, err := s.keys.Open("calls/"+c.Tenant+"/"+c.ID, sealed)
	if err != nil {
		return fmt.Errorf("call %s: %w", c.ID, err)
	}
	var r result
	err = json.Unmarshal([]byte(plain), &r)
	c.Fields, c.Facts = r.Fields, r.Facts
	return err
}
