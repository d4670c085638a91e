// Package call keeps the results of calls.
package call

import (
	"context"

	"github.com/ringflow/ringflow/controlplane"
)

// Service implements controlplane.Calls.
type Service struct {
	Store controlplane.CallStore
}

// Record keeps c. A result that comes again is the same result when its body
// is the same; another one under its id is refused, because one of the two
// would be lost.
func (s *Service) Record(ctx context.Context, c controlplane.Call) (duplicate bool, err error) {
	added, first, err := s.Store.AddCall(ctx, c)
	switch {
	case err != nil:
		return false, controlplane.StoreProblem(err)
	case !added && first != c.BodySHA256:
		return false, controlplane.Problemf(controlplane.CodeReportReused, "the result that came first is kept")
	default:
		return !added, nil
	}
}

// List returns one page of calls.
func (s *Service) List(ctx context.Context, q controlplane.CallQuery) ([]controlplane.CallRow, error) {
	rows, err := s.Store.Calls(ctx, q)
	if err != nil {
		return nil, controlplane.StoreProblem(err)
	}
	return rows, nil
}
