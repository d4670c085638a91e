package controlplane

import "net/http"

// Code is the stable name of a kind of problem. A code never changes its
// meaning and is never used again.
type Code string

// The codes of the control plane; Kinds says what each of them means.
const (
	CodeNotJSON         Code = "RF7001"
	CodeFields          Code = "RF7002"
	CodeTooLarge        Code = "RF7003"
	CodeContentType     Code = "RF7004"
	CodeNoRoute         Code = "RF7005"
	CodeMethod          Code = "RF7006"
	CodeQuery           Code = "RF7007"
	CodeKey             Code = "RF7010"
	CodeNoOrder         Code = "RF7020"
	CodeNumber          Code = "RF7021"
	CodeSignature       Code = "RF7030"
	CodeSignatureTime   Code = "RF7031"
	CodeSignatureHeader Code = "RF7032"
	CodeReportID        Code = "RF7033"
	CodeReportReused    Code = "RF7034"
	CodeConfig          Code = "RF7040"
	CodeStore           Code = "RF7050"
	CodeInternal        Code = "RF7051"
)

// Kind is what all problems of one code have in common. Answers and documents
// are written from it; what is wrong this time stands in the problem itself.
type Kind struct {
	Code   Code
	Status int    // of the HTTP answer; 0 for a problem that no request can have
	Title  string // the same for every problem of the kind
	Means  string // when it comes, and what holds then; whole sentences
	Todo   string // the way out
	Right  string // an example of what works, "" where words say it
}

// Kind returns the row of the table for c. An unknown code counts as CodeInternal.
func (c Code) Kind() Kind {
	kinds := Kinds()
	for _, k := range kinds {
		if k.Code == c {
			return k
		}
	}
	return kinds[len(kinds)-1]
}

