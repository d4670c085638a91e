onCall((call) => {
  call.answer();
  call.handleBlindTransfer(true);
  on(call, ["BlindTransferRequested"], (name, e) => {
    same([e.transferTo, typeof e.headers, call.state()], ["sip:bob@example.com", "object", "CONNECTED"], "the event");
    verdict();
  });
});
