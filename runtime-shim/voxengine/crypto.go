package voxengine

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strings"

	"github.com/dop251/goja"
)

// cryptoFuncs is the namespace Crypto. Results are lower-case hexadecimal; the
// declarations only say that they are strings.
var cryptoFuncs = map[string]hostFunc{
	"md5":    digest(md5.New),
	"sha1":   digest(sha1.New),
	"sha256": digest(sha256.New),
	"hmac_sha256": func(s *Session, call goja.FunctionCall) goja.Value {
		h := hmac.New(sha256.New, []byte(s.joined(call.Argument(0))))
		h.Write([]byte(s.joined(call.Argument(1))))
		return s.vm.ToValue(hex.EncodeToString(h.Sum(nil)))
	},
}

func digest(newHash func() hash.Hash) hostFunc {
	return func(s *Session, call goja.FunctionCall) goja.Value {
		h := newHash()
		h.Write([]byte(s.joined(call.Argument(0))))
		return s.vm.ToValue(hex.EncodeToString(h.Sum(nil)))
	}
}

// joined reads a string, or an array of strings as their concatenation.
func (s *Session) joined(v goja.Value) string {
	o, ok := v.(*goja.Object)
	if !ok || o.ClassName() != "Array" {
		return text(v)
	}
	var all strings.Builder
	s.vm.ForOf(o, func(item goja.Value) bool {
		all.WriteString(text(item))
		return true
	})
	return all.String()
}
