package voximplant

import "context"

// SecretsService manages what scenarios read with VoxEngine.getSecretValue.
// There is no method here that reads a value back: Ringflow never needs to.
type SecretsService struct{ c *Client }

// AddSecretParams are the parameters of AddSecret.
type AddSecretParams struct {
	SecretName    string `param:"secret_name"`  // a letter, then letters, digits and _, up to 64
	SecretValue   string `param:"secret_value"` // up to 8192 characters
	ApplicationID int64  `param:"application_id"`
	Description   string `param:"description"` // up to 200 characters
}

// AddSecret makes a secret.
func (s SecretsService) AddSecret(ctx context.Context, p AddSecretParams) error {
	return s.c.Call(ctx, "AddSecret", values(p), nil)
}

// SetSecretInfoParams are the parameters of SetSecretInfo.
type SetSecretInfoParams struct {
	SecretID      int64  `param:"secret_id"`
	SecretValue   string `param:"secret_value"`
	ApplicationID int64  `param:"application_id"`
	Description   string `param:"description"`
}

// SetSecretInfo changes a secret.
func (s SecretsService) SetSecretInfo(ctx context.Context, p SetSecretInfoParams) error {
	return s.c.Call(ctx, "SetSecretInfo", values(p), nil)
}

// GetSecretsParams are the parameters of GetSecrets.
type GetSecretsParams struct {
	ApplicationID int64 `param:"application_id"`
	Count         int64 `param:"count"` // the platform's default is 20
	Offset        int64 `param:"offset"`
}

// SecretListItem is one secret without its value.
type SecretListItem struct {
	SecretID    int64  `json:"secret_id"`
	SecretName  string `json:"secret_name"`
	Description string `json:"description"`
	Modified    Time   `json:"modified"`
}

// GetSecretsReturn is the answer of GetSecrets.
type GetSecretsReturn struct {
	Result     []SecretListItem `json:"result"`
	TotalCount int64            `json:"total_count"`
}

// GetSecrets returns one page of secrets.
func (s SecretsService) GetSecrets(ctx context.Context, p GetSecretsParams) (GetSecretsReturn, error) {
	return call[GetSecretsReturn](ctx, s.c, "GetSecrets", p)
}

// DelSecretParams are the parameters of DelSecret.
type DelSecretParams struct {
	SecretID      []int64 `param:"secret_id"`
	ApplicationID int64   `param:"application_id"`
}

// DelSecret removes secrets.
func (s SecretsService) DelSecret(ctx context.Context, p DelSecretParams) error {
	return s.c.Call(ctx, "DelSecret", values(p), nil)
}
