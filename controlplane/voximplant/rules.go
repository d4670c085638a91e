package voximplant

import "context"

// RulesService manages the rules that route calls to scenarios.
type RulesService struct{ c *Client }

// AddRuleParams are the parameters of AddRule.
type AddRuleParams struct {
	ApplicationID      int64   `param:"application_id"`
	RuleName           string  `param:"rule_name"` // under 100 characters, unique in the application
	RulePattern        string  `param:"rule_pattern"`
	RulePatternExclude string  `param:"rule_pattern_exclude"`
	ScenarioID         []int64 `param:"scenario_id"` // bound in this order
}

// AddRuleReturn is the answer of AddRule.
type AddRuleReturn struct {
	RuleID int64 `json:"rule_id"`
}

// AddRule makes a rule behind those that the application has.
func (s RulesService) AddRule(ctx context.Context, p AddRuleParams) (AddRuleReturn, error) {
	return call[AddRuleReturn](ctx, s.c, "AddRule", p)
}

// SetRuleInfoParams are the parameters of SetRuleInfo.
type SetRuleInfoParams struct {
	RuleID             int64  `param:"rule_id"`
	RuleName           string `param:"rule_name"`
	RulePattern        string `param:"rule_pattern"`
	RulePatternExclude string `param:"rule_pattern_exclude"`
}

// SetRuleInfo changes a rule.
func (s RulesService) SetRuleInfo(ctx context.Context, p SetRuleInfoParams) error {
	return s.c.Call(ctx, "SetRuleInfo", values(p), nil)
}

// GetRulesParams are the parameters of GetRules.
type GetRulesParams struct {
	ApplicationID int64  `param:"application_id"`
	RuleID        int64  `param:"rule_id"`
	RuleName      string `param:"rule_name"` // a part of the name
	Template      string `param:"template"`  // a number that the pattern must match
	WithScenarios bool   `param:"with_scenarios"`
	Count         int64  `param:"count"` // the platform's default is 20
	Offset        int64  `param:"offset"`
}

// RuleInfo is one rule.
type RuleInfo struct {
	RuleID             int64          `json:"rule_id"`
	ApplicationID      int64          `json:"application_id"`
	RuleName           string         `json:"rule_name"`
	RulePattern        string         `json:"rule_pattern"`
	RulePatternExclude string         `json:"rule_pattern_exclude"`
	VideoConference    bool           `json:"video_conference"`
	Scenarios          []ScenarioInfo `json:"scenarios"` // in the order of binding, when asked for
	Modified           Time           `json:"modified"`
}

// GetRulesReturn is the answer of GetRules: rules in the order in which they are tried.
type GetRulesReturn struct {
	Result     []RuleInfo `json:"result"`
	TotalCount int64      `json:"total_count"`
}

// GetRules returns one page of the rules of an application.
func (s RulesService) GetRules(ctx context.Context, p GetRulesParams) (GetRulesReturn, error) {
	return call[GetRulesReturn](ctx, s.c, "GetRules", p)
}

// ReorderRulesParams are the parameters of ReorderRules.
type ReorderRulesParams struct {
	RuleID []int64 `param:"rule_id"` // all rules of the application, in the wanted order
}

// ReorderRules changes the order in which rules are tried.
func (s RulesService) ReorderRules(ctx context.Context, p ReorderRulesParams) error {
	return s.c.Call(ctx, "ReorderRules", values(p), nil)
}

// DelRuleParams are the parameters of DelRule.
type DelRuleParams struct {
	RuleID        []int64 `param:"rule_id"`
	ApplicationID []int64 `param:"application_id"`
}

// DelRule removes rules.
func (s RulesService) DelRule(ctx context.Context, p DelRuleParams) error {
	return s.c.Call(ctx, "DelRule", values(p), nil)
}
