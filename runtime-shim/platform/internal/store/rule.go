package store

// Rule sends calls to a destination that its pattern matches to scenarios.
type Rule struct {
	ID              int64
	Application     int64
	Name            string
	Pattern         string
	Exclude         string // "" for none
	VideoConference bool
	BindKeyID       string // "" for none
	Modified        int64  // seconds since 1970
}

const ruleColumns = "SELECT id, application_id, name, pattern, exclude, video_conference, bind_key_id, modified FROM rule"

func scanRule(row scanner, r *Rule) error {
	return row.Scan(&r.ID, &r.Application, &r.Name, &r.Pattern, &r.Exclude, &r.VideoConference, &r.BindKeyID, &r.Modified)
}

// Rules lists the rules of an application in their order.
func (t *Tx) Rules(application int64) []Rule {
	return list(t, scanRule, ruleColumns+" WHERE application_id = ? ORDER BY position, id", application)
}

// Rule finds one by its id.
func (t *Tx) Rule(id int64) (Rule, bool) {
	return first(t, scanRule, ruleColumns+" WHERE id = ?", id)
}

// RulesNamed lists the rules of this name, of one application or of all (0).
func (t *Tx) RulesNamed(name string, application int64) []Rule {
	return list(t, scanRule, ruleColumns+" WHERE name = ?1 AND (?2 = 0 OR application_id = ?2) ORDER BY id", name, application)
}

// AddRule stores a new one after all others of its application and gives its id.
func (t *Tx) AddRule(r Rule) int64 {
	return t.exec(`INSERT INTO rule (application_id, name, pattern, exclude, video_conference, bind_key_id, modified, position)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(position), 0) + 1 FROM rule WHERE application_id = ?1))`,
		r.Application, r.Name, r.Pattern, r.Exclude, r.VideoConference, r.BindKeyID, r.Modified)
}

// SetRule changes the one of the same id; order and bindings stay.
func (t *Tx) SetRule(r Rule) {
	t.exec("UPDATE rule SET name = ?, pattern = ?, exclude = ?, video_conference = ?, bind_key_id = ?, modified = ? WHERE id = ?",
		r.Name, r.Pattern, r.Exclude, r.VideoConference, r.BindKeyID, r.Modified, r.ID)
}

// OrderRules puts the rules of an application in this order.
func (t *Tx) OrderRules(ids []int64) {
	for i, id := range ids {
		t.exec("UPDATE rule SET position = ? WHERE id = ?", i+1, id)
	}
}

// DelRule removes one; its scenarios stay, and numbers lose the binding to it.
func (t *Tx) DelRule(id int64) {
	t.exec("DELETE FROM rule WHERE id = ?", id)
}

// Bound lists the scenarios of a rule in binding order, without the scripts.
func (t *Tx) Bound(rule int64) []Scenario {
	return list(t, scanScenario, `SELECT id, coalesce(application_id, 0), name, '', modified FROM scenario
		JOIN binding ON scenario_id = id WHERE rule_id = ? ORDER BY position`, rule)
}

// Bind sets the scenarios of a rule, in binding order.
func (t *Tx) Bind(rule int64, scenarios []int64) {
	t.exec("DELETE FROM binding WHERE rule_id = ?", rule)
	for i, id := range scenarios {
		t.exec("INSERT INTO binding VALUES (?, ?, ?)", rule, id, i+1)
	}
}
