package sqlite

import (
	"context"
	"errors"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

const due = `due_at <= ?1 AND (lease_owner IS NULL OR lease_until <= ?1)`

// ClaimSlots implements controlplane.SlotStore.
func (s *Store) ClaimSlots(ctx context.Context, owner string, now, until time.Time, limit int) (leases []controlplane.Lease, err error) {
	if some, err := s.read.number(ctx, `SELECT EXISTS (SELECT 1 FROM slots WHERE `+due+`)`, millis(now)); err != nil || some == 0 {
		return nil, err // the usual case costs no transaction
	}
	err = s.write.do(ctx, func(t *tx) error {
		rows, err := t.query(`
			UPDATE slots SET lease_owner = ?2, lease_until = ?3
			WHERE (tenant, number) IN (SELECT tenant, number FROM slots WHERE `+due+` ORDER BY due_at LIMIT ?4)
			RETURNING tenant, number`, millis(now), owner, millis(until), limit)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			l := controlplane.Lease{Owner: owner, Until: until}
			if err := rows.Scan(&l.Tenant, &l.Number); err != nil {
				return err
			}
			leases = append(leases, l)
		}
		return rows.Err()
	})
	return leases, err
}

// SlotOrder implements controlplane.SlotStore.
func (s *Store) SlotOrder(ctx context.Context, slot controlplane.Slot) (o controlplane.Order, failures int, err error) {
	failures, err = s.read.number(ctx, `SELECT failures FROM slots WHERE tenant = ? AND number = ?`, slot.Tenant, slot.Number)
	if err != nil {
		return o, 0, err
	}
	newest, err := s.Order(ctx, slot.Tenant, slot.Number)
	if err == nil && newest == nil {
		err = errors.New("the slot has no order")
	}
	if err != nil {
		return o, 0, err
	}
	return *newest, failures, nil
}

// SettleSlot implements controlplane.SlotStore.
func (s *Store) SettleSlot(ctx context.Context, f controlplane.Settlement, now time.Time) error {
	return s.write.do(ctx, func(t *tx) error {
		held, err := t.changed(`
			UPDATE slots SET
				lease_owner = NULL, lease_until = NULL,
				applied    = iif(?4 = '', max(applied, ?3), applied),
				failures   = iif(generation = ?3 AND ?4 <> '', failures + 1, 0),
				last_error = iif(generation = ?3, ?4, ''),
				due_at     = iif(generation = ?3, ?5, ?6)
			WHERE tenant = ?1 AND number = ?2 AND lease_owner = ?7`,
			f.Tenant, f.Number, f.Generation, f.Err, optional(f.DueAt), millis(now), f.Owner)
		if err != nil || held > 0 {
			return err
		}
		return t.exec(`UPDATE slots SET due_at = min(coalesce(due_at, ?3), ?3) WHERE tenant = ?1 AND number = ?2`, f.Tenant, f.Number, millis(now))
	})
}

// optional is NULL for the zero time.
func optional(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return millis(t)
}
