package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/ringflow/ringflow/controlplane"
)

// The headers of Standard Webhooks.
const (
	headerID        = "Webhook-Id"
	headerTimestamp = "Webhook-Timestamp"
	headerSignature = "Webhook-Signature"
)

// Tolerance is how far the time of a signature may be from the clock of the
// service, before and after.
const Tolerance = 300 * time.Second

// mostSignatures bounds the work that one request can ask for.
const mostSignatures = 8

// longestID is the longest id of a request, in characters.
const longestID = 200

// Verifier checks signatures.
type Verifier struct {
	Secrets []Secret // one, or two while they are changed
	Now     func() time.Time
}

// Verify returns the id of a request that was signed with one of the secrets at
// about this time, and a Problem for any other. A signature proves nothing about
// repetition: the same request may come again, and its id says so.
func (v *Verifier) Verify(h http.Header, body []byte) (id string, err error) {
	id, stamp, signatures := h.Get(headerID), h.Get(headerTimestamp), strings.Fields(h.Get(headerSignature))
	if id == "" || stamp == "" || len(signatures) == 0 {
		return "", controlplane.Problemf(controlplane.CodeSignatureHeader, "wanted the headers webhook-id, webhook-timestamp and webhook-signature")
	}
	if !validID(id) {
		return "", controlplane.Problemf(controlplane.CodeReportID, "wanted 1 to %d letters, digits and . _ - in webhook-id", longestID)
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return "", controlplane.Problemf(controlplane.CodeSignatureTime, "wanted Unix seconds in webhook-timestamp")
	}
	if off := v.Now().Unix() - seconds; off > int64(Tolerance/time.Second) || off < -int64(Tolerance/time.Second) {
		return "", controlplane.Problemf(controlplane.CodeSignatureTime, "wanted a signature of the last %s; if it is fresh, one of the clocks is wrong", Tolerance)
	}
	for _, s := range v.Secrets {
		if s.matches(id, stamp, body, signatures) {
			return id, nil
		}
	}
	return "", controlplane.Problemf(controlplane.CodeSignature, "wanted v1 and the HMAC-SHA256 of id.timestamp.body under the shared secret")
}

func validID(id string) bool {
	return len(id) <= longestID && strings.IndexFunc(id, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._-", r))
	}) < 0
}

// matches reports whether one of the signatures is right, in the same time
// whichever it is.
func (s Secret) matches(id, stamp string, body []byte, signatures []string) (ok bool) {
	want := s.sign(id, stamp, body)
	for _, signature := range signatures[:min(len(signatures), mostSignatures)] {
		version, coded, _ := strings.Cut(signature, ",")
		got, err := base64.StdEncoding.DecodeString(coded)
		if hmac.Equal(got, want) && version == "v1" && err == nil {
			ok = true
		}
	}
	return ok
}

func (s Secret) sign(id, stamp string, body []byte) []byte {
	mac := hmac.New(sha256.New, s.key[:])
	mac.Write([]byte(id + "." + stamp + "."))
	mac.Write(body)
	return mac.Sum(nil)
}

// Sign puts the headers of a signature into h.
func (s Secret) Sign(h http.Header, id string, at time.Time, body []byte) {
	stamp := strconv.FormatInt(at.Unix(), 10)
	h.Set(headerID, id)
	h.Set(headerTimestamp, stamp)
	h.Set(headerSignature, "v1,"+base64.StdEncoding.EncodeToString(s.sign(id, stamp, body)))
}
