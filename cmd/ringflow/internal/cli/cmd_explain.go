package cli

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

type explainCmd struct {
	Code string `arg:"" optional:"" help:"A code such as RF2020; without one, all codes are listed."`
}

func (c *explainCmd) Run(env *Env) error {
	var kinds []errorKind
	for _, room := range errorRooms() {
		kinds = append(kinds, room.kinds...)
	}
	if c.Code == "" {
		for _, k := range kinds {
			fmt.Fprintf(env.Stdout, "%s: %s\n", k.Code, k.Title)
		}
		return nil
	}
	m := codeForm.FindStringSubmatch(strings.TrimSpace(c.Code))
	if m == nil {
		return usage("%q is not a code: wanted RF and four digits; `ringflow explain` lists all of them", c.Code)
	}
	code := "RF" + m[1]
	for _, k := range kinds {
		if k.Code == code {
			_, err := fmt.Fprint(env.Stdout, k.text())
			return err
		}
	}
	return usage("there is no code %s; the nearest are %s, and `ringflow explain` lists all of them", code, nearestCodes(kinds, code))
}

// codeForm is a code as people type it.
var codeForm = regexp.MustCompile(`^(?i:RF)?([0-9]{4})$`)

// nearestCodes names the three codes with the nearest numbers, in their order.
func nearestCodes(kinds []errorKind, code string) string {
	number := func(code string) int {
		n, _ := strconv.Atoi(strings.TrimPrefix(code, "RF")) // four digits
		return n
	}
	away := func(k errorKind) int { return max(number(k.Code)-number(code), number(code)-number(k.Code)) }
	slices.SortStableFunc(kinds, func(a, b errorKind) int { return cmp.Compare(away(a), away(b)) })
	near := make([]string, 0, 3)
	for _, k := range kinds[:min(len(kinds), cap(near))] {
		near = append(near, k.Code)
	}
	slices.Sort(near)
	return strings.Join(near, ", ")
}
