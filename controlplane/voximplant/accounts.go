package voximplant

import "context"

// AccountsService is what the platform knows about the account.
type AccountsService struct{ c *Client }

// GetAccountInfoParams are the parameters of GetAccountInfo.
type GetAccountInfoParams struct {
	ReturnLiveBalance bool `param:"return_live_balance"`
}

// AccountInfo is the part of an account that Ringflow looks at.
type AccountInfo struct {
	AccountID   int64   `json:"account_id"`
	AccountName string  `json:"account_name"`
	Active      bool    `json:"active"`
	Frozen      bool    `json:"frozen"`
	Balance     float64 `json:"balance"`
	Currency    string  `json:"currency"`
}

// GetAccountInfoReturn is the answer of GetAccountInfo.
type GetAccountInfoReturn struct {
	Result     AccountInfo `json:"result"`
	APIAddress string      `json:"api_address"` // the host that this account prefers
}

// GetAccountInfo returns the account of the credentials. Every role may call it.
func (s AccountsService) GetAccountInfo(ctx context.Context, p GetAccountInfoParams) (GetAccountInfoReturn, error) {
	return call[GetAccountInfoReturn](ctx, s.c, "GetAccountInfo", p)
}
