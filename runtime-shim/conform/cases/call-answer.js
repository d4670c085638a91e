onCall((call) => {
  same([call.state(), call.incoming()], ["ALERTING", true], "before the answer");
  call.answer();
  on(call, ["Connected"], (name, e) => {
    same([e.call === call, e.id === call.id(), call.state(), typeof e.headers], [true, true, "CONNECTED", "object"], "Connected");
    verdict();
  });
});
