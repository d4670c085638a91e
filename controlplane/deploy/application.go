package deploy

import (
	"context"
	"fmt"

	"github.com/ringflow/ringflow/controlplane/voximplant"
)

func (m *maker) application() {
	if m.want.Account != 0 && m.have.Account.AccountID != m.want.Account {
		m.problem(codeAccount, KindApplication, m.want.Application,
			fmt.Sprintf("the credentials belong to account %d, the environment is pinned to %d", m.have.Account.AccountID, m.want.Account),
			"use the credentials of the pinned account, or change the environment")
	}
	switch app := m.have.Application; {
	case app.ApplicationID == 0:
		m.step(Create, KindApplication, m.want.Application, recordings(m.want.SecureRecordings))
	case app.SecureRecordStorage != m.want.SecureRecordings:
		m.step(Change, KindApplication, m.want.Application, recordings(m.want.SecureRecordings))
	}
}

func recordings(secure bool) string {
	if secure {
		return "recordings and logs need a key to be fetched"
	}
	return "recordings and logs are open to everybody who has their address"
}

func (a *applier) application(ctx context.Context, s Step) error {
	secure := a.want.SecureRecordings
	if s.Action == Create {
		made, err := a.client.Applications.AddApplication(ctx, voximplant.AddApplicationParams{ApplicationName: a.want.Application, SecureRecordStorage: secure})
		a.have.Application = voximplant.ApplicationInfo{ApplicationID: made.ApplicationID, ApplicationName: made.ApplicationName}
		return err
	}
	return a.client.Applications.SetApplicationInfo(ctx, voximplant.SetApplicationInfoParams{
		ApplicationID: a.have.Application.ApplicationID, SecureRecordStorage: &secure,
	})
}
