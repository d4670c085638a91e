package api

import (
	"context"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/ringflow/ringflow/controlplane"
)

// Limits of a request.
const (
	maxOrderBody = 16 << 10
	// waitTime is how long ?wait=applied waits at most.
	waitTime = 10 * time.Second
)

// OrderRequest is the body of PUT /v1/orders/{number}.
type OrderRequest struct {
	Courier   string     `json:"courier" doc:"number of the courier, best in international form" example:"+12025550123"`
	Client    string     `json:"client" doc:"number of the client" example:"+12025550145"`
	ExpiresIn *int64     `json:"expires_in,omitempty" doc:"seconds until the order ends by itself; 864000 unless said otherwise" minimum:"1" maximum:"7776000"`
	ExpiresAt *time.Time `json:"expires_at,omitempty" doc:"the moment of its end, instead of expires_in"`
}

// Order is an order as the API shows it.
type Order struct {
	Number            string    `json:"number" doc:"what a caller types"`
	ID                string    `json:"id" doc:"UUIDv7"`
	State             string    `json:"state" enum:"active,closed,expired"`
	Generation        int64     `json:"generation" doc:"grows with every change of what the number means"`
	SyncState         string    `json:"sync_state" enum:"pending,applied,failing" doc:"applied: the platform holds what the order says"`
	AppliedGeneration int64     `json:"applied_generation" doc:"the newest generation that the platform holds"`
	LastError         string    `json:"last_error,omitempty" doc:"why it could not be applied so far"`
	Courier           string    `json:"courier" doc:"masked" example:"+1...23"`
	Client            string    `json:"client" doc:"masked" example:"+1...45"`
	ExpiresAt         time.Time `json:"expires_at" doc:"when the order ends by itself"`
	CreatedAt         time.Time `json:"created_at" doc:"when it was posted"`
	UpdatedAt         time.Time `json:"updated_at" doc:"when it was changed last"`
}

func showOrder(o controlplane.Order) Order {
	return Order{
		Number: o.Number, ID: o.ID, State: string(o.State), Generation: o.Generation,
		SyncState: string(o.Sync()), AppliedGeneration: o.Applied, LastError: o.LastError,
		Courier: o.Courier.String(), Client: o.Client.String(),
		ExpiresAt: o.ExpiresAt, CreatedAt: o.CreatedAt, UpdatedAt: o.UpdatedAt,
	}
}

// NumberParam is the order number of an address. Like the other parameter sets
// it is exported for the framework's sake, which looks into no other.
type NumberParam struct {
	Number string `path:"number" doc:"order number, as a caller types it, leading zeros kept" example:"12345"`
}

// WaitParam asks to wait for the platform.
type WaitParam struct {
	Wait string `query:"wait" enum:"applied" doc:"answer when the platform holds the order, or with 202 after 10 s"`
}

type putOrderInput struct {
	NumberParam
	WaitParam
	RawBody []byte `contentType:"application/json"`
}

type closeOrderInput struct {
	NumberParam
	WaitParam
}

type orderOutput struct {
	Status int
	Body   Order
}

func (a *api) orderRoutes(h huma.API) {
	huma.Register(h, huma.Operation{
		OperationID: "put-order", Method: http.MethodPut, Path: "/v1/orders/{number}", Security: needsKey(), MaxBodyBytes: maxOrderBody, SkipValidateBody: true,
		Summary: "Say which two people a number connects",
		Description: "Kept on disk before the answer. Repeating a request changes nothing; another pair under an active number " +
			"replaces the pair and starts the next generation.",
		Responses: problems(h, controlplane.CodeNotJSON, controlplane.CodeFields, controlplane.CodeNumber, controlplane.CodeTooLarge, controlplane.CodeKey),
	}, a.putOrder)
	h.OpenAPI().Paths["/v1/orders/{number}"].Put.RequestBody = jsonBody(
		h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[OrderRequest](), true, ""))
	huma.Register(h, huma.Operation{
		OperationID: "get-order", Method: http.MethodGet, Path: "/v1/orders/{number}", Security: needsKey(),
		Summary:   "The newest order under a number, whatever its state",
		Responses: problems(h, controlplane.CodeNoOrder, controlplane.CodeKey),
	}, a.getOrder)
	huma.Register(h, huma.Operation{
		OperationID: "close-order", Method: http.MethodDelete, Path: "/v1/orders/{number}", Security: needsKey(), DefaultStatus: http.StatusOK,
		Summary:     "End an order",
		Description: "With ?wait=applied the answer 200 says that the platform was seen to hold the pair no more.",
		Responses:   problems(h, controlplane.CodeNoOrder, controlplane.CodeKey),
	}, a.closeOrder)
	huma.Register(h, huma.Operation{
		OperationID: "list-orders", Method: http.MethodGet, Path: "/v1/orders", Security: needsKey(),
		Summary:   "Orders, newest first",
		Responses: problems(h, controlplane.CodeKey),
	}, a.listOrders)
}

func (a *api) putOrder(ctx context.Context, in *putOrderInput) (*orderOutput, error) {
	draft, err := a.ReadDraft(in.RawBody)
	if err != nil {
		return nil, a.fail(err)
	}
	o, err := a.Orders.Put(ctx, tenantOf(ctx), in.Number, draft)
	return a.answer(ctx, o, err, in.Wait)
}

func (a *api) getOrder(ctx context.Context, in *NumberParam) (*orderOutput, error) {
	o, err := a.Orders.Get(ctx, tenantOf(ctx), in.Number)
	return a.answer(ctx, o, err, "")
}

func (a *api) closeOrder(ctx context.Context, in *closeOrderInput) (*orderOutput, error) {
	o, err := a.Orders.Close(ctx, tenantOf(ctx), in.Number)
	return a.answer(ctx, o, err, in.Wait)
}

// answer shows an order, after waiting for the platform if that was asked for.
func (a *api) answer(ctx context.Context, o controlplane.Order, err error, wait string) (*orderOutput, error) {
	if err != nil {
		return nil, a.fail(err)
	}
	if wait == "" {
		return &orderOutput{http.StatusOK, showOrder(o)}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, waitTime)
	defer cancel()
	newest, applied, err := a.Orders.Await(ctx, o)
	if err != nil {
		return nil, a.fail(err)
	}
	if !applied {
		return &orderOutput{http.StatusAccepted, showOrder(newest)}, nil
	}
	return &orderOutput{http.StatusOK, showOrder(newest)}, nil
}

type listOrdersInput struct {
	PageParams
	State string `query:"state" enum:"active,closed,expired" doc:"all states unless given"`
}

type ordersOutput struct {
	Body struct {
		Orders []Order `json:"orders" doc:"newest first"`
		Next   string  `json:"next,omitempty" doc:"the cursor of the next page, when there is one"`
	}
}

func (a *api) listOrders(ctx context.Context, in *listOrdersInput) (*ordersOutput, error) {
	before, err := in.after(orderCursor)
	if err != nil {
		return nil, a.fail(err)
	}
	list, err := a.Orders.List(ctx, controlplane.OrderQuery{Tenant: tenantOf(ctx), State: controlplane.State(in.State), Before: before, Limit: in.Limit + 1})
	if err != nil {
		return nil, a.fail(err)
	}
	out := &ordersOutput{}
	out.Body.Orders = []Order{}
	for _, o := range list[:min(len(list), in.Limit)] {
		out.Body.Orders = append(out.Body.Orders, showOrder(o))
	}
	if len(list) > in.Limit {
		out.Body.Next = cursor(orderCursor, list[in.Limit-1].ID)
	}
	return out, nil
}
