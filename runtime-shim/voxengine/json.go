package voxengine

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/dop251/goja"
)

// asJSON writes a value of the script as JSON; it throws what that throws.
func (s *Session) asJSON(v goja.Value) string {
	if o, ok := v.(*goja.Object); ok {
		raw, err := o.MarshalJSON()
		thrown(v, err)
		return string(raw)
	}
	raw, err := json.Marshal(v.Export())
	if err != nil { // a number that JSON does not have
		return "null"
	}
	return string(raw)
}

// fromJSON makes objects of JSON, with their members in its order.
func (s *Session) fromJSON(text string) (goja.Value, error) {
	return s.readFields(text, func(_ *Session, key string, v goja.Value) (string, goja.Value) { return key, v })
}

// member is how a member in JSON appears in an object: its name and value.
type member func(s *Session, key string, v goja.Value) (string, goja.Value)

// readFields is fromJSON with members that appear in another way.
func (s *Session) readFields(text string, as member) (goja.Value, error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	v, err := s.readJSON(decoder, as)
	if err != nil {
		return nil, fmt.Errorf("%q is not JSON: %w", text, err)
	}
	return v, nil
}

func (s *Session) readJSON(decoder *json.Decoder, as member) (goja.Value, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		var items []any
		for decoder.More() {
			item, err := s.readJSON(decoder, as)
			if err != nil {
				return nil, err
			}
			items = append(items, item)
		}
		_, err := decoder.Token()
		return s.vm.NewArray(items...), err
	case json.Delim('{'):
		o := s.vm.NewObject()
		for decoder.More() {
			key, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			value, err := s.readJSON(decoder, as)
			if err != nil {
				return nil, err
			}
			name, value := as(s, fmt.Sprint(key), value)
			s.set(o, name, value)
		}
		_, err := decoder.Token()
		return o, err
	}
	return s.vm.ToValue(token), nil
}
