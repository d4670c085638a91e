package voximplant

import (
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"
)

// values turns a struct of parameters into what is sent. A field is sent under
// its tag unless it is zero; a pointer is sent unless it is nil, so that a
// parameter whose default is true can be set to false. Lists are joined with
// semicolons, the only separator that the platform takes.
func values(params any) url.Values {
	out := url.Values{}
	v := reflect.ValueOf(params)
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Tag.Get("param"), v.Field(i)
		if f.IsZero() {
			continue
		}
		if f.Kind() == reflect.Pointer {
			f = f.Elem()
		}
		out.Set(name, text(f))
	}
	return out
}

func text(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = text(v.Index(i))
		}
		return strings.Join(parts, ";")
	default:
		panic(fmt.Sprintf("voximplant: no parameter is of type %s", v.Type()))
	}
}
