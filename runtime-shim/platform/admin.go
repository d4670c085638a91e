package platform

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
)

// maxAdminBody is the largest request to /emulator/ in bytes.
const maxAdminBody = 1 << 20

// admin serves what the platform does not have: it is for tests and
// demonstrations, guarded by AdminToken and answered on this machine only.
func (p *Platform) admin() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /emulator/v1/calls", p.placeCall)
	mux.HandleFunc("PUT /emulator/v1/people", p.replacePeople)
	mux.HandleFunc("GET /emulator/v1/sessions", p.serveSessions)
	mux.HandleFunc("GET /emulator/v1/sessions/{id}/trace", p.serveTrace)
	mux.HandleFunc("GET /emulator/v1/faults", p.serveFaults)
	mux.HandleFunc("PUT /emulator/v1/faults", p.replaceFaults)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		switch {
		case !isLocal(r.RemoteAddr):
			refuse(w, http.StatusForbidden, codeFar+": /emulator/ is answered on the machine of the emulator only")
		case !same(token, p.account.AdminToken):
			refuse(w, http.StatusUnauthorized, codeToken+": the Authorization header must be Bearer and the emulator's admin token")
		default:
			r.Body = http.MaxBytesReader(w, r.Body, maxAdminBody)
			mux.ServeHTTP(w, r)
		}
	})
}

func isLocal(address string) bool {
	host, _, err := net.SplitHostPort(address)
	return err == nil && net.ParseIP(host).IsLoopback()
}

func (p *Platform) serveFaults(w http.ResponseWriter, _ *http.Request) {
	respond(w, http.StatusOK, p.Faults())
}

func (p *Platform) replaceFaults(w http.ResponseWriter, r *http.Request) {
	var list []Fault
	if err := read(r, &list); err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	if err := p.SetFaults(list...); err != nil {
		refuse(w, http.StatusUnprocessableEntity, err.Error())
		return
	}
	respond(w, http.StatusOK, p.Faults())
}

// read takes a JSON body without unknown fields. Errors: RF6405.
func read(r *http.Request, into any) error {
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("%s: the body is not as expected: %w", codeBody, err)
	}
	return nil
}

func respond(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// refusal is the body of every failed request to /emulator/; the text begins
// with the error's code.
type refusal struct {
	Error string `json:"error"`
}

func refuse(w http.ResponseWriter, status int, text string) { respond(w, status, refusal{text}) }
