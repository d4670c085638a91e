package voximplant

import (
	"encoding/json"
	"fmt"
	"time"
)

// Time is a moment as the platform writes it: "2006-01-02 15:04:05" in UTC.
type Time struct{ time.Time }

// UnmarshalJSON takes null and an empty text for the zero time.
func (t *Time) UnmarshalJSON(raw []byte) error {
	var text *string
	if err := json.Unmarshal(raw, &text); err != nil {
		return err
	}
	if text == nil || *text == "" {
		t.Time = time.Time{}
		return nil
	}
	parsed, err := time.Parse(time.DateTime, *text)
	if err != nil {
		return fmt.Errorf("not a time as the platform writes it, %q", time.DateTime)
	}
	t.Time = parsed
	return nil
}
