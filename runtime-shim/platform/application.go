package platform

import (
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// domain is the last part of an application's full name.
const domain = "voximplant.com"

// fullName is an application's name as answers show it.
func (r *request) fullName(a store.Application) string {
	return a.Name + "." + r.account.Name + "." + domain
}

// extendedName also names the node that the account lives on. There is one.
func (r *request) extendedName(a store.Application) string {
	return a.Name + "." + r.account.Name + ".n1." + domain
}

// shortName takes the first part of a full, extended or short name; ok is false
// when the name is of another account.
func (r *request) shortName(name string) (short string, ok bool) {
	short, rest, full := strings.Cut(name, ".")
	account, _, _ := strings.Cut(rest, ".")
	return short, !full || account == r.account.Name
}

// application finds the application that application_id or application_name
// names; the id wins when both are given. Without either it is a problem.
func (r *request) application() store.Application {
	app, given := r.optionalApplication()
	if !given {
		r.Report(wire.Fail(wire.RequiredIsEmpty, "the parameter 'application_id' or 'application_name' is required"))
	}
	return app
}

// optionalApplication is application where leaving both out means something.
func (r *request) optionalApplication() (app store.Application, given bool) {
	name := r.Text("application_name")
	switch {
	case r.HasID("application_id"):
		return r.applicationByID(r.ID("application_id")), true
	case name != "":
		return r.applicationByName("application_name", name), true
	}
	return app, false
}

// applicationByID finds one by its id, which is 0 when it could not be read.
func (r *request) applicationByID(id int64) store.Application {
	app, found := r.tx.Application(id)
	if !found && id != 0 {
		r.Report(wire.Fail(wire.InvalidApplicationID, "the account has no application %d", id))
	}
	return app
}

func (r *request) applicationByName(parameter, name string) store.Application {
	short, mine := r.shortName(name)
	app, found := r.tx.ApplicationNamed(short)
	if !mine || !found {
		r.Report(wire.Fail(wire.ApplicationNotFound, "the account has no application of the name in '%s'", parameter))
	}
	return app
}

// Lengths by the documentation: 2..65 characters for a new application, two
// to 80 when it is renamed.
var (
	newAppName = regexp.MustCompile(`^[a-z][a-z0-9-]{1,64}$`)
	appName    = regexp.MustCompile(`^[a-z][a-z0-9-]{1,79}$`)
)

// freeName reads a new short name, "" when none is given.
func (r *request) freeName(form *regexp.Regexp, self int64) string {
	name := r.Text("application_name")
	if name == "" {
		return ""
	}
	short, mine := r.shortName(name)
	if !mine || !form.MatchString(short) {
		r.Report(wire.Fail(wire.InvalidApplicationName,
			"the parameter 'application_name' must match %s, or be the full name in this account", form))
		return ""
	}
	if other, taken := r.tx.ApplicationNamed(short); taken && other.ID != self {
		r.Report(wire.Fail(wire.ApplicationNameIsntUnique, "the account already has an application of this name"))
	}
	return short
}

type applicationReply struct {
	Result        int    `json:"result"`
	ID            int64  `json:"application_id,omitempty"`
	Name          string `json:"application_name"`
	SecureRecords bool   `json:"secure_record_storage"`
}

func addApplication(r *request) any {
	r.Need("application_name")
	app := store.Application{Name: r.freeName(newAppName, 0), SecureRecords: r.Flag("secure_record_storage", false), Modified: r.now.Unix()}
	if r.Failed() {
		return nil
	}
	app.ID = r.tx.AddApplication(app)
	return applicationReply{1, app.ID, r.fullName(app), app.SecureRecords}
}

func setApplicationInfo(r *request) any {
	var app store.Application
	if name := r.Text("required_application_name"); r.HasID("application_id") {
		app = r.applicationByID(r.ID("application_id"))
	} else if name != "" {
		app = r.applicationByName("required_application_name", name)
	} else {
		r.Report(wire.Fail(wire.RequiredIsEmpty, "the parameter 'application_id' or 'required_application_name' is required"))
	}
	if name := r.freeName(appName, app.ID); name != "" {
		app.Name = name
	}
	app.SecureRecords = r.Flag("secure_record_storage", app.SecureRecords)
	if r.Failed() {
		return nil
	}
	app.Modified = r.now.Unix()
	r.tx.SetApplication(app)
	return applicationReply{Result: 1, Name: r.fullName(app), SecureRecords: app.SecureRecords}
}

func delApplication(r *request) any {
	for _, app := range chooseSome(r, r.applicationKind(), r.tx.Applications()) {
		r.tx.DelApplication(app.ID)
	}
	return ok()
}

// applicationKind selects applications, whose names may be short or full.
func (r *request) applicationKind() kind[store.Application] {
	return kind[store.Application]{
		"application_id", "application_name", wire.InvalidApplicationID,
		func(a store.Application) int64 { return a.ID },
		func(a store.Application, name string) bool {
			short, mine := r.shortName(name)
			return mine && a.Name == short
		},
	}
}

// applicationInfo is ApplicationInfoType. The service adds the rules on demand.
type applicationInfo struct {
	ID            int64      `json:"application_id"`
	Name          string     `json:"application_name"`
	ExtendedName  string     `json:"extended_application_name"`
	Modified      wire.Time  `json:"modified"`
	SecureRecords bool       `json:"secure_record_storage"`
	Rules         []ruleInfo `json:"rules,omitempty"`
}

func getApplications(r *request) any {
	id, part := r.ID("application_id"), strings.ToLower(r.Text("application_name"))
	withRules, withScenarios := r.Flag("with_rules", false), r.Flag("with_scenarios", false)
	page := r.Page(20)
	if r.Failed() {
		return nil
	}
	var found []store.Application
	for _, app := range r.tx.Applications() {
		if (id == 0 || app.ID == id) && strings.Contains(r.fullName(app), part) {
			found = append(found, app)
		}
	}
	return listReply(page, found, func(a store.Application) applicationInfo {
		info := applicationInfo{a.ID, r.fullName(a), r.extendedName(a), wire.Unix(a.Modified), a.SecureRecords, nil}
		if withRules || withScenarios {
			info.Rules = r.ruleInfos(r.tx.Rules(a.ID), withScenarios)
		}
		return info
	})
}
