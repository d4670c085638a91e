package check

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
)

// TestPressed: which keys callers are told to press, in the languages that are understood.
func TestPressed(t *testing.T) {
	for _, c := range []struct{ language, text, keys string }{
		{"en-US", "For sales press 1, for support press 2.", "12"},
		{"en-GB", "Press one or two, or the hash key.", "12#"},
		{"en-US", "We have 3 offices. Press any key.", ""},
		{"en-US", "Press {key} or 2.", ""},
		{"en-US", "Press a key from 3 to 5.", "345"},
		{"en-US", "Press 12.", ""},
		{"de-DE", "Drücken Sie bitte die Eins oder die Rautetaste.", "1#"},
		{"es-ES", "Pulse la tecla 4 o asterisco.", "4*"},
		{"fr-FR", "Appuyez sur la touche 0, ou dièse.", "0#"},
		{"ru-RU", "Нажмите на клавишу 5 или решётку.", "5#"},
	} {
		var report diag.List
		tpl := expr.ParseTemplate(source.PlainText(source.NewFile("x", c.text), 0, c.text), &report)
		s, ok := speechOf(c.language)
		if got := strings.Join(s.pressed(tpl), ""); !ok || got != c.keys {
			t.Errorf("%s %q: keys %q, want %q", c.language, c.text, got, c.keys)
		}
	}
	if _, ok := speechOf("ja-JP"); ok {
		t.Error("prompts that are not understood are judged")
	}
}
