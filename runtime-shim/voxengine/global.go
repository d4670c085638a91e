package voxengine

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"
	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// globalFuncs is the platform's global functions.
var globalFuncs = map[string]hostFunc{
	"require":       require,
	"setTimeout":    setTimeout,
	"setInterval":   setInterval,
	"clearTimeout":  clearTimer,
	"clearInterval": clearTimer,
	"trace":         logWrite,
	"base64_encode": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.vm.ToValue(base64.StdEncoding.EncodeToString(s.bytesOf("base64_encode", call.Argument(0))))
	},
	"base64_decode": func(s *Session, call goja.FunctionCall) goja.Value {
		data, err := base64.StdEncoding.DecodeString(text(call.Argument(0)))
		if err != nil {
			panic(s.newError("base64_decode: the text is not base64"))
		}
		return s.byteArray(data)
	},
	"str2bytes": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.byteArray(s.encode("str2bytes", text(call.Argument(0)), call.Argument(1)))
	},
	"bytes2str": func(s *Session, call goja.FunctionCall) goja.Value {
		return s.vm.ToValue(s.decode("bytes2str", s.bytesOf("bytes2str", call.Argument(0)), call.Argument(1)))
	},
	"hex2bytes": func(s *Session, call goja.FunctionCall) goja.Value {
		data, err := hex.DecodeString(text(call.Argument(0)))
		if err != nil {
			panic(s.newError("hex2bytes: the text is not pairs of hexadecimal digits"))
		}
		return s.byteArray(data)
	},
	"bytes2hex": func(s *Session, call goja.FunctionCall) goja.Value {
		digits := hex.EncodeToString(s.bytesOf("bytes2hex", call.Argument(0)))
		if call.Argument(1).ToBoolean() {
			digits = strings.ToUpper(digits)
		}
		return s.vm.ToValue(digits)
	},
	"uuidgen":      func(s *Session, _ goja.FunctionCall) goja.Value { return s.vm.ToValue(s.uuid()) },
	"getLocalTime": localTime,
	"levenshtein_distance": func(s *Session, call goja.FunctionCall) goja.Value {
		a, b := text(call.Argument(0)), text(call.Argument(1))
		if len(a)*len(b) > maxCompared {
			panic(s.newError("levenshtein_distance: texts of %d and %d bytes are too long to compare", len(a), len(b)))
		}
		return s.vm.ToValue(levenshtein(a, b))
	},
}

// maxCompared is the product of the lengths (bytes) of two texts that are
// compared: less than 0.1 s. Nothing can stop a host function under way.
const maxCompared = 25_000_000

// bytesOf reads what the platform's byte functions take: a string, which is
// read as UTF-8, or an array of numbers.
func (s *Session) bytesOf(name string, v goja.Value) []byte {
	o, ok := v.(*goja.Object)
	if !ok {
		return []byte(text(v))
	}
	length := int64(0)
	if l := o.Get("length"); l != nil {
		length = l.ToInteger()
	}
	if length < 0 || length > facts.StringChars {
		panic(s.newError("%s: %d bytes are more than a string can hold", name, length))
	}
	data := make([]byte, length)
	for i := range data {
		if item := o.Get(strconv.Itoa(i)); item != nil {
			data[i] = byte(item.ToInteger())
		}
	}
	return data
}

func (s *Session) byteArray(data []byte) goja.Value {
	items := make([]any, len(data))
	for i, b := range data {
		items[i] = int64(b)
	}
	return s.vm.NewArray(items...)
}

// encode turns text into bytes of an encoding, UTF-8 when none is named.
func (s *Session) encode(name, value string, encoding goja.Value) []byte {
	switch s.encoding(name, encoding) {
	case "latin1":
		var data []byte
		for _, unit := range utf16.Encode([]rune(value)) {
			data = append(data, byte(unit))
		}
		return data
	default:
		return []byte(value)
	}
}

func (s *Session) decode(name string, data []byte, encoding goja.Value) string {
	switch s.encoding(name, encoding) {
	case "latin1":
		var value strings.Builder
		for _, b := range data {
			value.WriteRune(rune(b))
		}
		return value.String()
	default:
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
}

func (s *Session) encoding(name string, v goja.Value) string {
	switch encoding := strings.ToLower(text(v)); encoding {
	case "", "utf-8", "utf8":
		return "utf-8"
	case "latin1", "iso-8859-1", "ascii", "us-ascii":
		return "latin1"
	default:
		panic(s.newError("%s: the encoding %q is not emulated, utf-8 and iso-8859-1 are", name, encoding))
	}
}

// uuid returns a random UUID (version 4) from the session's seed.
func (s *Session) uuid() string {
	var b [16]byte
	for i := range b {
		b[i] = byte(s.random.UintN(256))
	}
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[0:4], b[4:6], b[6:8], b[8:10], b[10:])
}
