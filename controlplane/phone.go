package controlplane

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"unique"
)

// Phone is the private number of a courier or a client. Whatever prints it,
// fmt with any verb, slog or encoding/json, prints the masked form +1...22; the
// digits come out of Digits alone. They stand behind a handle, so that not even
// a dump of a struct that holds a Phone in an unexported field shows them.
//
// Phones are comparable. The zero Phone is no number.
type Phone struct{ digits unique.Handle[string] }

// NewPhone makes a Phone of the digits of an E.164 number, without +. It takes
// any text: reading what a person wrote is the work of package order.
func NewPhone(digits string) Phone {
	if digits == "" {
		return Phone{}
	}
	return Phone{unique.Make(digits)}
}

// Digits returns the number itself, digits without +. It is for sending the
// number to where it must go and for encrypting it, never for a message.
func (p Phone) Digits() string {
	if p.IsZero() {
		return ""
	}
	return p.digits.Value()
}

// IsZero reports whether p is no number.
func (p Phone) IsZero() bool { return p == Phone{} }

// String returns the masked form, + with the first digit and the last two.
func (p Phone) String() string { return Mask(p.Digits()) }

// Format prints the masked form for every verb.
func (p Phone) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, p.String()) }

// LogValue logs the masked form.
func (p Phone) LogValue() slog.Value { return slog.StringValue(p.String()) }

// MarshalJSON writes the masked form.
func (p Phone) MarshalJSON() ([]byte, error) { return json.Marshal(p.String()) }

// MarshalText writes the masked form.
func (p Phone) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// shortestMasked is the fewest digits of which a mask may still show three.
const shortestMasked = 7

// Mask returns the printable form of a number's digits: +1...22, or +... for
// a number so short that three of its digits would give it away.
func Mask(digits string) string {
	switch {
	case digits == "":
		return ""
	case len(digits) < shortestMasked:
		return "+..."
	default:
		return "+" + digits[:1] + "..." + digits[len(digits)-2:]
	}
}

// Scrub masks every run of digits in text that is long enough to be a phone
// number. It is for texts that others wrote, such as an error message of the
// platform, before they are kept or shown.
func Scrub(text string) string {
	var out strings.Builder
	for text != "" {
		start := strings.IndexAny(text, "0123456789")
		if start < 0 {
			break
		}
		run := len(text[start:]) - len(strings.TrimLeft(text[start:], "0123456789"))
		out.WriteString(text[:start])
		if digits := text[start : start+run]; run < shortestMasked {
			out.WriteString(digits)
		} else {
			out.WriteString(Mask(digits))
		}
		text = text[start+run:]
	}
	out.WriteString(text)
	return out.String()
}