// Kinds returns the table of all problems of the service, in the order of their
// codes. Packages deploy and voximplant have tables of their own.
func Kinds() []Kind {
	return []Kind{
		{
			Code: CodeNotJSON, Status: http.StatusBadRequest, Title: "the body is not a JSON object",
			Means: "The body is empty, breaks off, holds something else than one JSON object, or has more behind it. " +
				"The detail names line and byte where the JSON breaks, and nothing that was sent. Nothing was kept.",
			Todo: "Send one JSON object. A body that was put together by hand is best written by a JSON library instead: " +
				"quotes and line ends inside a text are the usual cause.",
		}, {
			Code: CodeFields, Status: http.StatusUnprocessableEntity, Title: "some fields cannot be accepted",
			Means: "The body is JSON, and at least one field is missing, is of another type, has a value that cannot be used, or is not known. " +
				"All of them are listed, each with its place (a JSON pointer) and what is wanted there. What was sent is not repeated, because it may be a person's number. " +
				"A call result has every field that the flow's `result` declares, all of them texts, and no other. Nothing was kept.",
			Todo: "Correct every field that is listed. For an order, courier and client are two different numbers that can be called, best in " +
				"international form; a national spelling needs `--region`.",
			Right: `PUT /v1/orders/12345
{"courier": "+12222222222", "client": "+13333333333", "expires_in": 172800}`,
		}, {
			Code: CodeTooLarge, Status: http.StatusRequestEntityTooLarge, Title: "the body is too large",
			Means: "An order takes 16 KB at most, a call result 64 KB. Nothing was kept.",
			Todo:  "Send the documented fields alone.",
		}, {
			Code: CodeContentType, Status: http.StatusUnsupportedMediaType, Title: "the body has another content type than application/json",
			Means: "The header Content-Type says something else, or is missing, and the body was not read.",
			Todo:  "Send the header `Content-Type: application/json`.",
		}, {
			Code: CodeNoRoute, Status: http.StatusNotFound, Title: "there is no such resource",
			Means: "The path of the request is none of the service's.",
			Todo:  "Compare the path with `/openapi.json` of the running service.",
		}, {
			Code: CodeMethod, Status: http.StatusMethodNotAllowed, Title: "the resource does not have this method",
			Means: "The path is right, and the resource cannot do what the method asks for: orders have PUT, GET and DELETE, call results are posted.",
			Todo:  "Use a method that `/openapi.json` of the running service lists for this path.",
		}, {
			Code: CodeQuery, Status: http.StatusUnprocessableEntity, Title: "some parameters of the address cannot be accepted",
			Means: "A parameter behind the `?` has a value that cannot be used. All of them are listed with what is wanted.",
			Todo: "Correct the parameters that are listed. A cursor is the `next` of the page before, unchanged, and belongs to the same list; " +
				"moments look like `2030-01-31T12:00:00Z`.",
		}, {
			Code: CodeKey, Status: http.StatusUnauthorized, Title: "a valid API key is needed",
			Means: "The request has no key, or one that the service does not know. The service makes a key on its first start and keeps it in the file " +
				"`api.key` of its data folder, unless it was given one.",
			Todo: "Send the key as a bearer token. Commands of ringflow take it from `RINGFLOW_API_KEY` or `--api-key-file`.",
			Right: `export RINGFLOW_API_KEY=$(cat ringflow-data/api.key)
curl http://127.0.0.1:8581/v1/orders -H "Authorization: Bearer $RINGFLOW_API_KEY"`,
		}, {
			Code: CodeNoOrder, Status: http.StatusNotFound, Title: "no order has this number",
			Means: "No order was ever posted under this number, or it was posted with another tenant's key. An order that was closed or has expired is still there.",
			Todo:  "Compare the number with what was posted, zeros in front included: `ringflow orders list`.",
		}, {
			Code: CodeNumber, Status: http.StatusUnprocessableEntity, Title: "no caller could ever reach an order with this number",
			Means: "The deployed flow looks orders up by what a caller types, and its manifest says how long that is and which keys it may have. " +
				"Under this number the order would wait for a call that cannot come. Without a manifest the platform's own rule for storage keys counts. Nothing was kept.",
			Todo: "Choose a number as the problem describes it. If the flow has changed, start the service with the manifest of the flow that is deployed: " +
				"`--manifest dist/manifest.json`.",
		}, {
			Code: CodeSignature, Status: http.StatusUnauthorized, Title: "the signature does not match the body",
			Means: "None of the service's secrets makes this signature from the id, the timestamp and the body. Either the scenario signs with another secret, " +
				"or something on the way changed the body. Nothing was kept.",
			Todo: "Deploy the secret that the service has: `webhook.secret` in its data folder, or `RINGFLOW_WEBHOOK_SECRETS`. Whoever signs by another program " +
				"compares it with the example; the key of the HMAC is what the base64 behind `whsec_` stands for.",
			Right: `secret             whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=
webhook-id         7-1
webhook-timestamp  1767225600
body               {"order_number":"12345"}
webhook-signature  v1,LPelLmtNfMZZwOokbEh98vnzQDF4eVlLG6BaZcAGbOg=`,
		}, {
			Code: CodeSignatureTime, Status: http.StatusUnauthorized, Title: "the signature is too old or from the future",
			Means: "The timestamp is more than 300 s away from the service's clock, or is not in Unix seconds. An old request that somebody sends again looks the same, so it is refused.",
			Todo:  "Set the clock of the machine that the service runs on. Sign every attempt anew, with the time of the attempt.",
		}, {
			Code: CodeSignatureHeader, Status: http.StatusUnauthorized, Title: "the request is not signed",
			Means: "At least one of the headers webhook-id, webhook-timestamp and webhook-signature is missing. Nothing was kept. A flow signs its report when the report has `sign:` and names a secret.",
			Todo:  "Give the flow's report `sign:` and the environment the secret. Whoever posts by another program sends the three headers of Standard Webhooks.",
		}, {
			Code: CodeReportID, Status: http.StatusUnprocessableEntity, Title: "the id of the call result cannot be accepted",
			Means: "A call result counts once, and its id decides what is the same: 1 to 200 letters, digits, dots, underscores and hyphens.",
			Todo:  "Send such an id in webhook-id: the session and a number in it, as `7-1`.",
		}, {
			Code: CodeReportReused, Status: http.StatusConflict, Title: "this id was used for another call result",
			Means: "A call result with this id and another body is here already. One of the two would be lost, so the first one stays and the second is refused. " +
				"The same body under the same id is no problem: it was sent again, and counts once.",
			Todo: "Give every call result an id of its own, and send it again only as it was.",
		}, {
			Code: CodeConfig, Title: "the configuration of the service cannot be used",
			Means: "The service does not start. Everything that is wrong with flags, variables, the configuration file and the files that they name comes in one message; " +
				"no secret is in it.",
			Todo:  "Correct what is listed. A flag beats a variable, a variable beats the file of `--config`, in which the names are those of the variables, in small letters and without `RINGFLOW_`.",
			Right: `{"application": "masking", "credentials": "credentials.json", "region": "US", "rate": "50"}`,
		}, {
			Code: CodeStore, Status: http.StatusServiceUnavailable, Title: "the service cannot store anything at the moment",
			Means: "The database did not take the change, and so nothing was changed. The usual causes are a full disk and a disk that fails. " +
				"The log of the service has the cause.",
			Todo: "Repeat the request later; every request may be repeated. Look at the disk of the data folder and at the service's log.",
		}, {
			Code: CodeInternal, Status: http.StatusInternalServerError, Title: "the service failed",
			Means: "Something happened that the service does not expect. What it was stands in its log, with numbers masked. Whether the request took effect is not known.",
			Todo:  "Repeat the request, which is safe. If it comes again, the line of the log is what a report of the mistake needs.",
		},
	}
}
