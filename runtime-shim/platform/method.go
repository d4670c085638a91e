package platform

// method is an emulated method of the Management API.
type method struct {
	name  string
	roles []Role // any one of them suffices; nil lets every key call it
	// serve reads the parameters, reports what is wrong with them, and otherwise
	// does the work. What it returns is encoded as JSON, unless problems were
	// reported: then nothing that it stored remains.
	serve func(*request) any
}

// methods is every emulated method. All others that the platform has are
// refused by name.
func methods() map[string]method {
	all := map[string]method{}
	for _, m := range []method{
		{"GetAccountInfo", anyone(), getAccountInfo},

		{"AddApplication", developers(), addApplication},
		{"DelApplication", developers(), delApplication},
		{"SetApplicationInfo", developers(), setApplicationInfo},
		{"GetApplications", ruleReaders(), getApplications},

		{"AddScenario", developers(), addScenario},
		{"DelScenario", developers(), delScenario},
		{"SetScenarioInfo", developers(), setScenarioInfo},
		{"GetScenarios", ruleReaders(), getScenarios},
		{"BindScenario", developers(), bindScenario},
		{"ReorderScenarios", developers(), reorderScenarios},
		{"StartScenarios", starters(), startScenarios},

		{"AddRule", developers(), addRule},
		{"DelRule", developers(), delRule},
		{"SetRuleInfo", developers(), setRuleInfo},
		{"GetRules", ruleReaders(), getRules},
		{"ReorderRules", developers(), reorderRules},

		{"SetKeyValueItem", developers(), setKeyValueItem},
		{"DelKeyValueItem", developers(), delKeyValueItem},
		{"GetKeyValueItem", developers(), getKeyValueItem},
		{"GetKeyValueItems", developers(), getKeyValueItems},
		{"GetKeyValueKeys", developers(), getKeyValueKeys},

		{"GetNewPhoneNumbers", numberReaders(), getNewPhoneNumbers},
		{"AttachPhoneNumber", buyers(), attachPhoneNumber},
		{"GetPhoneNumbers", numberReaders(), getPhoneNumbers},
		{"BindPhoneNumberToApplication", developers(), bindPhoneNumber},

		{"AddSecret", developers(), addSecret},
		{"DelSecret", developers(), delSecret},
		{"SetSecretInfo", developers(), setSecretInfo},
		{"GetSecrets", developers(), getSecrets},
		{"GetSecretValue", developers(), getSecretValue},
	} {
		all[m.name] = m
	}
	return all
}
