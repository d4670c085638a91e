package artifact_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/ringflow/ringflow/compiler/artifact"
)

var reminder = artifact.Manifest{Flow: "reminder", Starts: "api", Args: []artifact.StoreField{
	{Name: "patient", Type: "phone", Private: true}, {Name: "day", Type: "text"}, {Name: "visits", Type: "number", Optional: true}, {Name: "first", Type: "bool", Optional: true},
}}

const requestID = "0123456789abcdef"

var noon = time.Unix(1_780_315_200, 0)

func TestStart(t *testing.T) {
	got, err := reminder.Start(requestID, map[string]any{"patient": "+1 202 555 0101", "day": "Mo\u00f1day", "visits": 2, "first": true}, noon)
	if err != nil {
		t.Fatal(err)
	}
	want := artifact.Started{
		Key:        "ringflow-args:" + requestID,
		Value:      `{"day":"Mo\u00f1day","first":true,"patient":"+1 202 555 0101","v":1,"visits":2,"x":1780315800}`,
		Life:       10 * time.Minute,
		CustomData: `{"v":1,"args":"` + requestID + `"}`,
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	longest, err := reminder.Start(strings.Repeat("x", 64), map[string]any{"patient": "12025550101", "day": "Monday"}, noon)
	if err != nil || len(longest.CustomData) > 200 || len(longest.Key) > 200 {
		t.Error(err, longest)
	}
}

// Command lines and tests have texts alone.
func TestStartTakesTexts(t *testing.T) {
	got, err := reminder.Start(requestID, map[string]any{"patient": "12025550101", "day": "Monday", "visits": "2.5", "first": "no"}, noon)
	var value map[string]any
	if err != nil || json.Unmarshal([]byte(got.Value), &value) != nil || value["visits"] != 2.5 || value["first"] != false {
		t.Error(err, got.Value)
	}
}

func TestStartRefuses(t *testing.T) {
	incoming := artifact.Manifest{Flow: "desk", Starts: "incoming"}
	good := func(change map[string]any) map[string]any {
		out := map[string]any{"patient": "12025550101", "day": "Monday"}
		for name, value := range change {
			out[name] = value
		}
		return out
	}
	for _, c := range []struct {
		flow artifact.Manifest
		id   string
		args map[string]any
		want string
	}{
		{reminder, requestID, map[string]any{"patent": "1", "day": "Monday"}, "the argument patient is not given\nthe flow reminder has no argument patent"},
		{reminder, requestID, good(map[string]any{"patient": "nobody"}), "the argument patient is no phone"},
		{reminder, requestID, good(map[string]any{"day": 7, "first": "perhaps", "visits": "many"}), "the argument day is no text\nthe argument first is no bool\nthe argument visits is no number"},
		{reminder, requestID, good(map[string]any{"patient": nil}), "the argument patient is not given"},
		{reminder, requestID, good(map[string]any{"day": strings.Repeat("x", 2000)}), "the arguments take 2055 characters, and the platform stores 2000"},
		{reminder, "7", good(nil), "the id has 16 to 64 letters, digits, _ and -"},
		{incoming, requestID, nil, "the flow desk starts: incoming, and only one that starts: api is given arguments"},
	} {
		if got, err := c.flow.Start(c.id, c.args, noon); err == nil || err.Error() != c.want || got != (artifact.Started{}) {
			t.Errorf("got %v %v\nwant %s", got, err, c.want)
		}
	}
}
