package store

// Application groups rules, numbers, secrets and a key-value storage.
type Application struct {
	ID            int64
	Name          string // the short form
	SecureRecords bool
	Modified      int64 // seconds since 1970
}

const applicationColumns = "SELECT id, name, secure_records, modified FROM application"

func scanApplication(row scanner, a *Application) error {
	return row.Scan(&a.ID, &a.Name, &a.SecureRecords, &a.Modified)
}

// Applications lists all by id.
func (t *Tx) Applications() []Application {
	return list(t, scanApplication, applicationColumns+" ORDER BY id")
}

// Application finds one by its id.
func (t *Tx) Application(id int64) (Application, bool) {
	return first(t, scanApplication, applicationColumns+" WHERE id = ?", id)
}

// ApplicationNamed finds one by its short name.
func (t *Tx) ApplicationNamed(name string) (Application, bool) {
	return first(t, scanApplication, applicationColumns+" WHERE name = ?", name)
}

// AddApplication stores a new one and gives its id.
func (t *Tx) AddApplication(a Application) int64 {
	return t.exec("INSERT INTO application (name, secure_records, modified) VALUES (?, ?, ?)",
		a.Name, a.SecureRecords, a.Modified)
}

// SetApplication changes the one of the same id.
func (t *Tx) SetApplication(a Application) {
	t.exec("UPDATE application SET name = ?, secure_records = ?, modified = ? WHERE id = ?",
		a.Name, a.SecureRecords, a.Modified, a.ID)
}

// DelApplication removes one with all that belongs to it; numbers stay, unbound.
func (t *Tx) DelApplication(id int64) {
	t.exec("DELETE FROM application WHERE id = ?", id)
}
