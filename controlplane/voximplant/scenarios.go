package voximplant

import "context"

// ScenariosService manages scripts.
type ScenariosService struct{ c *Client }

// AddScenarioParams are the parameters of AddScenario.
type AddScenarioParams struct {
	ScenarioName   string `param:"scenario_name"`   // under 30 characters, unique in the account
	ScenarioScript string `param:"scenario_script"` // under 128 KB
	RuleID         int64  `param:"rule_id"`         // binds it at once
	Rewrite        bool   `param:"rewrite"`         // replaces one of the same name
}

// AddScenarioReturn is the answer of AddScenario.
type AddScenarioReturn struct {
	ScenarioID int64 `json:"scenario_id"`
}

// AddScenario makes a scenario.
func (s ScenariosService) AddScenario(ctx context.Context, p AddScenarioParams) (AddScenarioReturn, error) {
	return call[AddScenarioReturn](ctx, s.c, "AddScenario", p)
}

// SetScenarioInfoParams are the parameters of SetScenarioInfo.
type SetScenarioInfoParams struct {
	ScenarioID     int64  `param:"scenario_id"`
	ScenarioName   string `param:"scenario_name"` // the new one
	ScenarioScript string `param:"scenario_script"`
}

// SetScenarioInfo changes a scenario. Sessions that run keep the script that
// they started with.
func (s ScenariosService) SetScenarioInfo(ctx context.Context, p SetScenarioInfoParams) error {
	return s.c.Call(ctx, "SetScenarioInfo", values(p), nil)
}

// GetScenariosParams are the parameters of GetScenarios.
type GetScenariosParams struct {
	ScenarioID   int64  `param:"scenario_id"`
	ScenarioName string `param:"scenario_name"` // a part of the name, in any case
	WithScript   bool   `param:"with_script"`   // needs ScenarioID
	Count        int64  `param:"count"`         // the platform's default is 20
	Offset       int64  `param:"offset"`
}

// ScenarioInfo is one scenario.
type ScenarioInfo struct {
	ScenarioID     int64  `json:"scenario_id"`
	ScenarioName   string `json:"scenario_name"`
	ScenarioScript string `json:"scenario_script"` // when it was asked for
	Modified       Time   `json:"modified"`
	Parent         bool   `json:"parent"` // it belongs to the parent account
}

// GetScenariosReturn is the answer of GetScenarios.
type GetScenariosReturn struct {
	Result     []ScenarioInfo `json:"result"`
	TotalCount int64          `json:"total_count"`
}

// GetScenarios returns one page of scenarios.
func (s ScenariosService) GetScenarios(ctx context.Context, p GetScenariosParams) (GetScenariosReturn, error) {
	return call[GetScenariosReturn](ctx, s.c, "GetScenarios", p)
}

// BindScenarioParams are the parameters of BindScenario.
type BindScenarioParams struct {
	ScenarioID []int64 `param:"scenario_id"`
	RuleID     int64   `param:"rule_id"`
	Bind       *bool   `param:"bind"` // nil binds, false unbinds
}

// BindScenario binds scenarios to a rule, behind those that are bound to it, or unbinds them.
func (s ScenariosService) BindScenario(ctx context.Context, p BindScenarioParams) error {
	return s.c.Call(ctx, "BindScenario", values(p), nil)
}

// DelScenarioParams are the parameters of DelScenario.
type DelScenarioParams struct {
	ScenarioID []int64 `param:"scenario_id"`
}

// DelScenario removes scenarios.
func (s ScenariosService) DelScenario(ctx context.Context, p DelScenarioParams) error {
	return s.c.Call(ctx, "DelScenario", values(p), nil)
}
