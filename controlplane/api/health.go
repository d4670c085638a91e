package api

import (
	"net/http"
)

// health is the answer of the health resources.
type health struct {
	Status string `json:"status"`
}

// live answers as long as the process does.
func (a *api) live(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, "application/json", health{"alive"})
}

// ready answers 200 when orders and results can be kept. A platform that is
// away does not make the service unready: orders are accepted and applied later.
func (a *api) ready(w http.ResponseWriter, r *http.Request) {
	if err := a.Ready(r.Context()); err != nil {
		a.Log.Error("not ready", "err", err)
		writeJSON(w, http.StatusServiceUnavailable, "application/json", health{"not ready"})
		return
	}
	writeJSON(w, http.StatusOK, "application/json", health{"ready"})
}
