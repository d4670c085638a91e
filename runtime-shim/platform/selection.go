package platform

import "github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"

// kind is what selecting needs to know about a kind of object.
type kind[T any] struct {
	idsIn, namesIn string // the parameters that list the objects
	unknown        wire.Code
	id             func(T) int64
	named          func(T, string) bool
}

// choose picks from all objects of a kind those that the request lists by their
// ids, by the word "all", or by their names, in the order of the list; ids win
// over names. Each that is not there is a problem.
func choose[T any](r *request, k kind[T], all []T) (chosen []T) {
	ids, every := r.IDs(k.idsIn)
	names := r.List(k.namesIn)
	switch {
	case every:
		return all
	case len(ids) > 0:
		for _, id := range ids {
			chosen = append(chosen, find(r, k, all, func(one T) bool { return k.id(one) == id })...)
		}
	default:
		for _, name := range names {
			chosen = append(chosen, find(r, k, all, func(one T) bool { return k.named(one, name) })...)
		}
	}
	return chosen
}

// chooseSome is choose where leaving out both parameters is a problem.
func chooseSome[T any](r *request, k kind[T], all []T) []T {
	if !listed(r, k) {
		r.Report(wire.Fail(wire.RequiredIsEmpty, "the parameter '%s' or '%s' is required", k.idsIn, k.namesIn))
	}
	return choose(r, k, all)
}

// chooseOrAll is choose where leaving out both parameters means all.
func chooseOrAll[T any](r *request, k kind[T], all []T) []T {
	if !listed(r, k) {
		return all
	}
	return choose(r, k, all)
}

// listed reports whether the request lists any object of the kind.
func listed[T any](r *request, k kind[T]) bool {
	ids, every := r.IDs(k.idsIn)
	return every || len(ids) > 0 || len(r.List(k.namesIn)) > 0
}

func find[T any](r *request, k kind[T], all []T, is func(T) bool) (found []T) {
	for _, one := range all {
		if is(one) {
			found = append(found, one)
		}
	}
	if len(found) == 0 {
		r.Report(wire.Fail(k.unknown, "an element of '%s' or '%s' does not exist", k.idsIn, k.namesIn))
	}
	return found
}

// into overwrites a field with a parameter that was given.
func (r *request) into(field *string, parameter string, checks ...wire.Check) {
	if text := r.Text(parameter, checks...); text != "" {
		*field = text
	}
}
