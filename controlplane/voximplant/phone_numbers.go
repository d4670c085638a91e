package voximplant

import "context"

// PhoneNumbersService is about the numbers that the account rents.
type PhoneNumbersService struct{ c *Client }

// GetPhoneNumbersParams are the parameters of GetPhoneNumbers.
type GetPhoneNumbersParams struct {
	PhoneNumber   []string `param:"phone_number"` // digits without +
	ApplicationID int64    `param:"application_id"`
	Count         int64    `param:"count"` // the platform's default is 20
	Offset        int64    `param:"offset"`
}

// AttachedPhoneInfo is one rented number.
type AttachedPhoneInfo struct {
	PhoneID         int64  `json:"phone_id"`
	PhoneNumber     string `json:"phone_number"`
	ApplicationID   int64  `json:"application_id"` // 0 when it is bound to none
	ApplicationName string `json:"application_name"`
	RuleID          int64  `json:"rule_id"` // 0 when it is bound to none
	RuleName        string `json:"rule_name"`
	Deactivated     bool   `json:"deactivated"`
	Canceled        bool   `json:"canceled"`
	CanBeUsed       bool   `json:"can_be_used"`
}

// GetPhoneNumbersReturn is the answer of GetPhoneNumbers.
type GetPhoneNumbersReturn struct {
	Result     []AttachedPhoneInfo `json:"result"`
	TotalCount int64               `json:"total_count"`
}

// GetPhoneNumbers returns one page of the account's numbers.
func (s PhoneNumbersService) GetPhoneNumbers(ctx context.Context, p GetPhoneNumbersParams) (GetPhoneNumbersReturn, error) {
	return call[GetPhoneNumbersReturn](ctx, s.c, "GetPhoneNumbers", p)
}

// BindPhoneNumberToApplicationParams are the parameters of BindPhoneNumberToApplication.
type BindPhoneNumberToApplicationParams struct {
	PhoneID       []int64 `param:"phone_id"`
	ApplicationID int64   `param:"application_id"`
	RuleID        int64   `param:"rule_id"` // 0: the application's rules decide
	Bind          *bool   `param:"bind"`    // nil binds, false unbinds
}

// BindPhoneNumberToApplication says which application and rule serve a number.
func (s PhoneNumbersService) BindPhoneNumberToApplication(ctx context.Context, p BindPhoneNumberToApplicationParams) error {
	return s.c.Call(ctx, "BindPhoneNumberToApplication", values(p), nil)
}
