package store

import "strings"

// KeyValue is an entry of an application's storage.
type KeyValue struct {
	Key       string
	Value     string
	ExpiresAt int64 // seconds since 1970; the entry is gone from this second on
}

func scanKeyValue(row scanner, kv *KeyValue) error {
	return row.Scan(&kv.Key, &kv.Value, &kv.ExpiresAt)
}

// KeyValue finds the entry of a key that is not expired at now, in seconds.
func (t *Tx) KeyValue(application int64, key string, now int64) (KeyValue, bool) {
	return first(t, scanKeyValue,
		"SELECT key, value, expires_at FROM key_value WHERE application_id = ? AND key = ? AND expires_at > ?",
		application, key, now)
}

// PutKeyValue stores or replaces an entry and forgets what expired before now.
func (t *Tx) PutKeyValue(application int64, kv KeyValue, now int64) {
	t.exec("DELETE FROM key_value WHERE expires_at <= ?", now)
	t.exec("INSERT OR REPLACE INTO key_value VALUES (?, ?, ?, ?)", application, kv.Key, kv.Value, kv.ExpiresAt)
}

// DelKeyValue removes an entry if there is one.
func (t *Tx) DelKeyValue(application int64, key string) {
	t.exec("DELETE FROM key_value WHERE application_id = ? AND key = ?", application, key)
}

// KeyValues lists the entries in a namespace, by key, without the expired ones:
// the key that equals the namespace and those that go on with a colon after it.
// A namespace with a colon of its own is a prefix; "" is everything. At most
// count entries are given, from offset on.
func (t *Tx) KeyValues(application int64, namespace string, now int64, count, offset int) []KeyValue {
	prefix := namespace
	if namespace != "" && !strings.Contains(namespace, ":") {
		prefix += ":"
	}
	return list(t, scanKeyValue, `SELECT key, value, expires_at FROM key_value
		WHERE application_id = ?1 AND expires_at > ?2 AND (key = ?3 OR key >= ?4 AND key < ?5)
		ORDER BY key LIMIT ?6 OFFSET ?7`, application, now, namespace, prefix, prefix+lastRune, count, offset)
}

// lastRune sorts after every character that a key can have.
const lastRune = "\U0010FFFF"
