package expr

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/types"
)

// PseudonymLength is the length of every pseudonym, in characters.
const PseudonymLength = 2 * sha256.Size

// Pseudonym is the function that makes a public key of a private number.
const Pseudonym = "pseudonym"

// pseudonymOf is the keyed hash of a party's first number; without a number or a
// secret there is none, as a hash that everybody can compute hides nothing. The
// control plane has the same function, and one table of cases holds them together.
func pseudonymOf(env Env, args []any) any {
	numbers := env.Phones.All(args[0])
	secret, _ := args[1].(string)
	if len(numbers) == 0 || secret == "" {
		return nil
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("phone:" + numbers[0]))
	return hex.EncodeToString(mac.Sum(nil))
}

// secret checks an argument that is a secret: the platform reads it by its name,
// so it is a setting and nothing that was computed.
func (c checker) secret(e *Expr) types.Type {
	got := Expect(e, types.Of(types.Secret), c.scope, c.report)
	if got.Kind == types.Secret && (e.Op != Field || e.Args[0].Binding == nil || e.Args[0].Binding.Kind != Config) {
		c.report.Add(diag.WrongType, e.At, "a secret is named, not computed").Helped("write `config.NAME`")
		return poison(e)
	}
	return got
}
