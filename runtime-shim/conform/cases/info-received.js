onCall((call) => {
  call.answer();
  on(call, ["InfoReceived"], (name, e) => {
    same([e.mimeType, e.body, typeof e.headers], ["application/json", "{}", "object"], "the event");
    verdict();
  });
});
