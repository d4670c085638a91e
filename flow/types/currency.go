package types

import (
	"slices"
	"strconv"
	"strings"
)

// Currencies of ISO 4217 by the digits behind the point.
var currencies = map[int]string{
	0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
	2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP " +
		"CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES " +
		"KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK " +
		"NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB " +
		"TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW",
	3: "BHD IQD JOD KWD LYD OMR TND",
}

// CurrencyDigits returns how many digits of a currency stand behind the point:
// 2 for EUR, 0 for JPY.
func CurrencyDigits(code string) (digits int, known bool) {
	for digits, codes := range currencies {
		if IsCurrencyCode(code) && strings.Contains(codes, code) {
			return digits, true
		}
	}
	return 0, false
}

// CurrencyCodes returns the codes of all currencies, sorted.
func CurrencyCodes() []string {
	var out []string
	for _, codes := range currencies {
		out = append(out, strings.Fields(codes)...)
	}
	slices.Sort(out)
	return out
}

// IsCurrencyCode reports whether a word has the form of a currency's code.
func IsCurrencyCode(word string) bool {
	return len(word) == 3 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// MoneyOf returns the type of amounts of one currency.
func MoneyOf(code string) Type { return Type{Kind: Money, Name: code} }

// MostExact is the largest whole number that JavaScript holds exactly.
const MostExact = 1<<53 - 1

// MinorUnits reads an amount of a currency, with or without its code, as whole
// minor units ("12.50 EUR" is 1250), without a detour over numbers that are not
// whole. It is false for what is no amount, has more digits behind the point than
// the currency, or is larger than numbers are exact.
func MinorUnits(text, code string) (float64, bool) {
	digits, known := CurrencyDigits(code)
	body, negative := strings.CutPrefix(strings.TrimSuffix(text, " "+code), "-")
	whole, fraction, point := strings.Cut(body, ".")
	decimal := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if !known || !decimal(whole) || point && !decimal(fraction) || len(fraction) > digits || len(text) > 300 {
		return 0, false
	}
	units, err := strconv.ParseFloat(whole+fraction+strings.Repeat("0", digits-len(fraction)), 64)
	if err != nil || units > MostExact {
		return 0, false
	}
	if negative {
		return 0 - units, true
	}
	return units, true
}
