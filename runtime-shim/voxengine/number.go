package voxengine

import (
	"errors"
	"strings"

	"github.com/dop251/goja"
	"github.com/nyaruka/phonenumbers"
)

// numberFuncs is the namespace PhoneNumber. The platform's result is that of
// libphonenumber, whose metadata this reads too.
var numberFuncs = map[string]hostFunc{
	"getInfo": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.numberInfo(text(call.Argument(0)), strings.ToUpper(text(call.Argument(1))))
	},
}

func (s *Session) numberInfo(number, country string) goja.Value {
	o := s.vm.NewObject()
	parsed, err := phonenumbers.Parse(number, country)
	if err != nil {
		s.set(o, "error", numberError(err))
		s.set(o, "isPossibleNumber", false)
		s.set(o, "isValidNumber", false)
		s.set(o, "isValidNumberForRegion", false)
		return o
	}
	s.set(o, "numberType", numberTypes[phonenumbers.GetNumberType(parsed)])
	s.set(o, "region", phonenumbers.GetRegionCodeForNumber(parsed))
	s.set(o, "location", "")
	s.set(o, "isPossibleNumber", phonenumbers.IsPossibleNumber(parsed))
	s.set(o, "isValidNumber", phonenumbers.IsValidNumber(parsed))
	s.set(o, "isValidNumberForRegion", country != "" && phonenumbers.IsValidNumberForRegion(parsed, country))
	s.set(o, "number", phonenumbers.Format(parsed, phonenumbers.E164))
	return o
}

func numberError(err error) string {
	switch {
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode):
		return "INVALID_COUNTRY_CODE"
	case errors.Is(err, phonenumbers.ErrTooShortAfterIDD):
		return "TOO_SHORT_AFTER_IDD"
	case errors.Is(err, phonenumbers.ErrTooShortNSN):
		return "TOO_SHORT_NSN"
	case errors.Is(err, phonenumbers.ErrNumTooLong):
		return "TOO_LONG_NSN"
	}
	return "NOT_A_NUMBER"
}

// numberTypes are the names of libphonenumber.
var numberTypes = map[phonenumbers.PhoneNumberType]string{
	phonenumbers.FIXED_LINE:           "FIXED_LINE",
	phonenumbers.MOBILE:               "MOBILE",
	phonenumbers.FIXED_LINE_OR_MOBILE: "FIXED_LINE_OR_MOBILE",
	phonenumbers.TOLL_FREE:            "TOLL_FREE",
	phonenumbers.PREMIUM_RATE:         "PREMIUM_RATE",
	phonenumbers.SHARED_COST:          "SHARED_COST",
	phonenumbers.VOIP:                 "VOIP",
	phonenumbers.PERSONAL_NUMBER:      "PERSONAL_NUMBER",
	phonenumbers.PAGER:                "PAGER",
	phonenumbers.UAN:                  "UAN",
	phonenumbers.VOICEMAIL:            "VOICEMAIL",
	phonenumbers.UNKNOWN:              "UNKNOWN",
}
