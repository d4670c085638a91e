package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"

	"github.com/ringflow/ringflow/controlplane"
)

// maxResultBody is the largest body of a call result, in bytes.
const maxResultBody = 64 << 10

// resultInput is the request as it came: the signature covers every byte.
type resultInput struct {
	ID        string `header:"webhook-id" doc:"of the result; the same id counts once"`
	Timestamp string `header:"webhook-timestamp" doc:"Unix seconds, at most 300 s from the clock of the service"`
	Signature string `header:"webhook-signature" doc:"v1, and the base64 of HMAC-SHA256(id.timestamp.body)"`
	Facts     string `header:"Ringflow-Call" doc:"the object ringflow, when the body has the flow's own fields alone"`
	RawBody   []byte `contentType:"application/json"`
	all       http.Header
}

// Resolve implements huma.Resolver: it takes the headers as they are.
func (in *resultInput) Resolve(ctx huma.Context) []error {
	r, _ := humachi.Unwrap(ctx)
	in.all = r.Header
	return nil
}

type resultOutput struct {
	Body struct {
		ID        string `json:"id"`
		Duplicate bool   `json:"duplicate" doc:"the result was here already; nothing was changed"`
	}
}

func (a *api) resultRoutes(h huma.API) {
	huma.Register(h, huma.Operation{
		OperationID: "post-call-result", Method: http.MethodPost, Path: "/v1/call-results", DefaultStatus: http.StatusOK, MaxBodyBytes: maxResultBody, SkipValidateBody: true,
		Summary:     "Report the result of a call",
		Description: "Sent by scenarios and signed as Standard Webhooks. Kept on disk before the answer; a result that comes again has no effect.",
		Responses: problems(h, controlplane.CodeNotJSON, controlplane.CodeFields, controlplane.CodeContentType, controlplane.CodeTooLarge,
			controlplane.CodeSignature, controlplane.CodeSignatureTime, controlplane.CodeSignatureHeader, controlplane.CodeReportID, controlplane.CodeReportReused),
	}, a.postResult)
	h.OpenAPI().Paths["/v1/call-results"].Post.RequestBody = jsonBody(&huma.Schema{
		Type: "object", AdditionalProperties: &huma.Schema{Type: "string"},
		Properties: map[string]*huma.Schema{"ringflow": {Type: "object", Description: "what the scenario knows about the call"}},
	})
}

func (a *api) postResult(ctx context.Context, in *resultInput) (*resultOutput, error) {
	c, err := a.ReadCall(in.all, in.RawBody)
	if err != nil {
		return nil, a.fail(err)
	}
	out := &resultOutput{}
	out.Body.ID = c.ID
	if out.Body.Duplicate, err = a.Calls.Record(ctx, c); err != nil {
		return nil, a.fail(err)
	}
	return out, nil
}

// jsonBody documents a body that the service reads by itself: the framework
// knows it as bytes, and would validate it in words that repeat values.
func jsonBody(schema *huma.Schema) *huma.RequestBody {
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"application/json": {Schema: schema}}}
}
