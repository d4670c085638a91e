package store

import "strings"

// Account is the one account of the platform.
type Account struct {
	ID         int64
	Name       string
	Email      string
	APIKey     string // the legacy way to authenticate
	AdminToken string // guards what is not part of the platform
	Created    int64  // seconds since 1970
}

// Account gives the account; ok is false for a new store.
func (t *Tx) Account() (a Account, ok bool) {
	return first(t, func(row scanner, a *Account) error {
		return row.Scan(&a.ID, &a.Name, &a.Email, &a.APIKey, &a.AdminToken, &a.Created)
	}, "SELECT id, name, email, api_key, admin_token, created FROM account")
}

// PutAccount makes the account.
func (t *Tx) PutAccount(a Account) {
	t.exec("INSERT INTO account VALUES (?, ?, ?, ?, ?, ?)", a.ID, a.Name, a.Email, a.APIKey, a.AdminToken, a.Created)
}

// ServiceKey is the public half of a service account's key.
type ServiceKey struct {
	ID        string
	PublicKey string // PEM
	Roles     []string
	Created   int64 // seconds since 1970
}

const serviceKeyColumns = "SELECT id, public_key, roles, created FROM service_key"

func scanServiceKey(row scanner, k *ServiceKey) error {
	var roles string
	err := row.Scan(&k.ID, &k.PublicKey, &roles, &k.Created)
	k.Roles = strings.FieldsFunc(roles, func(c rune) bool { return c == ';' })
	return err
}

// ServiceKeys lists all keys.
func (t *Tx) ServiceKeys() []ServiceKey {
	return list(t, scanServiceKey, serviceKeyColumns+" ORDER BY created, id")
}

// ServiceKey gives the key of this id.
func (t *Tx) ServiceKey(id string) (ServiceKey, bool) {
	return first(t, scanServiceKey, serviceKeyColumns+" WHERE id = ?", id)
}

// AddServiceKey stores a new key.
func (t *Tx) AddServiceKey(k ServiceKey) {
	t.exec("INSERT INTO service_key VALUES (?, ?, ?, ?)", k.ID, k.PublicKey, strings.Join(k.Roles, ";"), k.Created)
}
