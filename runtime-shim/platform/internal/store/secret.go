package store

// Secret is a value that scenarios of an application read by its name.
type Secret struct {
	ID          int64
	Name        string
	Value       string
	Description string
	Created     int64 // seconds since 1970
	Modified    int64 // seconds since 1970
}

// Secrets lists the secrets of an application by id.
func (t *Tx) Secrets(application int64) []Secret {
	return list(t, func(row scanner, s *Secret) error {
		return row.Scan(&s.ID, &s.Name, &s.Value, &s.Description, &s.Created, &s.Modified)
	}, "SELECT id, name, value, description, created, modified FROM secret WHERE application_id = ? ORDER BY id", application)
}

// AddSecret stores a new one and gives its id.
func (t *Tx) AddSecret(application int64, s Secret) int64 {
	return t.exec("INSERT INTO secret (application_id, name, value, description, created, modified) VALUES (?, ?, ?, ?, ?, ?)",
		application, s.Name, s.Value, s.Description, s.Created, s.Modified)
}

// SetSecret changes the one of the same id.
func (t *Tx) SetSecret(s Secret) {
	t.exec("UPDATE secret SET name = ?, value = ?, description = ?, modified = ? WHERE id = ?",
		s.Name, s.Value, s.Description, s.Modified, s.ID)
}

// DelSecret removes one.
func (t *Tx) DelSecret(id int64) {
	t.exec("DELETE FROM secret WHERE id = ?", id)
}
