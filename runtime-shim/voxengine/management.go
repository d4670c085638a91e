package voxengine

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// Management is the platform's Management API as scripts reach it by
// VoximplantAPI.Client.
type Management interface {
	// Call calls a method, such as GetUsers, with parameters as the API has them.
	// The body of the response is JSON; a negative Code means that there is none.
	Call(method string, parameters []Header) Response
}

// noManagement is a network without the API.
type noManagement struct{}

func (noManagement) Call(string, []Header) Response {
	return Response{Code: facts.HTTPNoHost, Err: "the session has no network"}
}

const managementAddress = "https://api.voximplant.com/platform_api/"

// managementLibrary is the class and the namespaces of its objects, by the facts.
func managementLibrary(out map[string]namespace) {
	var spaces []string
	for space, methods := range facts.Management() {
		spaces = append(spaces, space)
		funcs := map[string]hostFunc{}
		for _, method := range methods {
			funcs[method] = managing(strings.ToUpper(method[:1]) + method[1:])
		}
		out[facts.ManagementModule+"."+space] = namespace{funcs: funcs}
	}
	out[facts.ManagementClient] = namespace{names: spaces, more: func(s *Session, key string) goja.Value {
		if _, ok := facts.Management()[key]; ok {
			return s.object(facts.ManagementModule + "." + key)
		}
		return nil
	}}
	out[facts.ManagementModule] = namespace{more: func(s *Session, key string) goja.Value {
		if key != "Client" || !s.available(facts.ManagementModule) {
			return nil
		}
		prototype := s.object(facts.ManagementClient)
		class := s.vm.ToValue(func(goja.ConstructorCall) *goja.Object { return s.vm.CreateObject(prototype) }).(*goja.Object)
		must(class.DefineDataProperty("prototype", prototype, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
		return class
	}}
}

// managing is a method of the API: it takes one object and returns a promise.
func managing(method string) hostFunc {
	return func(s *Session, call goja.FunctionCall) goja.Value {
		parameters := s.managementParameters(call.Argument(0))
		p := s.promise()
		if s.phase != phaseRunning {
			s.note("VoximplantAPI: %s is not called, the session ends", method)
			return p.value
		}
		var response Response
		s.watchdog.outside(func() { response = s.opts.Management.Call(method, parameters) })
		s.trace(Event{Kind: KindHTTP, Method: "POST", URL: managementAddress + method, Code: response.Code, Ms: response.Latency, Error: response.Err})
		p.settle(ownerStorage, response.Latency, func() error {
			if response.Code <= 0 {
				return p.reject(s.newError("VoximplantAPI: %s failed: %s", method, response.Err))
			}
			answer, err := s.readFields(response.Body, managementField)
			if err != nil {
				return p.reject(s.newError("VoximplantAPI: %s answered what is no JSON", method))
			}
			return p.resolve(answer)
		})
		return p.value
	}
}

// managementParameters writes {applicationId: 1, userId: [1, 2]} as the API takes it:
// application_id=1 user_id=1;2.
func (s *Session) managementParameters(given goja.Value) []Header {
	o, ok := given.(*goja.Object)
	if !ok {
		return nil
	}
	var out []Header
	for _, key := range o.Keys() {
		if v := option(o, key); v != nil {
			out = append(out, Header{snake(key), s.managementText(v)})
		}
	}
	return out
}

func (s *Session) managementText(v goja.Value) string {
	o, ok := v.(*goja.Object)
	if !ok {
		return v.String()
	}
	if at, ok := o.Export().(time.Time); ok {
		return at.UTC().Format(time.DateTime)
	}
	if o.ClassName() == "Array" {
		return strings.Join(s.strings(v), ";")
	}
	return s.asJSON(v)
}

// snake writes applicationId as application_id.
func snake(name string) string {
	var out strings.Builder
	lower := false // the letter before is not upper case
	for _, r := range name {
		if unicode.IsUpper(r) && lower {
			out.WriteByte('_')
		}
		lower = !unicode.IsUpper(r) && r != '_'
		out.WriteRune(unicode.ToLower(r))
	}
	return out.String()
}

// camel writes application_id as applicationId.
func camel(name string) string {
	parts := strings.Split(name, "_")
	for i, part := range parts[1:] {
		if part != "" {
			parts[i+1] = strings.ToUpper(part[:1]) + part[1:]
		}
	}
	return strings.Join(parts, "")
}

// managementField is how a field of an answer appears in scripts: by its name
// there, and dates as Date (declarations).
func managementField(s *Session, key string, v goja.Value) (string, goja.Value) {
	name := camel(key)
	text, ok := v.(goja.String)
	if !ok || !facts.IsManagementDate(name) {
		return name, v
	}
	for _, layout := range []string{time.DateTime, time.DateOnly} {
		if at, err := time.Parse(layout, fmt.Sprint(text)); err == nil {
			date, err := s.vm.New(s.vm.GlobalObject().Get("Date"), s.vm.ToValue(at.UnixMilli()))
			return name, thrown(date, err)
		}
	}
	return name, v
}
