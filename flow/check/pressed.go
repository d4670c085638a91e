package check

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/ringflow/ringflow/flow/expr"
)

// speech is how a language tells a caller to press keys, and that a call is
// recorded. Words are in lower case.
type speech struct {
	press    []string // the verb: "press"
	between  []string // what may stand between the verb and the key: "the", "key"
	and      []string // what joins keys: "or"
	through  []string // what joins the first and the last of several keys
	keys     map[string]string
	recorded []string // parts of words
}

// speeches are the languages whose prompts are understood, by their first letters.
// Prompts of other languages are not judged.
var speeches = sync.OnceValue(func() map[string]speech {
	return map[string]speech{
		"en": {
			press: []string{"press", "dial", "hit"}, between: []string{"the", "a", "key", "button", "number", "digit", "from"}, and: []string{"or", "and"}, through: []string{"to", "through"},
			keys: map[string]string{"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
				"nine": "9", "star": "*", "asterisk": "*", "pound": "#", "hash": "#"},
			recorded: []string{"record"},
		},
		"de": {
			press: []string{"drücken", "drücke", "wählen", "wähle"}, between: []string{"sie", "die", "eine", "taste", "bitte", "von"}, and: []string{"oder", "und"}, through: []string{"bis"},
			keys: map[string]string{"null": "0", "eins": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5", "sechs": "6", "sieben": "7", "acht": "8",
				"neun": "9", "stern": "*", "sterntaste": "*", "raute": "#", "rautetaste": "#"},
			recorded: []string{"aufgezeichnet", "aufzeichn", "aufgenommen", "mitgeschnitten"},
		},
		"es": {
			press: []string{"pulse", "pulsa", "presione", "presiona", "oprima", "marque", "marca"}, between: []string{"la", "el", "una", "tecla", "número", "del"}, and: []string{"o", "y"}, through: []string{"a", "al"},
			keys: map[string]string{"cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8",
				"nueve": "9", "asterisco": "*", "estrella": "*", "almohadilla": "#", "numeral": "#"},
			recorded: []string{"graba"},
		},
		"fr": {
			press: []string{"appuyez", "tapez", "faites", "composez"}, between: []string{"sur", "la", "le", "une", "touche", "de"}, and: []string{"ou", "et"}, through: []string{"à"},
			keys: map[string]string{"zéro": "0", "un": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7", "huit": "8",
				"neuf": "9", "étoile": "*", "dièse": "#"},
			recorded: []string{"enregistr"},
		},
		"ru": {
			press: []string{"нажмите", "наберите"}, between: []string{"на", "клавишу", "кнопку", "цифру", "от", "с"}, and: []string{"или", "и"}, through: []string{"до", "по"},
			keys: map[string]string{"ноль": "0", "один": "1", "единицу": "1", "два": "2", "двойку": "2", "три": "3", "тройку": "3", "четыре": "4", "пять": "5",
				"шесть": "6", "семь": "7", "восемь": "8", "девять": "9", "звёздочку": "*", "звездочку": "*", "решётку": "#", "решетку": "#"},
			recorded: []string{"запис"},
		},
	}
})

// speechOf returns how a language speaks; ok is false for one that is not understood.
func speechOf(language string) (s speech, ok bool) {
	first, _, _ := strings.Cut(language, "-")
	s, ok = speeches()[strings.ToLower(first)]
	return s, ok
}

// pressed lists the keys that a text tells the caller to press, each once: a key
// counts behind the verb alone, so that "we have 3 offices" names none.
func (s speech) pressed(t *expr.Template) []string {
	var out []string
	words := spokenWords(t)
	for i := 0; i < len(words); i++ {
		if !slices.Contains(s.press, words[i]) {
			continue
		}
		for i++; i < len(words) && slices.Contains(s.between, words[i]); i++ {
		}
		for i < len(words) {
			key, ok := s.key(words[i])
			if !ok {
				break
			}
			i++
			last := key
			if i+1 < len(words) && slices.Contains(s.through, words[i]) {
				if to, ok := s.key(words[i+1]); ok {
					last, i = to, i+2
				}
			}
			for k := key[0]; k <= max(key[0], last[0]); k++ {
				if !slices.Contains(out, string(k)) {
					out = append(out, string(k))
				}
			}
			for i < len(words) && (words[i] == "," || slices.Contains(s.and, words[i]) || slices.Contains(s.between, words[i])) {
				i++
			}
		}
		i--
	}
	return out
}

// mentioned lists the keys that a text names in any way, as in "press 1 for sales,
// 2 for support" and "press a key, from 1 for bad to 5 for good".
func (s speech) mentioned(t *expr.Template) string {
	keys, last, through := "", "", false
	for _, w := range spokenWords(t) {
		key, ok := s.key(w)
		if !ok {
			through = through || slices.Contains(s.through, w)
			continue
		}
		first := key[0]
		if through && last != "" {
			first = min(last[0], first)
		}
		for k := first; k <= key[0]; k++ {
			keys += string(k)
		}
		last, through = key, false
	}
	return keys
}

func (s speech) key(word string) (string, bool) {
	if len(word) == 1 && strings.Contains("0123456789*#", word) {
		return word, true
	}
	key, ok := s.keys[word]
	return key, ok
}

// spokenWords splits a text into words in lower case, keys and commas. A hole is a
// word that nothing knows.
func spokenWords(t *expr.Template) []string {
	var out []string
	for _, p := range t.Parts {
		if p.Hole != nil {
			out = append(out, "")
			continue
		}
		from := -1
		for i, r := range p.Text + " " {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				if from < 0 {
					from = i
				}
				continue
			}
			if from >= 0 {
				out, from = append(out, strings.ToLower(p.Text[from:i])), -1
			}
			if strings.ContainsRune("*#,", r) {
				out = append(out, string(r))
			}
		}
	}
	return out
}

// tellsOfRecording reports whether a text says that the call is recorded.
func (s speech) tellsOfRecording(t *expr.Template) bool {
	return slices.ContainsFunc(spokenWords(t), func(w string) bool {
		return slices.ContainsFunc(s.recorded, func(part string) bool { return strings.Contains(w, part) })
	})
}
