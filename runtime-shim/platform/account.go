package platform

import "github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"

// accountInfo is AccountInfoType, as far as it means anything here.
type accountInfo struct {
	ID            int64     `json:"account_id"`
	Name          string    `json:"account_name"`
	Email         string    `json:"account_email"`
	APIKey        string    `json:"api_key,omitempty"`
	Created       wire.Time `json:"created"`
	Language      string    `json:"language_code"`
	Location      string    `json:"location"` // time zone
	Active        bool      `json:"active"`
	Frozen        bool      `json:"frozen"`
	Balance       float64   `json:"balance"`
	CreditLimit   float64   `json:"credit_limit"`
	Currency      string    `json:"currency"`
	SendJSError   bool      `json:"send_js_error"`
	Notifications bool      `json:"account_notifications"`
}

type accountReply struct {
	Result     accountInfo `json:"result"`
	APIAddress string      `json:"api_address"`
}

// getAccountInfo shows the account. The legacy key is shown to those alone who
// came with it.
func getAccountInfo(r *request) any {
	r.Flag("return_live_balance", false) // nothing is charged, so every balance is live
	a := r.account
	info := accountInfo{
		ID: a.ID, Name: a.Name, Email: a.Email, Created: wire.Unix(a.Created),
		Language: "en", Location: "UTC", Active: true, Balance: 100, Currency: "USD",
	}
	if r.sender.byAPIKey {
		info.APIKey = a.APIKey
	}
	return accountReply{info, r.host}
}
