package deploy

import (
	"fmt"
	"io"
	"log/slog"
)

// Hidden is a text that nothing prints: not fmt, not slog, not encoding/json.
type Hidden string

const hiddenText = "(hidden)"

// Reveal returns the text, for sending it to where it belongs.
func (h Hidden) Reveal() string { return string(h) }

// Format prints that there is something.
func (Hidden) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, hiddenText) }

// String says that there is something.
func (Hidden) String() string { return hiddenText }

// LogValue says that there is something.
func (Hidden) LogValue() slog.Value { return slog.StringValue(hiddenText) }

// MarshalText says that there is something.
func (Hidden) MarshalText() ([]byte, error) { return []byte(hiddenText), nil }
