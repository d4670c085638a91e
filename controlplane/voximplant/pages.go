package voximplant

import (
	"context"
	"fmt"
)

// page is how many things are asked for at a time.
const page = 1000

// mostPages ends a listing that would never end.
const mostPages = 1000

// All collects all pages of a list. The function fetches the page of count
// things from offset on and returns it with the total that the platform states.
func All[T any](ctx context.Context, fetch func(ctx context.Context, count, offset int64) (part []T, total int64, err error)) (all []T, err error) {
	for range mostPages {
		part, total, err := fetch(ctx, page, int64(len(all)))
		if err != nil {
			return nil, err
		}
		all = append(all, part...)
		if len(part) == 0 || int64(len(all)) >= total {
			return all, nil
		}
	}
	return nil, fmt.Errorf("%s: a list of the platform does not end", codeAnswer)
}
