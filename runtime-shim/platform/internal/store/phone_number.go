package store

// PhoneNumber is a rented number.
type PhoneNumber struct {
	ID          int64
	Number      string // digits without a plus sign
	Country     string // ISO 3166-1 alpha-2
	Category    string
	Region      string
	Purchased   int64 // seconds since 1970
	Modified    int64 // seconds since 1970
	Application int64 // 0 when bound to none
	Rule        int64 // 0 when bound to none
}

const phoneNumberColumns = `SELECT id, number, country, category, region, purchased, modified,
	coalesce(application_id, 0), coalesce(rule_id, 0) FROM phone_number`

func scanPhoneNumber(row scanner, n *PhoneNumber) error {
	return row.Scan(&n.ID, &n.Number, &n.Country, &n.Category, &n.Region, &n.Purchased, &n.Modified, &n.Application, &n.Rule)
}

// PhoneNumbers lists all by id.
func (t *Tx) PhoneNumbers() []PhoneNumber {
	return list(t, scanPhoneNumber, phoneNumberColumns+" ORDER BY id")
}

// PhoneNumber finds one by its digits.
func (t *Tx) PhoneNumber(number string) (PhoneNumber, bool) {
	return first(t, scanPhoneNumber, phoneNumberColumns+" WHERE number = ?", number)
}

// AddPhoneNumber stores a new one, bound to nothing, and gives its id.
func (t *Tx) AddPhoneNumber(n PhoneNumber) int64 {
	return t.exec("INSERT INTO phone_number (number, country, category, region, purchased, modified) VALUES (?, ?, ?, ?, ?, ?)",
		n.Number, n.Country, n.Category, n.Region, n.Purchased, n.Modified)
}

// BindPhoneNumber binds a number to an application and a rule; 0 is none.
func (t *Tx) BindPhoneNumber(id, application, rule, modified int64) {
	t.exec("UPDATE phone_number SET application_id = ?, rule_id = ?, modified = ? WHERE id = ?",
		nullable(application), nullable(rule), modified, id)
}
