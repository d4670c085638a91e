package platform

// Role is what a service account may do, by its name in the documentation.
type Role string

// The roles of the platform.
const (
	Owner           Role = "Owner"
	Admin           Role = "Admin"
	Developer       Role = "Developer"
	Supervisor      Role = "Supervisor"
	Support         Role = "Support"
	Accountant      Role = "Accountant"
	Payer           Role = "Payer"
	UserManager     Role = "User manager"
	CallListManager Role = "Call list manager"
	CallsSMS        Role = "CallsSMS"
	Scenarios       Role = "Scenarios"
)

// Who may call a method. The documentation lists the roles per method; those of
// GetPhoneNumbers, GetNewPhoneNumbers and the secrets were not found there and
// are taken from their neighbours.
func anyone() []Role     { return nil }
func developers() []Role { return []Role{Owner, Admin, Developer} }
func buyers() []Role     { return []Role{Owner, Admin, Accountant} }
func starters() []Role   { return append(developers(), CallsSMS) }
func ruleReaders() []Role {
	return append(developers(), Supervisor, CallListManager, Support)
}
func numberReaders() []Role {
	return append(developers(), Supervisor, Support, Accountant)
}
