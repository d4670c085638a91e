package platform

import "github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"

// list is the answer of methods that list objects.
type list[T any] struct {
	Result []T `json:"result"`
	Total  int `json:"total_count"` // of all pages
	Count  int `json:"count"`       // of this page
}

// listReply cuts the page out of what was found and shows each of its elements.
func listReply[T, I any](page wire.Page, found []T, show func(T) I) list[I] {
	cut := wire.Cut(page, found)
	return list[I]{each(cut, show), len(found), len(cut)}
}

// each shows every element; the list is never nil, which JSON would show as null.
func each[T, I any](all []T, show func(T) I) []I {
	infos := make([]I, 0, len(all))
	for _, one := range all {
		infos = append(infos, show(one))
	}
	return infos
}
