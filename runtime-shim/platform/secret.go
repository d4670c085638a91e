package platform

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// Limits of the documentation, in characters.
const (
	maxSecret            = 8192
	maxSecretDescription = 200
)

var secretName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]{0,63}$`)

// newSecretName reads the name that a secret is to get, "" when none is given.
func (r *request) newSecretName(parameter string, app store.Application, self int64) string {
	name := r.Text(parameter, wire.Matching(secretName.MatchString, wire.Invalid,
		"a letter and at most 63 letters, digits and _"))
	taken := func(s store.Secret) bool { return s.Name == name && s.ID != self }
	if slices.ContainsFunc(r.tx.Secrets(app.ID), taken) {
		r.Report(wire.Fail(wire.ValueNotUnique, "the application already has a secret of the name in '%s'", parameter))
	}
	return name
}

// readSecret reads what a secret holds; what is not given stays.
func (r *request) readSecret(s *store.Secret) {
	r.into(&s.Value, "secret_value", wire.AtMost(maxSecret, wire.TooLong))
	r.into(&s.Description, "description", wire.AtMost(maxSecretDescription, wire.TooLong))
	s.Modified = r.now.Unix()
}

type secretID struct {
	ID int64 `json:"secret_id"`
}

func addSecret(r *request) any {
	app := r.application()
	r.Need("secret_name", "secret_value")
	s := store.Secret{Name: r.newSecretName("secret_name", app, 0), Created: r.now.Unix()}
	r.readSecret(&s)
	if r.Failed() {
		return nil
	}
	return results[secretID]{[]secretID{{r.tx.AddSecret(app.ID, s)}}}
}

// secrets are those of the application that the request lists.
func (r *request) secrets(app store.Application) []store.Secret {
	return chooseSome(r, kind[store.Secret]{
		"secret_id", "secret_name", wire.Invalid,
		func(s store.Secret) int64 { return s.ID },
		func(s store.Secret, name string) bool { return s.Name == name },
	}, r.tx.Secrets(app.ID))
}

// secret finds the one that secret_id or secret_name names.
func (r *request) secret(app store.Application) (s store.Secret) {
	if found := r.secrets(app); len(found) > 0 {
		return found[0]
	}
	return s
}

func delSecret(r *request) any {
	for _, s := range r.secrets(r.application()) {
		r.tx.DelSecret(s.ID)
	}
	return ok()
}

func setSecretInfo(r *request) any {
	app := r.application()
	s := r.secret(app)
	r.newSecretName("new_secret_name", app, s.ID)
	r.into(&s.Name, "new_secret_name")
	r.readSecret(&s)
	if r.Failed() {
		return nil
	}
	r.tx.SetSecret(s)
	return ok()
}

// secretInfo is SecretListItem and, with the value, GetSecretValueResult.
type secretInfo struct {
	ID          int64     `json:"secret_id"`
	Name        string    `json:"secret_name"`
	Value       string    `json:"secret_value,omitempty"`
	Description string    `json:"description,omitempty"`
	Created     wire.Time `json:"created"`
	Modified    wire.Time `json:"modified"`
}

func showSecret(s store.Secret) secretInfo {
	return secretInfo{ID: s.ID, Name: s.Name, Description: s.Description, Created: wire.Unix(s.Created), Modified: wire.Unix(s.Modified)}
}

func getSecrets(r *request) any {
	app, part, page := r.application(), strings.ToLower(r.Text("secret_name_part")), r.Page(20)
	if r.Failed() {
		return nil
	}
	found := slices.DeleteFunc(r.tx.Secrets(app.ID), func(s store.Secret) bool {
		return !strings.Contains(strings.ToLower(s.Name), part)
	})
	return listReply(page, found, showSecret)
}

func getSecretValue(r *request) any {
	s := r.secret(r.application())
	if r.Failed() {
		return nil
	}
	info := showSecret(s)
	info.Value = s.Value
	return results[secretInfo]{[]secretInfo{info}}
}
