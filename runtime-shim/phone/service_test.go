package phone_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ringflow/ringflow/runtime-shim/phone"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const services = `
VoxEngine.addEventListener(AppEvents.Started, async () => {
  const to = { port: 25, cc: ["c@mail.example"] };
  for (const server of ["one.mail.example", "two.mail.example"]) {
    const sent = await Net.sendMailAsync(server, "a@mail.example", "b@mail.example", "Title", "Text", to);
    Logger.write("mail " + sent.code + " " + (sent.error || "fine"));
  }
  Logger.write("progress " + (await CallList.reportProgressAsync("half")).code);
  Logger.write("result " + (await CallList.reportResultAsync({ done: true })).code);
  VoxEngine.terminate();
});`

// TestServices: mail servers and a call list take everything besides what a
// fault strikes, and what they got is in the result.
func TestServices(t *testing.T) {
	code, err := voxengine.Compile(voxengine.Script{Name: "services.js", Text: services})
	if err != nil {
		t.Fatal(err)
	}
	s := story(t, `"listed": true, "given": {"faults": [
		{"on": "mail", "match": "two.mail.example", "code": 550, "error": "no such user", "slow": "2s"},
		{"on": "call_list", "match": "result", "code": 503}]}, `, "")
	s.To = ""
	result, err := phone.Run(voxengine.Options{Code: code}, s)
	if err != nil || len(result.Failures) > 0 {
		t.Fatal(err, result.Failures)
	}
	var logged []string
	for _, e := range result.Events {
		if e.Kind == voxengine.KindLog {
			logged = append(logged, e.Text)
		}
	}
	if diff := cmp.Diff([]string{"mail 250 fine", "mail 550 no such user", "progress 200", "result 503"}, logged); diff != "" {
		t.Error(diff)
	}
	mail := voxengine.Mail{Server: "one.mail.example", Port: 25, From: "a@mail.example", To: []string{"b@mail.example"}, Cc: []string{"c@mail.example"}, Title: "Title", Body: "Text"}
	other := mail
	other.Server = "two.mail.example"
	if diff := cmp.Diff([]phone.Mail{{Mail: mail, Code: 250}, {Mail: other, T: 100, Code: 550}}, result.Mails); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]phone.Report{
		{Report: voxengine.Report{Of: voxengine.ReportProgress, Data: "half"}, T: 2100, Code: 200},
		{Report: voxengine.Report{Of: voxengine.ReportResult, Data: `{"done":true}`}, T: 2200, Code: 503},
	}, result.Reports); diff != "" {
		t.Error(diff)
	}
}
