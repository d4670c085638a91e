package platform

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// FirstNumber is the number that a new account has rented already.
const FirstNumber = "10000000000"

// phoneDigits is a number as the platform writes it: E.164 without the plus sign.
var phoneDigits = regexp.MustCompile(`^[1-9][0-9]{6,14}$`)

// price is what a number costs a month, in the account's currency.
const price = 1.0

func rented(number string, from region, now int64) store.PhoneNumber {
	return store.PhoneNumber{
		Number: number, Country: from.country, Category: from.category, Region: from.name, Purchased: now, Modified: now,
	}
}

func phoneNumberKind() kind[store.PhoneNumber] {
	return kind[store.PhoneNumber]{
		"phone_id", "phone_number", wire.InvalidPhoneID,
		func(n store.PhoneNumber) int64 { return n.ID },
		func(n store.PhoneNumber, number string) bool { return n.Number == number },
	}
}

// bindPhoneNumber binds numbers to an application and, if one is named, to a
// rule of it, which calls then try first; with bind=false it unbinds them.
func bindPhoneNumber(r *request) any {
	numbers := chooseSome(r, phoneNumberKind(), r.tx.PhoneNumbers())
	app, inApp := r.optionalApplication()
	rule, toRule := r.optionalRule(app.ID)
	bind := r.Flag("bind", true)
	if toRule {
		app.ID = rule.Application
	}
	if bind && !inApp && !toRule {
		r.Report(wire.Fail(wire.RequiredIsEmpty, "the parameter 'application_id', 'application_name' or 'rule_id' is required to bind"))
	}
	if !bind {
		app.ID, rule.ID = 0, 0
	}
	for _, n := range numbers {
		r.tx.BindPhoneNumber(n.ID, app.ID, rule.ID, r.now.Unix())
	}
	return ok()
}

// phoneNumberInfo is AttachedPhoneInfoType.
type phoneNumberInfo struct {
	ID               int64     `json:"phone_id"`
	Number           string    `json:"phone_number"`
	Price            float64   `json:"phone_price"`
	Country          string    `json:"phone_country_code"`
	NextRenewal      wire.Date `json:"phone_next_renewal"`
	Purchased        wire.Time `json:"phone_purchase_date"`
	Deactivated      bool      `json:"deactivated"`
	Canceled         bool      `json:"canceled"`
	AutoCharge       bool      `json:"auto_charge"`
	Application      int64     `json:"application_id,omitempty"`
	ApplicationName  string    `json:"application_name,omitempty"`
	ExtendedName     string    `json:"extended_application_name,omitempty"`
	Rule             int64     `json:"rule_id,omitempty"`
	RuleName         string    `json:"rule_name,omitempty"`
	Category         string    `json:"category_name"`
	Region           string    `json:"phone_region_name"`
	CanBeUsed        bool      `json:"can_be_used"`
	SMSSupported     bool      `json:"is_sms_supported"`
	SMSEnabled       bool      `json:"is_sms_enabled"`
	EmergencyToBe    bool      `json:"emergency_calls_to_be_enabled"`
	EmergencyEnabled bool      `json:"emergency_calls_enabled"`
	Subscription     int64     `json:"subscription_id"`
	Activation       string    `json:"activation_status"`
	Modified         wire.Time `json:"modified"`
}

func (r *request) showPhoneNumber(n store.PhoneNumber) phoneNumberInfo {
	info := phoneNumberInfo{
		ID: n.ID, Number: n.Number, Price: price, Country: n.Country, Category: n.Category, Region: n.Region,
		NextRenewal: wire.Date(renewal(n, r.now)), Purchased: wire.Unix(n.Purchased), Modified: wire.Unix(n.Modified),
		AutoCharge: true, CanBeUsed: true, Subscription: n.ID, Activation: "ACTIVE",
	}
	if app, bound := r.tx.Application(n.Application); bound {
		info.Application, info.ApplicationName, info.ExtendedName = app.ID, r.fullName(app), r.extendedName(app)
	}
	if rule, bound := r.tx.Rule(n.Rule); bound {
		info.Rule, info.RuleName = rule.ID, rule.Name
	}
	return info
}

