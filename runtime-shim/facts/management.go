package facts

import (
	"slices"
	"strings"
	"sync"
)

// Names of the Management API in scripts.
const (
	ManagementModule = "VoximplantAPI"
	ManagementClient = "VoximplantAPI.Client"
)

// Management returns the methods of VoximplantAPI.Client by their namespace, such
// as "Users" with "getUsers". The caller must not change them.
func Management() map[string][]string { return management().methods }

// IsManagementDate reports whether a field of that API holds a date.
func IsManagementDate(field string) bool { return slices.Contains(management().dates, field) }

type managementTable struct {
	methods map[string][]string
	dates   []string
}

var management = sync.OnceValue(func() managementTable {
	out := managementTable{methods: map[string][]string{}}
	for _, row := range rows("management.tsv") {
		names := strings.Split(row[1], "|")
		if row[0] == "Date" {
			out.dates = names
		} else {
			out.methods[row[0]] = names
		}
	}
	return out
})

// addManagement puts the class into the symbols, with its namespaces as fields.
func addManagement(all map[string]*Symbol) {
	client := &Symbol{Name: ManagementClient, Kind: Class, Module: ManagementModule}
	for space := range Management() {
		client.Members = append(client.Members, Member{Name: space})
	}
	slices.SortFunc(client.Members, func(a, b Member) int { return strings.Compare(a.Name, b.Name) })
	all[client.Name] = client
	all[ManagementModule] = &Symbol{Name: ManagementModule, Kind: Namespace, Module: ManagementModule}
}
