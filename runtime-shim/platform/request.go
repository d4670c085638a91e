package platform

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/store"
	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// request is one call of a method, with the transaction that it works in.
type request struct {
	*wire.Params
	tx        *store.Tx
	account   store.Account
	now       time.Time // by the platform's clock
	host      string    // that the client asked
	absentKey AbsentKey
	sender    identity
	starts    *starting // a session that begins once the work is stored; nil for none
}

// serveMethod answers one request to the Management API.
func (p *Platform) serveMethod(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodPost {
		w.Header().Set("Allow", "GET, POST")
		http.Error(w, "the Management API answers GET and POST", http.StatusMethodNotAllowed)
		return
	}
	name, params, err := wire.Decode(w, r)
	if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
		http.Error(w, "the request body is too large", http.StatusRequestEntityTooLarge)
		return
	}
	if bad := new(wire.Error); errors.As(err, &bad) {
		wire.Write(w, nil, wire.Errors{bad})
		return
	}
	p.withFault(w, r, name, func(w http.ResponseWriter) { p.answer(w, r, name, params) })
}

// answer runs the method and writes its answer.
func (p *Platform) answer(w http.ResponseWriter, r *http.Request, name string, params *wire.Params) {
	began := time.Now() //nolint:forbidigo // for the log alone
	reply, errs, err := p.perform(r, name, params)
	if err != nil {
		p.world.Log.Error("a method failed", "method", name, "error", err)
		errs = wire.Errors{wire.Fail(wire.InternalError, "%s failed inside the emulator; its log says why", name)}
	}
	code := wire.Code(0)
	if len(errs) > 0 {
		code = errs[0].Code
	}
	if _, known := wire.Known(name); !known {
		name = "unknown"
	}
	p.world.Log.Info("method", "name", name, "code", int(code), "took", time.Since(began))
	wire.Write(w, reply, errs)
}

// perform authenticates and runs one method in one transaction.
func (p *Platform) perform(r *http.Request, name string, params *wire.Params) (reply any, errs wire.Errors, err error) {
	now := p.world.Now()
	m, problem := p.method(name)
	if problem != nil {
		return nil, wire.Errors{problem}, nil
	}
	sender, problem := p.authenticate(r.Header.Get("Authorization"), params, now)
	if problem != nil {
		return nil, wire.Errors{problem}, nil
	}
	return p.execute(m, &request{Params: params, now: now, host: r.Host, sender: sender})
}

// execute runs a method for a sender that is known, in one transaction.
func (p *Platform) execute(m method, r *request) (reply any, errs wire.Errors, err error) {
	if !m.allows(r.sender.roles) {
		return nil, wire.Errors{wire.Fail(wire.ForbiddenCommand, "no role of this key may call %s; it needs one of %s", m.name, m.roleNames())}, nil
	}
	r.account, r.absentKey = p.account, p.world.AbsentKey
	err = p.store.Do(func(tx *store.Tx) bool {
		r.tx = tx
		reply = m.serve(r)
		return !r.Failed()
	})
	if err == nil && !r.Failed() && r.starts != nil {
		reply, err = p.begin(r.starts)
	}
	return reply, r.Errors(), err
}

// method finds an emulated method by its name.
func (p *Platform) method(name string) (method, *wire.Error) {
	if m, ok := p.methods[name]; ok {
		return m, nil
	}
	if name == "" {
		return method{}, wire.Fail(wire.MissingCmd, "no method is named, neither in the path after /platform_api/ nor in the field cmd")
	}
	if _, known := wire.Known(name); known {
		return method{}, wire.Fail(wire.UnknownCommand, "%s is a method of the platform that is not emulated yet", name)
	}
	return method{}, wire.Fail(wire.UnknownCommand, "the platform has no method of this name; names are case sensitive")
}

func (m method) allows(roles []Role) bool {
	return m.roles == nil || slices.ContainsFunc(roles, func(r Role) bool { return slices.Contains(m.roles, r) })
}

func (m method) roleNames() string {
	return strings.Join(each(m.roles, func(r Role) string { return string(r) }), ", ")
}

// done is the answer of most methods that write.
type done struct {
	Result int `json:"result"`
}

// ok is done's usual value.
func ok() done { return done{1} }
