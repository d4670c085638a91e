package store

import (
	"errors"
	"os"
	"testing"
)

func open(t *testing.T, dir string) *DB {
	t.Helper()
	db, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func do(t *testing.T, db *DB, work func(*Tx)) {
	t.Helper()
	if err := db.Do(func(tx *Tx) bool { work(tx); return true }); err != nil {
		t.Fatal(err)
	}
}

func TestDataSurvivesAReopen(t *testing.T) {
	dir := t.TempDir() + "/odd name?#%20"
	mkdir(t, dir)
	db := open(t, dir)
	do(t, db, func(tx *Tx) { tx.AddApplication(Application{Name: "demo"}) })
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if file, err := os.Stat(dir + "/platform.db"); err != nil || file.Mode().Perm() != 0o600 {
		t.Errorf("file %v, %v", file, err)
	}
	do(t, open(t, dir), func(tx *Tx) {
		if a, ok := tx.ApplicationNamed("demo"); !ok || a.ID != 10001 {
			t.Errorf("found %v, %v; want application 10001", a, ok)
		}
	})
}

func TestSecondProcessIsRefused(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	if _, err := Open(dir); !errors.Is(err, ErrInUse) {
		t.Errorf("second open: %v, want %v", err, ErrInUse)
	}
}

func TestFailureLeavesNothingBehind(t *testing.T) {
	db := open(t, ":memory:")
	err := db.Do(func(tx *Tx) bool {
		tx.AddApplication(Application{Name: "demo"})
		tx.AddApplication(Application{Name: "demo"})
		tx.AddApplication(Application{Name: "other"})
		return true
	})
	if err == nil {
		t.Error("a duplicate name was stored")
	}
	if err := db.Do(func(tx *Tx) bool { tx.AddApplication(Application{Name: "unwanted"}); return false }); err != nil {
		t.Error(err)
	}
	do(t, db, func(tx *Tx) {
		if all := tx.Applications(); len(all) > 0 {
			t.Errorf("left behind: %v", all)
		}
	})
}

func TestLostSessionsGetAnEnd(t *testing.T) {
	db := open(t, ":memory:")
	do(t, db, func(tx *Tx) {
		lost := tx.AddSession(Session{Started: 1000})
		kept := tx.AddSession(Session{Started: 1000})
		tx.EndSession(kept, 2000, "terminate", "trace")
		tx.EndLostSessions("stopped")
		equal(t, "sessions", tx.Sessions(10), []Session{
			{ID: kept, Started: 1000, Ended: 2000, Reason: "terminate"}, {ID: lost, Started: 1000, Ended: 1000, Reason: "stopped"},
		})
		equal(t, "ids", []int64{lost, kept}, []int64{1000, 1001})
		equal(t, "traces", []string{tx.Trace(lost), tx.Trace(kept)}, []string{"", "trace"})
	})
}

func TestNamespaces(t *testing.T) {
	db := open(t, ":memory:")
	var app int64
	do(t, db, func(tx *Tx) {
		app = tx.AddApplication(Application{Name: "demo"})
		for _, key := range []string{"test", "test:1", "test:12", "tester", "заказ:1", "expired"} {
			kv := KeyValue{Key: key, ExpiresAt: 100}
			if key == "expired" {
				kv.ExpiresAt = 50
			}
			tx.PutKeyValue(app, kv, 0)
		}
	})
	for namespace, want := range map[string][]string{
		"test": {"test", "test:1", "test:12"}, "test:1": {"test:1", "test:12"}, "tes": nil, "заказ": {"заказ:1"},
		"": {"test", "test:1", "test:12", "tester", "заказ:1"}, "expired": nil,
	} {
		do(t, db, func(tx *Tx) {
			var got []string
			for _, kv := range tx.KeyValues(app, namespace, 50, 10, 0) {
				got = append(got, kv.Key)
			}
			equal(t, namespace, got, want)
		})
	}
}
