package platform

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/platform/internal/wire"
)

// Fault makes requests to the Management API slow or lets them fail, for the
// tests of clients. A failing request is not applied unless the fault says so.
type Fault struct {
	// Method is the one that fails, "" for every one.
	Method string `json:"method,omitempty"`
	// Count is how many requests it meets, 0 for all from now on.
	Count int `json:"count,omitempty"`
	// LatencyMS passes before anything else happens, in milliseconds.
	LatencyMS int64 `json:"latency_ms,omitempty"`

	// How the request fails: at most one of the four.
	Status int       `json:"status,omitempty"` // an HTTP status from 400 to 599
	Code   wire.Code `json:"code,omitempty"`   // an error code of the platform
	Drop   bool      `json:"drop,omitempty"`   // the connection is closed without an answer
	Hang   bool      `json:"hang,omitempty"`   // no answer until the client gives up

	// Apply does the work although the client is told of a failure.
	Apply bool `json:"apply,omitempty"`
	// LateMS is Apply, but this long after the client was told, in milliseconds.
	LateMS int64 `json:"late_ms,omitempty"`
}

func (f Fault) fails() bool { return f.Status != 0 || f.Code != 0 || f.Drop || f.Hang }

// validate says what is wrong with a fault, if anything.
func (f Fault) validate() error {
	var errs []error
	ways := 0
	for _, way := range []bool{f.Status != 0, f.Code != 0, f.Drop, f.Hang} {
		if way {
			ways++
		}
	}
	if _, known := wire.Known(f.Method); f.Method != "" && !known {
		errs = append(errs, errors.New("method is not one of the platform"))
	}
	if f.Status != 0 && (f.Status < 400 || f.Status > 599) {
		errs = append(errs, fmt.Errorf("status is %d, expected 400 to 599", f.Status))
	}
	if f.Code != 0 && f.Code.Name() == "" {
		errs = append(errs, fmt.Errorf("code %d is not one of the platform", f.Code))
	}
	if ways > 1 {
		errs = append(errs, errors.New("only one of status, code, drop and hang may be given"))
	}
	if (f.Apply || f.LateMS > 0) && ways == 0 {
		errs = append(errs, errors.New("apply and late_ms need one of status, code, drop and hang"))
	}
	if min(f.LatencyMS, f.LateMS, int64(f.Count)) < 0 {
		errs = append(errs, errors.New("count, latency_ms and late_ms may not be negative"))
	}
	return errors.Join(errs...)
}

// faults is the list in force, in the order in which they are tried.
type faults struct {
	sync.Mutex
	list []Fault
}

// SetFaults replaces the faults in force; without any the platform works again.
//
// Errors: RF6408, naming the fault and what is wrong with it.
func (p *Platform) SetFaults(list ...Fault) error {
	for i, f := range list {
		if err := f.validate(); err != nil {
			return fmt.Errorf("%s: fault %d: %w", codeFault, i, err)
		}
	}
	p.faults.Lock()
	defer p.faults.Unlock()
	p.faults.list = slices.Clone(list)
	return nil
}

// Faults lists the faults that are still in force.
func (p *Platform) Faults() []Fault {
	p.faults.Lock()
	defer p.faults.Unlock()
	return slices.Clone(p.faults.list)
}

// take gives the fault that meets a request to the method and counts it.
func (f *faults) take(method string) (fault Fault, ok bool) {
	f.Lock()
	defer f.Unlock()
	i := slices.IndexFunc(f.list, func(f Fault) bool { return f.Method == "" || f.Method == method })
	if i < 0 {
		return Fault{}, false
	}
	fault = f.list[i]
	switch f.list[i].Count {
	case 0: // for good
	case 1:
		f.list = slices.Delete(f.list, i, i+1)
	default:
		f.list[i].Count--
	}
	return fault, true
}

// withFault serves a request as the faults in force want it.
func (p *Platform) withFault(w http.ResponseWriter, r *http.Request, method string, serve func(http.ResponseWriter)) {
	fault, ok := p.faults.take(method)
	if !ok {
		serve(w)
		return
	}
	p.wait(r.Context(), fault.LatencyMS)
	switch {
	case !fault.fails():
		serve(w)
		return
	case fault.LateMS > 0:
		p.running.Go(func() {
			p.wait(context.Background(), fault.LateMS)
			serve(unseen{})
		})
	case fault.Apply:
		serve(unseen{})
	}
	p.fail(w, r, fault)
}

func (p *Platform) fail(w http.ResponseWriter, r *http.Request, f Fault) {
	switch {
	case f.Status != 0:
		http.Error(w, "a fault that was asked for", f.Status)
	case f.Code != 0:
		wire.Write(w, nil, wire.Errors{wire.Fail(f.Code, "a fault that was asked for")})
	case f.Hang:
		p.wait(r.Context(), int64(time.Hour/time.Millisecond))
		fallthrough
	default:
		panic(http.ErrAbortHandler) // which closes the connection
	}
}

// wait returns after the time, or earlier when the client or the platform goes.
func (p *Platform) wait(client context.Context, ms int64) {
	timer := time.NewTimer(time.Duration(ms) * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-client.Done():
	case <-p.open.Done():
	}
}

// unseen takes an answer that the client does not get.
type unseen struct{}

func (unseen) Header() http.Header            { return http.Header{} }
func (unseen) Write(text []byte) (int, error) { return len(text), nil }
func (unseen) WriteHeader(int)                {}
