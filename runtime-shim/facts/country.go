package facts

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// CountryFact is how numbers of one region are built.
type CountryFact struct {
	Region  string // ISO 3166-1 alpha-2 code
	Code    string // calling code, such as "1"
	Trunk   string // prefix of national dialling, such as "0"; empty if none
	Lengths []int  // lengths that a national number (without Trunk) may have, ascending
}

// Country returns the numbering of a region by its upper-case ISO code.
func Country(region string) (CountryFact, bool) {
	country, ok := countries()[region]
	return country, ok
}

// Countries returns the ISO codes of all regions, sorted.
func Countries() []string { return slices.Sorted(maps.Keys(countries())) }

var countries = sync.OnceValue(func() map[string]CountryFact {
	table := rows("countries.tsv")
	out := make(map[string]CountryFact, len(table))
	for _, row := range table {
		out[row[0]] = CountryFact{Region: row[0], Code: row[1], Trunk: row[2], Lengths: lengths(row[3])}
	}
	return out
})

func lengths(column string) []int {
	var out []int
	for _, part := range strings.Split(column, ",") {
		n, err := strconv.Atoi(part)
		if err != nil {
			panic("countries.tsv: length " + part)
		}
		out = append(out, n)
	}
	return out
}