// renewal is the next monthly day of payment; numbers are renewed by themselves.
func renewal(n store.PhoneNumber, now time.Time) time.Time {
	bought := time.Unix(n.Purchased, 0).UTC()
	for months := 1; ; months++ {
		if next := bought.AddDate(0, months, 0); next.After(now) {
			return next
		}
	}
}

// getPhoneNumbers lists the rented numbers that all given filters let through.
func getPhoneNumbers(r *request) any {
	numbers := chooseOrAll(r, phoneNumberKind(), r.tx.PhoneNumbers())
	filters, page := r.phoneNumberFilters(), r.Page(20)
	if r.Failed() {
		return nil
	}
	infos := each(numbers, r.showPhoneNumber)
	infos = slices.DeleteFunc(infos, func(n phoneNumberInfo) bool {
		return slices.ContainsFunc(filters, func(passes func(phoneNumberInfo) bool) bool { return !passes(n) })
	})
	return listReply(page, infos, func(n phoneNumberInfo) phoneNumberInfo { return n })
}

func (r *request) phoneNumberFilters() (filters []func(phoneNumberInfo) bool) {
	app, inApp := r.optionalApplication()
	rules, _ := r.IDs("rule_id")
	part := r.Text("phone_template")
	return []func(phoneNumberInfo) bool{
		func(n phoneNumberInfo) bool { return !inApp || n.Application == app.ID },
		func(n phoneNumberInfo) bool { return len(rules) == 0 || slices.Contains(rules, n.Rule) },
		r.anyOf("rule_name", func(n phoneNumberInfo) string { return n.RuleName }),
		r.anyOf("country_code", func(n phoneNumberInfo) string { return n.Country }),
		r.anyOf("phone_category_name", func(n phoneNumberInfo) string { return n.Category }),
		r.anyOf("phone_region_name", func(n phoneNumberInfo) string { return n.Region }),
		r.anyOf("activation_status", func(n phoneNumberInfo) string { return n.Activation }),
		r.ifSaid("is_bound_to_application", func(n phoneNumberInfo) bool { return n.Application != 0 }),
		r.ifSaid("is_bound_to_rule", func(n phoneNumberInfo) bool { return n.Rule != 0 }),
		r.ifSaid("canceled", func(n phoneNumberInfo) bool { return n.Canceled }),
		r.ifSaid("deactivated", func(n phoneNumberInfo) bool { return n.Deactivated }),
		r.ifSaid("auto_charge", func(n phoneNumberInfo) bool { return n.AutoCharge }),
		r.ifSaid("can_be_used", func(n phoneNumberInfo) bool { return n.CanBeUsed }),
		r.ifSaid("sms_supported", func(n phoneNumberInfo) bool { return n.SMSSupported }),
		r.between("phone_next_renewal", func(n phoneNumberInfo) time.Time { return time.Time(n.NextRenewal) }),
		r.between("phone_purchase_date", func(n phoneNumberInfo) time.Time { return time.Time(n.Purchased) }),
		func(n phoneNumberInfo) bool { return strings.Contains(n.Number, part) },
	}
}

// anyOf lets a number through when a field is in the parameter's list.
func (r *request) anyOf(parameter string, field func(phoneNumberInfo) string) func(phoneNumberInfo) bool {
	list := r.List(parameter)
	return func(n phoneNumberInfo) bool { return len(list) == 0 || slices.Contains(list, field(n)) }
}

// ifSaid lets a number through when a field is as the parameter says.
func (r *request) ifSaid(parameter string, field func(phoneNumberInfo) bool) func(phoneNumberInfo) bool {
	said := r.Bool(parameter)
	return func(n phoneNumberInfo) bool { return said == nil || field(n) == *said }
}

// between lets a number through when a moment is in the range that two
// parameters, from_NAME and to_NAME, give.
func (r *request) between(name string, field func(phoneNumberInfo) time.Time) func(phoneNumberInfo) bool {
	from, to := r.Time("from_"+name), r.Time("to_"+name)
	return func(n phoneNumberInfo) bool {
		return !field(n).Before(from) && (to.IsZero() || !field(n).After(to))
	}
}
