package types

import (
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Takes says in words what a setting of each kind takes.
var Takes = map[Kind]string{
	Text: "text", Number: "a number", Bool: "true or false", Phone: "a phone number: 5 to 15 digits, with or without +",
	URL: "an http or https address", Email: "an e-mail address", Duration: "a duration such as 1.5s, 30s or 2m",
	Money: "an amount such as 12.50, with or without its currency", Date: "a date such as 2026-11-24", Time: "a time such as 09:30",
}

// Holds reports whether a text, as it stands in a project or behind `default:`,
// is a value of a type.
func (t Type) Holds(text string) bool {
	switch t.Kind {
	case Text:
		return text != ""
	case Number:
		f, err := strconv.ParseFloat(text, 64)
		return err == nil && f-f == 0 // neither infinite nor no number
	case Bool:
		return text == "true" || text == "false"
	case Phone:
		return phone(text)
	case URL:
		u, err := url.Parse(text)
		return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
	case Email:
		name, host, ok := strings.Cut(text, "@")
		return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(text, " \t\n")
	case Duration:
		d, err := time.ParseDuration(text)
		return err == nil && d >= 0
	case Money:
		_, ok := MinorUnits(text, t.Name)
		return ok
	case Date:
		_, err := time.Parse("2006-01-02", text)
		return err == nil && text >= "0001"
	case Time:
		_, err := time.Parse("15:04", text)
		return err == nil && len(text) == len("09:30")
	}
	return false
}

// phone reads digits after dropping punctuation and one leading + or 00.
func phone(text string) bool {
	digits := strings.NewReplacer(" ", "", "(", "", ")", "", ".", "", "-", "", "/", "").Replace(text)
	if plus, ok := strings.CutPrefix(digits, "+"); ok {
		digits = plus
	} else {
		digits = strings.TrimPrefix(digits, "00")
	}
	return len(digits) >= 5 && len(digits) <= 15 && strings.Trim(digits, "0123456789") == ""
}
