package voxengine

import (
	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// declared returns what the platform's declarations say about a member that is
// not emulated in depth: constants as they are, functions and classes as
// something that says so when it is used. nil if there is no such member.
func (s *Session) declared(owner, key string) goja.Value {
	if owner == "" {
		return s.declaredSymbol(key)
	}
	if v := s.declaredSymbol(owner + "." + key); v != nil {
		return v
	}
	symbol, ok := facts.Lookup(owner)
	if !ok {
		return nil
	}
	member, ok := symbol.Member(key)
	switch {
	case !ok:
		return nil
	case member.Called:
		return s.refusal(owner + "." + key)
	case member.Value != nil:
		return s.vm.ToValue(member.Value)
	case symbol.Kind == facts.Class:
		panic(s.refused(owner + "." + key)) // a field, which cannot refuse later
	}
	return s.refusal(owner + "." + key)
}

func (s *Session) declaredSymbol(name string) goja.Value {
	symbol, ok := facts.Lookup(name)
	if !ok || !s.available(symbol.Module) {
		return nil
	}
	if symbol.Kind == facts.Class {
		class := s.refusal(name)
		must(class.DefineDataProperty("prototype", s.object(name), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
		return class
	}
	return s.object(name)
}

// refusal is a function that only says that it is not there.
func (s *Session) refusal(name string) *goja.Object {
	return s.vm.ToValue(func(goja.ConstructorCall) *goja.Object { panic(s.refused(name)) }).(*goja.Object)
}

func (s *Session) refused(name string) goja.Value {
	return s.newError("%s is not emulated yet; the platform has it, so test this part of the scenario there", name)
}

func declaredMembers(owner string) []string {
	if owner == "" {
		owner = facts.Global
	}
	symbol, ok := facts.Lookup(owner)
	if !ok {
		return nil
	}
	names := make([]string, 0, len(symbol.Members))
	for _, member := range symbol.Members {
		names = append(names, member.Name)
	}
	return names
}
