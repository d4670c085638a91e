package store

// Scenario is a script. It belongs to one application or is shared by all.
type Scenario struct {
	ID          int64
	Application int64 // 0 for a shared one
	Name        string
	Script      string // left out by the functions that list
	Modified    int64  // seconds since 1970
}

const scenarioColumns = "SELECT id, coalesce(application_id, 0), name, '', modified FROM scenario"

func scanScenario(row scanner, s *Scenario) error {
	return row.Scan(&s.ID, &s.Application, &s.Name, &s.Script, &s.Modified)
}

// Scenarios lists all by id, without the scripts.
func (t *Tx) Scenarios() []Scenario {
	return list(t, scanScenario, scenarioColumns+" ORDER BY id")
}

// Scenario finds one by its id, without the script.
func (t *Tx) Scenario(id int64) (Scenario, bool) {
	return first(t, scanScenario, scenarioColumns+" WHERE id = ?", id)
}

// ScenarioNamed finds one by its name, without the script.
func (t *Tx) ScenarioNamed(name string) (Scenario, bool) {
	return first(t, scanScenario, scenarioColumns+" WHERE name = ?", name)
}

// Script gives the text of a scenario, byte for byte as it was stored.
func (t *Tx) Script(id int64) string {
	text, _ := first(t, func(row scanner, s *string) error { return row.Scan(s) },
		"SELECT script FROM scenario WHERE id = ?", id)
	return text
}

// AddScenario stores a new one and gives its id.
func (t *Tx) AddScenario(s Scenario) int64 {
	return t.exec("INSERT INTO scenario (application_id, name, script, modified) VALUES (?, ?, ?, ?)",
		nullable(s.Application), s.Name, s.Script, s.Modified)
}

// RenameScenario changes the name.
func (t *Tx) RenameScenario(id int64, name string, modified int64) {
	t.exec("UPDATE scenario SET name = ?, modified = ? WHERE id = ?", name, modified, id)
}

// SetScript changes the text.
func (t *Tx) SetScript(id int64, script string, modified int64) {
	t.exec("UPDATE scenario SET script = ?, modified = ? WHERE id = ?", script, modified, id)
}

// DelScenario removes one, also from the rules that it is bound to.
func (t *Tx) DelScenario(id int64) {
	t.exec("DELETE FROM scenario WHERE id = ?", id)
}
