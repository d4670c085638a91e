package voximplant

import (
	"context"
	"strings"
)

// ApplicationsService manages applications.
type ApplicationsService struct{ c *Client }

// AddApplicationParams are the parameters of AddApplication.
type AddApplicationParams struct {
	ApplicationName     string `param:"application_name"` // short: a-z, 0-9 and -, a letter first
	SecureRecordStorage bool   `param:"secure_record_storage"`
}

// AddApplicationReturn is the answer of AddApplication.
type AddApplicationReturn struct {
	ApplicationID       int64  `json:"application_id"`
	ApplicationName     string `json:"application_name"` // full: NAME.ACCOUNT.voximplant.com
	SecureRecordStorage bool   `json:"secure_record_storage"`
}

// AddApplication makes an application.
func (s ApplicationsService) AddApplication(ctx context.Context, p AddApplicationParams) (AddApplicationReturn, error) {
	return call[AddApplicationReturn](ctx, s.c, "AddApplication", p)
}

// SetApplicationInfoParams are the parameters of SetApplicationInfo.
type SetApplicationInfoParams struct {
	ApplicationID       int64  `param:"application_id"`
	ApplicationName     string `param:"application_name"` // the new one
	SecureRecordStorage *bool  `param:"secure_record_storage"`
}

// SetApplicationInfo changes an application.
func (s ApplicationsService) SetApplicationInfo(ctx context.Context, p SetApplicationInfoParams) error {
	return s.c.Call(ctx, "SetApplicationInfo", values(p), nil)
}

// GetApplicationsParams are the parameters of GetApplications.
type GetApplicationsParams struct {
	ApplicationID   int64  `param:"application_id"`
	ApplicationName string `param:"application_name"` // a part of the name
	Count           int64  `param:"count"`            // the platform's default is 20
	Offset          int64  `param:"offset"`
}

// ApplicationInfo is one application.
type ApplicationInfo struct {
	ApplicationID       int64  `json:"application_id"`
	ApplicationName     string `json:"application_name"` // full
	Modified            Time   `json:"modified"`
	SecureRecordStorage bool   `json:"secure_record_storage"`
}

// GetApplicationsReturn is the answer of GetApplications.
type GetApplicationsReturn struct {
	Result     []ApplicationInfo `json:"result"`
	TotalCount int64             `json:"total_count"`
}

// GetApplications returns one page of applications.
func (s ApplicationsService) GetApplications(ctx context.Context, p GetApplicationsParams) (GetApplicationsReturn, error) {
	return call[GetApplicationsReturn](ctx, s.c, "GetApplications", p)
}

// DelApplicationParams are the parameters of DelApplication.
type DelApplicationParams struct {
	ApplicationID []int64 `param:"application_id"`
}

// DelApplication removes applications.
func (s ApplicationsService) DelApplication(ctx context.Context, p DelApplicationParams) error {
	return s.c.Call(ctx, "DelApplication", values(p), nil)
}

// Find returns the application of that name, short or full, and whether there is one.
func (s ApplicationsService) Find(ctx context.Context, name string) (app ApplicationInfo, found bool, err error) {
	short, _, full := strings.Cut(name, ".")
	all, err := All(ctx, func(ctx context.Context, count, offset int64) ([]ApplicationInfo, int64, error) {
		got, err := s.GetApplications(ctx, GetApplicationsParams{ApplicationName: short, Count: count, Offset: offset})
		return got.Result, got.TotalCount, err
	})
	for _, a := range all {
		if label, _, _ := strings.Cut(a.ApplicationName, "."); a.ApplicationName == name || !full && label == name {
			return a, true, nil
		}
	}
	return app, false, err
}
