package deploy

import (
	"context"
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/controlplane/voximplant"
	"github.com/ringflow/ringflow/controlplane/webhook"
)

// webhookPrefix marks a secret that signs call results. What a scenario signs
// with is inside, see package webhook.
const webhookPrefix = "whsec_"

// text returns what the platform should hold for a secret.
func (s Secret) text() (string, error) {
	value := s.Value.Reveal()
	switch {
	case value == "":
		return "", fmt.Errorf("it has no value")
	case !strings.HasPrefix(value, webhookPrefix):
		return value, nil
	}
	list, err := webhook.ParseSecrets(value)
	if err != nil {
		return "", err
	}
	return list[0].Key(), nil
}

// The description of a secret says whose it is, and by a slow hash whether its
// value is the one that should be there: values are written and never read.
const (
	marked = "ringflow "
	rounds = 20000
)

func (d Desired) description(name, text string) (string, error) {
	place := d.Project + "/" + d.Env
	sum, err := pbkdf2.Key(sha256.New, text, []byte(place+"/"+d.Application+"/"+name), rounds, 12)
	return marked + place + " " + hex.EncodeToString(sum), err
}

func (m *maker) secrets() {
	for _, w := range m.want.Secrets {
		m.secret(w)
	}
}

func (m *maker) secret(w Secret) {
	text, err := w.text()
	if err != nil {
		m.problem(codeSecret, KindSecret, w.Name, err.Error(), "set what the environment's secrets refer to")
		return
	}
	description, err := m.want.description(w.Name, text)
	if err != nil {
		m.problem(codeSecret, KindSecret, w.Name, err.Error(), "")
		return
	}
	there := m.have.secret(w.Name)
	mine := strings.HasPrefix(there.Description, marked+m.want.Project+"/"+m.want.Env+" ")
	switch {
	case there.SecretID == 0:
		m.step(Create, KindSecret, w.Name, "scenarios read it by this name")
	case !mine && !m.want.Adopt:
		m.problem(codeForeign, KindSecret, w.Name, "a secret of this name is there and is not of "+owner(m.want.Project, m.want.Env), "choose another name, or take it over with --adopt")
	case there.Description != description:
		m.step(Change, KindSecret, w.Name, "it has another value, or was not set by this project")
	}
}

func (a *applier) secret(ctx context.Context, s Step) error {
	w := first(a.want.Secrets, func(w Secret) bool { return w.Name == s.Name })
	text, err := w.text()
	if err != nil {
		return err
	}
	description, err := a.want.description(w.Name, text)
	if err != nil {
		return err
	}
	app := a.have.Application.ApplicationID
	if s.Action == Create {
		return a.client.Secrets.AddSecret(ctx, voximplant.AddSecretParams{SecretName: w.Name, SecretValue: text, ApplicationID: app, Description: description})
	}
	return a.client.Secrets.SetSecretInfo(ctx, voximplant.SetSecretInfoParams{
		SecretID: a.have.secret(w.Name).SecretID, SecretValue: text, ApplicationID: app, Description: description,
	})
}
