onCall((call) => {
  call.answer();
  on(call, ["TransferComplete", "TransferFailed"], (name, e) => {
    same([name, typeof e.headers], ["TransferComplete", "object"], "the event");
    verdict();
  });
  on(call, ["Connected"], () => call.transferTo({ to: "sip:bob@example.com", call }));
});
