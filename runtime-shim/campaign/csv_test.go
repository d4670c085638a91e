package campaign_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ringflow/ringflow/runtime-shim/campaign"
	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

func TestReadCSV(t *testing.T) {
	rows, err := campaign.ReadCSV(strings.NewReader("phone;name;__start_execution_time;__end_execution_time;__start_at;__task_uuid;task_priority\n"+
		"13333333333;\"O \"\"Neil\"\"; <b>\";09:00:00;17:30:00;1775995200;a-1;0\n14444444444;;;;;;\n"), ';')
	if err != nil {
		t.Fatal(err)
	}
	highest := 0
	want := []campaign.Row{
		{Data: `{"phone":"13333333333","name":"O \"Neil\"; <b>"}`, UUID: "a-1", Priority: &highest, StartAt: noon, Window: campaign.Window{From: 9 * time.Hour, Until: 17*time.Hour + 30*time.Minute}},
		{Data: `{"phone":"14444444444","name":""}`},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestReadCSVFails(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "the call list is empty, its first line names the columns",
		"a;b\n1\n":                     "the call list is no CSV: record on line 2: wrong number of fields",
		"__start_execution_time\n9\n":  `row 1 of the call list: __start_execution_time: "9" is no time of day, write 09:00:00`,
		"__start_at\ntomorrow\n":       `row 1 of the call list: __start_at: "tomorrow" is no time, write seconds since 1970, or 2026-01-31T12:00:00Z`,
		"call_schedule;phone\n{};1\n":  "row 1 of the call list: call_schedule: schedules for weekdays are not played, use __start_execution_time and __end_execution_time",
		"phone;task_priority\n1;low\n": `row 1 of the call list: task_priority: "low" is no priority, write a number such as 50`,
	} {
		if _, err := campaign.ReadCSV(strings.NewReader(text), ';'); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestCheck(t *testing.T) {
	list := campaign.List{Attempts: 6, Rows: []campaign.Row{{UUID: "a"}, {UUID: "a"}, {UUID: "ä"}}}
	_, err := campaign.Run(list, noon, nil)
	const want = "the list has 6 attempts, the platform takes 1 to 5\n" +
		"the list has 0 simultaneous sessions, it needs at least 1\n" +
		"row 2 has the UUID a of another row\n" +
		`row 3 has the UUID "ä", it can be up to 40 of letters, digits, colons and hyphens`
	if err == nil || err.Error() != want {
		t.Errorf("the error is %v", err)
	}
	list = campaign.List{Attempts: 1, Simultaneous: 1, Rows: []campaign.Row{{Data: strings.Repeat("x", 201)}}}
	world := func(int, int) (voxengine.Options, phone.Story) {
		return voxengine.Options{Code: compile(t, "")}, phone.Story{}
	}
	if _, err := campaign.Run(list, noon, world); err == nil || !strings.HasSuffix(err.Error(), "custom data has 201 bytes, the platform takes 200") {
		t.Errorf("the error is %v", err)
	}
	wrong := func(int, int) (voxengine.Options, phone.Story) {
		return voxengine.Options{}, phone.Story{Steps: []phone.Step{{}}}
	}
	if _, err := campaign.Run(list, noon, wrong); err == nil || !strings.HasPrefix(err.Error(), "row 1: step 1: the step is empty") {
		t.Errorf("the error is %v", err)
	}
}
