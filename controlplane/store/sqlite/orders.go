package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

// orderColumns reads an order together with where its slot stands.
const orderColumns = `
	SELECT o.id, o.tenant, o.number, o.state, o.generation, o.courier, o.client,
	       o.expires_at, o.created_at, o.updated_at, s.applied, s.last_error
	FROM orders o JOIN slots s ON s.tenant = o.tenant AND s.number = o.number `

const newestOrder = orderColumns + `WHERE s.tenant = ? AND s.number = ? AND o.id = s.order_id`

// ChangeOrder implements controlplane.OrderStore.
func (s *Store) ChangeOrder(ctx context.Context, tenant, number string, edit controlplane.Edit) (o *controlplane.Order, changed bool, err error) {
	err = s.write.do(ctx, func(t *tx) error {
		newest, err := s.one(t.query(newestOrder, tenant, number))
		if err != nil {
			return err
		}
		o = edit(newest)
		if changed = o != nil; !changed {
			o = newest
			return nil
		}
		return s.keep(t, newest, o)
	})
	if err != nil {
		return nil, false, err
	}
	return o, changed, nil
}

// keep writes the order that a number means from now on, and makes its slot due.
func (s *Store) keep(t *tx, before, o *controlplane.Order) error {
	o.Generation, o.Applied, o.LastError = 1, 0, ""
	if before != nil {
		o.Generation, o.Applied = before.Generation+1, before.Applied
	}
	if before == nil || before.ID != o.ID {
		if err := s.insert(t, before, o); err != nil {
			return err
		}
	} else if err := s.update(t, o); err != nil {
		return err
	}
	return t.exec(`
		INSERT INTO slots (tenant, number, order_id, generation, due_at) VALUES (?1, ?2, ?3, ?4, ?5)
		ON CONFLICT (tenant, number) DO UPDATE
		SET order_id = ?3, generation = ?4, due_at = ?5, failures = 0, last_error = ''`,
		o.Tenant, o.Number, o.ID, o.Generation, millis(o.UpdatedAt))
}

func (s *Store) insert(t *tx, before, o *controlplane.Order) error {
	if before != nil && before.State == controlplane.Active {
		err := t.exec(`UPDATE orders SET state = 'expired', updated_at = ? WHERE tenant = ? AND id = ?`, millis(o.UpdatedAt), before.Tenant, before.ID)
		if err != nil {
			return err
		}
	}
	return t.exec(`
		INSERT INTO orders (state, generation, courier, courier_index, client, client_index,
		                    expires_at, updated_at, tenant, id, number, created_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, append(s.values(o), o.Number, millis(o.CreatedAt))...)
}

func (s *Store) update(t *tx, o *controlplane.Order) error {
	return t.exec(`
		UPDATE orders SET state = ?, generation = ?, courier = ?, courier_index = ?, client = ?, client_index = ?,
		                  expires_at = ?, updated_at = ?
		WHERE tenant = ? AND id = ?`, s.values(o)...)
}

// values are the columns that insert and update write, in their order.
func (s *Store) values(o *controlplane.Order) []any {
	return []any{
		string(o.State), o.Generation,
		s.keys.Seal(place(o.ID, "courier"), o.Courier.Digits()), s.keys.Index("phone", o.Courier.Digits()),
		s.keys.Seal(place(o.ID, "client"), o.Client.Digits()), s.keys.Index("phone", o.Client.Digits()),
		millis(o.ExpiresAt), millis(o.UpdatedAt), o.Tenant, o.ID,
	}
}

// place is what a ciphertext is bound to.
func place(id, column string) string { return "orders/" + id + "/" + column }

// Order implements controlplane.OrderStore.
func (s *Store) Order(ctx context.Context, tenant, number string) (*controlplane.Order, error) {
	return s.one(s.read.query(ctx, newestOrder, tenant, number))
}

// Orders implements controlplane.OrderStore.
func (s *Store) Orders(ctx context.Context, q controlplane.OrderQuery) ([]controlplane.Order, error) {
	where, args := `WHERE o.tenant = ?`, []any{q.Tenant}
	if q.State != "" {
		where, args = where+` AND o.state = ?`, append(args, string(q.State))
	}
	if q.Before != "" {
		where, args = where+` AND o.id < ?`, append(args, q.Before)
	}
	return s.many(s.read.query(ctx, orderColumns+where+` ORDER BY o.id DESC LIMIT ?`, append(args, q.Limit)...))
}

// ExpireOrders implements controlplane.OrderStore.
func (s *Store) ExpireOrders(ctx context.Context, now time.Time, limit int) (n int, err error) {
	const ended = `WHERE o.state = 'active' AND o.expires_at <= ? `
	if some, err := s.read.number(ctx, `SELECT EXISTS (SELECT 1 FROM orders o `+ended+`)`, millis(now)); err != nil || some == 0 {
		return 0, err // the usual case costs no transaction
	}
	err = s.write.do(ctx, func(t *tx) error {
		due, err := s.many(t.query(orderColumns+ended+`ORDER BY o.expires_at LIMIT ?`, millis(now), limit))
		n = len(due)
		for i := range due {
			next := due[i]
			next.State, next.UpdatedAt = controlplane.Expired, now
			err = errors.Join(err, s.keep(t, &due[i], &next))
		}
		return err
	})
	return n, err
}

func (s *Store) one(rows *sql.Rows, err error) (*controlplane.Order, error) {
	orders, err := s.many(rows, err)
	if err != nil || len(orders) == 0 {
		return nil, err
	}
	return &orders[0], nil
}

func (s *Store) many(rows *sql.Rows, err error) (out []controlplane.Order, _ error) {
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		o, err := s.scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	return out, rows.Err()
}

func (s *Store) scan(rows *sql.Rows) (o controlplane.Order, err error) {
	var courier, client []byte
	var ends, made, updated int64
	if err := rows.Scan(&o.ID, &o.Tenant, &o.Number, &o.State, &o.Generation, &courier, &client, &ends, &made, &updated, &o.Applied, &o.LastError); err != nil {
		return o, err
	}
	o.ExpiresAt, o.CreatedAt, o.UpdatedAt = moment(ends), moment(made), moment(updated)
	o.Applied = min(o.Applied, o.Generation)
	if o.Courier, err = s.open(o.ID, "courier", courier); err == nil {
		o.Client, err = s.open(o.ID, "client", client)
	}
	return o, err
}

func (s *Store) open(id, column string, sealed []byte) (controlplane.Phone, error) {
	digits, err := s.keys.Open(place(id, column), sealed)
	if err != nil {
		return controlplane.Phone{}, fmt.Errorf("order %s: %w", id, err)
	}
	return controlplane.NewPhone(digits), nil
}

func millis(t time.Time) int64 { return t.UnixMilli() }

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
