package platform

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// region is where numbers can be rented. The numbers on offer are from ranges
// that the countries keep free for fiction, so that none of them is anybody's.
type region struct {
	country  string // ISO 3166-1 alpha-2
	category string
	id       int64
	name     string
	calling  string // the country's calling code
	prefix   string // digits of the numbers on offer, before the last two
}

func stock() []region {
	return []region{
		{"US", "GEOGRAPHIC", 1, "Washington", "1", "120255501"},
		{"GB", "MOBILE", 2, "United Kingdom", "44", "4477009000"},
	}
}

// inStock is the number of numbers on offer in a region.
const inStock = 100

// region finds where country_code, phone_category_name and phone_region_id point.
func (r *request) region() (found region) {
	r.Need("country_code", "phone_category_name")
	r.NeedID("phone_region_id")
	country, category, id := r.Text("country_code"), r.Text("phone_category_name"), r.ID("phone_region_id")
	in := slices.DeleteFunc(stock(), func(s region) bool { return s.country != country })
	of := slices.DeleteFunc(slices.Clone(in), func(s region) bool { return s.category != category })
	at := slices.IndexFunc(of, func(s region) bool { return s.id == id })
	switch {
	case r.Failed():
	case len(in) == 0:
		r.Report(wire.Fail(wire.InvalidCountryCode, "the emulator has no numbers in this country; it has US and GB"))
	case len(of) == 0:
		r.Report(wire.Fail(wire.InvalidPhoneCategoryName, "the country has numbers of the category %s", in[0].category))
	case at < 0:
		r.Report(wire.Fail(wire.InvalidPhoneRegionID, "the country has numbers in the region %d", of[0].id))
	default:
		found = of[at]
	}
	return found
}

// free lists the numbers of a region that are still on offer.
func (r *request) free(from region) []string {
	var numbers []string
	for i := range inStock {
		number := fmt.Sprintf("%s%02d", from.prefix, i)
		if _, taken := r.tx.PhoneNumber(number); !taken {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// newPhoneInfo is NewPhoneInfoType.
type newPhoneInfo struct {
	ID           int64   `json:"phone_id"`
	Number       string  `json:"phone_number"`
	Price        float64 `json:"phone_price"`
	Installation float64 `json:"phone_installation_price"`
	Country      string  `json:"phone_country_code"`
	Period       string  `json:"phone_period"` // years-months-days hours:minutes:seconds
	Category     string  `json:"phone_category_name"`
	Region       string  `json:"phone_region_name"`
	Tax          float64 `json:"phone_tax_reserve"`
	TaxFirst     float64 `json:"phone_installation_tax_reserve"`
}

func getNewPhoneNumbers(r *request) any {
	from, page := r.region(), r.Page(20)
	r.Text("country_state") // of countries that have states; none in stock does
	mask := r.Text("phone_number_mask")
	if r.Failed() {
		return nil
	}
	like := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(mask), `\*`, ".*") + "$")
	numbers := slices.DeleteFunc(r.free(from), func(n string) bool { return mask != "" && !like.MatchString(n) })
	return listReply(page, numbers, func(number string) newPhoneInfo {
		return newPhoneInfo{
			Number: number, Price: price, Country: from.country, Period: "0-1-0 0:0:0", Category: from.category, Region: from.name,
		}
	})
}

type attachReply struct {
	Result  int           `json:"result"`
	Numbers []attachedOne `json:"phone_numbers"`
}

type attachedOne struct {
	ID     int64  `json:"phone_id"`
	Number string `json:"phone_number"`
}

// attachPhoneNumber rents numbers: some from stock, or those that are named.
// Unlike the platform it takes any number of the country, so that an account
// here can have the numbers that its owner has there.
func attachPhoneNumber(r *request) any {
	from := r.region()
	numbers, count := r.List("phone_number"), int(r.Int("phone_count", 1, inStock, 1))
	r.Text("country_state")
	if r.Failed() {
		return nil
	}
	if len(numbers) == 0 {
		numbers = r.free(from)
		if count > len(numbers) {
			r.Report(wire.Fail(wire.InsufficientPhones, "the region has only %d numbers left", len(numbers)))
			return nil
		}
		numbers = numbers[:count]
	}
	return attachReply{1, each(numbers, func(number string) attachedOne { return r.attach(number, from) })}
}

func (r *request) attach(number string, from region) attachedOne {
	if !phoneDigits.MatchString(number) || !strings.HasPrefix(number, from.calling) {
		r.Report(wire.Fail(wire.InvalidPhoneNumber, "an element of 'phone_number' is not a number of the country in digits, beginning with %s", from.calling))
		return attachedOne{}
	}
	if _, taken := r.tx.PhoneNumber(number); taken {
		r.Report(wire.Fail(wire.PhoneNumberAlreadyExists, "an element of 'phone_number' is rented already"))
		return attachedOne{}
	}
	n := rented(number, from, r.now.Unix())
	return attachedOne{r.tx.AddPhoneNumber(n), number}
}
