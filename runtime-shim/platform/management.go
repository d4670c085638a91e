package platform

import (
	"net/url"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// management is the Management API as scripts call it, with the roles of the
// service account key that their rule is bound to.
type management struct {
	p     *Platform
	keyID string // "" is none
}

// Call runs a method at once, as a request would.
func (m management) Call(name string, parameters []voxengine.Header) voxengine.Response {
	began := time.Now() //nolint:forbidigo // what it takes is measured on this machine
	values := url.Values{}
	for _, parameter := range parameters {
		values.Add(parameter.Key, parameter.Value)
	}
	reply, errs, err := m.perform(name, wire.NewParams(values))
	if err != nil {
		m.p.world.Log.Error("a method failed", "method", name, "error", err)
		errs = wire.Errors{wire.Fail(wire.InternalError, "%s failed inside the emulator; its log says why", name)}
	}
	return voxengine.Response{
		Code: 200, Body: string(wire.Encode(reply, errs)),
		Latency: m.p.world.Latency(time.Since(began)).Milliseconds(),
	}
}

func (m management) perform(name string, params *wire.Params) (any, wire.Errors, error) {
	called, problem := m.p.method(name)
	if problem != nil {
		return nil, wire.Errors{problem}, nil
	}
	key, ok := m.p.keys.get(m.keyID)
	if !ok {
		return nil, wire.Errors{wire.Fail(wire.AuthorizationFailed, "the rule is bound to no service account key; SetRuleInfo binds one by bind_key_id")}, nil
	}
	return m.p.execute(called, &request{Params: params, now: m.p.world.Now(), host: "api.voximplant.com", sender: identity{roles: key.roles}})
}
