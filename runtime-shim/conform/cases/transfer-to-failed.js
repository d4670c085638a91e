onCall((call) => {
  call.answer();
  on(call, ["TransferComplete", "TransferFailed"], (name, e) => {
    same([name, e.code, typeof e.reason, call.state()], ["TransferFailed", 486, "string", "CONNECTED"], "the event");
    verdict();
  });
  on(call, ["Connected"], () => call.transferTo({ to: "sip:bob@example.com", call }));
});
