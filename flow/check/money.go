package check

import (
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// moneyType reads `money EUR`: an amount always has its currency in its type, so
// that amounts of two currencies are never added or compared.
func (c *checker) moneyType(rest []string, at source.Text) types.Type {
	if len(rest) != 1 {
		c.add(diag.BadValue, at.All(), "the currency of the money is missing").Helped("write it behind the type: `money EUR`")
		return types.Type{}
	}
	code := rest[0]
	if _, known := types.CurrencyDigits(code); !known {
		c.add(diag.BadValue, at.All(), "`%s` is no currency", code).Meant(code, types.CurrencyCodes())
		return types.Type{}
	}
	return types.MoneyOf(code)
}
