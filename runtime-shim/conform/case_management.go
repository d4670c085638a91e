package conform

import (
	"encoding/json"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// managementCases are the Management API in scripts.
func managementCases() []Case {
	return []Case{
		{Name: "management-methods", Says: "VoximplantAPI.Client has every method of the Management API in its namespace; each returns a promise of its answer", Known: Declaration, Where: typings, Managed: true},
		{Name: "management-names", Says: "names are written in camel case in scripts, lists are lists, and dates are dates", Known: Declaration, Where: typings, Managed: true},
		{Name: "management-unreachable", Says: "a call that gets no answer rejects", Known: Assumption, Where: nowhere},
		{Name: "management-require", Says: "without require(Modules.VoximplantAPI) there is no VoximplantAPI", Known: Assumption, Where: "comments say that require is needed", Switch: "missing-require"},
	}
}

// manager is a Management API that answers with what it was asked.
type manager struct{}

func (manager) Call(method string, parameters []voxengine.Header) voxengine.Response {
	asked := map[string]string{}
	for _, parameter := range parameters {
		asked[parameter.Key] = parameter.Value
	}
	body, err := json.Marshal(map[string]any{
		"result": method, "total_count": 1, "parameters": asked,
		"users": []any{map[string]any{"user_id": 1, "created": "2026-01-31 23:59:59", "user_name": "ann"}},
	})
	if err != nil {
		return voxengine.Response{Code: -1, Err: err.Error()}
	}
	return voxengine.Response{Code: 200, Body: string(body), Latency: 100}
}
