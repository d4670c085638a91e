// Package api is the HTTP side of the control plane: the resources under /v1,
// described by an OpenAPI 3.1 document that is made from the same code.
//
//	api.go       the handler, its routes and what stands around them
//	key.go       API keys; health.go tells a supervisor how the service is
//	orders.go calls.go results.go    the resources
//	page.go      cursors; problem.go how everything that went wrong is told
package api

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"github.com/ringflow/ringflow/controlplane"
)

// Config is what the API stands on. All fields are needed.
type Config struct {
	Orders    controlplane.Orders
	Calls     controlplane.Calls
	ReadDraft func(raw []byte) (controlplane.Draft, error)               // the body of an order
	ReadCall  func(h http.Header, raw []byte) (controlplane.Call, error) // a signed call result
	Keys      []Key
	Ready     func(context.Context) error // nil error: requests can be served
	Log       *slog.Logger
	Version   string // of the software, for the document
}

// api is the configuration with the resources as methods.
type api struct{ Config }

// New returns the handler of the whole API.
func New(cfg Config) http.Handler {
	a := &api{cfg}
	router := chi.NewRouter()
	router.Use(a.logged, a.survive)
	router.NotFound(func(w http.ResponseWriter, _ *http.Request) { write(w, problem(controlplane.CodeNoRoute)) })
	router.MethodNotAllowed(func(w http.ResponseWriter, _ *http.Request) { write(w, problem(controlplane.CodeMethod)) })
	router.Get("/livez", a.live)
	router.Get("/readyz", a.ready)
	h := humachi.New(router, document(cfg.Version))
	h.UseMiddleware(a.authenticate)
	a.orderRoutes(h)
	a.callRoutes(h)
	a.resultRoutes(h)
	// The framework describes errors of its own, which translate never lets out.
	for _, name := range []string{"ErrorModel", "ErrorDetail"} {
		delete(h.OpenAPI().Components.Schemas.Map(), name)
	}
	return router
}

// keyed marks an operation that needs an API key.
const keyed = "key"

// document describes the API and how its answers are written.
func document(version string) huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "Ringflow control plane", Version: version,
				Description: "Orders say which two people one number connects; call results say what came of their calls. " +
					"Every problem (RFC 9457) has a stable code and names places, never values.",
			},
			Components: &huma.Components{
				Schemas:         huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer),
				SecuritySchemes: map[string]*huma.SecurityScheme{keyed: {Type: "http", Scheme: "bearer", Description: "an API key of the service"}},
			},
		},
		OpenAPIPath:                  "/openapi",
		Formats:                      map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true,
		Transformers:                 []huma.Transformer{translate},
	}
}

// logged writes one line a request: the route's pattern and never the address,
// which a caller could have put anything into.
func (a *api) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		out := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
		start := time.Now() //nolint:forbidigo // for the log alone
		next.ServeHTTP(out, r)
		a.Log.Info("request", "method", method(r), "route", chi.RouteContext(r.Context()).RoutePattern(),
			"status", out.Status(), "bytes", out.BytesWritten(), "ms", time.Since(start).Milliseconds())
	})
}

// method is the method of a request if it is one of HTTP's own: others are free text.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPut, http.MethodPost, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	default:
		return "other"
	}
}

// survive turns a panic into a problem. What was thrown stays out of the log: it
// may hold a value. The stack shows the place.
func (a *api) survive(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch thrown := recover(); thrown {
			case nil:
			case http.ErrAbortHandler:
				panic(thrown)
			default:
				a.Log.Error("a request panicked", "stack", string(debug.Stack()))
				write(w, problem(controlplane.CodeInternal))
			}
		}()
		next.ServeHTTP(w, r)
	})
}
