package order

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"github.com/ringflow/ringflow/controlplane"
)

// What is wanted of a number, in words. They never repeat what was sent.
const (
	wantPhone      = "a phone number in international form, such as +12025550123"
	wantNational   = "a phone number in international form, such as +12025550123, or as it is dialled in the region "
	wantNoShort    = "a number that belongs to one person; emergency and short numbers are refused"
	wantNoPremium  = "a number at the normal rate; premium-rate numbers are refused"
	wantTwoPersons = "another number than the courier's: an order connects two people"
)

// punctuation is what people write between the digits of a number.
const punctuation = " +-.()/\u00a0"

// ReadPhone reads a number as a backend sent it. Without a region the number is
// international, with or without + or 00; with one (ISO 3166, such as "US")
// national spellings count too. A number is refused when its length cannot
// exist in its country, or when it is an emergency, short or premium-rate
// number; then want says what is needed instead.
//
// Whether a number is in use nobody can tell from its digits, and new ranges
// open every month, so a number of a possible length is taken.
func ReadPhone(text, region string) (p controlplane.Phone, want string) {
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune(punctuation, r) {
			return -1
		}
		return r
	}, text)
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return p, wanted(region)
	}
	if isShort(digits, region) {
		return p, wantNoShort
	}
	n, err := phonenumbers.Parse(dialable(text, digits, region), region)
	if err != nil || !phonenumbers.IsPossibleNumber(n) {
		return p, wanted(region)
	}
	if phonenumbers.GetNumberType(n) == phonenumbers.PREMIUM_RATE {
		return p, wantNoPremium
	}
	return controlplane.NewPhone(strings.TrimPrefix(phonenumbers.Format(n, phonenumbers.E164), "+")), ""
}

func wanted(region string) string {
	if region == "" {
		return wantPhone
	}
	return wantNational + region
}

// dialable puts the + in front of a number that is international but does not say so.
func dialable(text, digits, region string) string {
	if region != "" || strings.HasPrefix(strings.TrimSpace(text), "+") {
		return text
	}
	return "+" + strings.TrimPrefix(digits, "00")
}

// longestShort is the length of the longest short codes there are.
const longestShort = 6

// isShort reports whether digits alone are an emergency number or a short code:
// anywhere when no region is given, in the region otherwise.
func isShort(digits, region string) bool {
	if len(digits) <= 3 {
		return true
	}
	if region == "" || len(digits) > longestShort {
		return false
	}
	n, err := phonenumbers.Parse(digits, region)
	return phonenumbers.ConnectsToEmergencyNumber(digits, region) ||
		err == nil && phonenumbers.IsValidShortNumberForRegion(n, region)
}

// KnownRegion reports whether region can be used to read national numbers.
func KnownRegion(region string) bool {
	_, ok := phonenumbers.GetSupportedRegions()[region]
	return ok
}

// quote shows a text that is known not to be private.
func quote(s string) string { return strconv.Quote(s) }
