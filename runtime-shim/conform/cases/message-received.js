onCall((call) => {
  call.answer();
  on(call, ["MessageReceived"], (name, e) => {
    same([e.call === call, e.text, typeof e.headers], [true, '{"ping":1}', "object"], "the event");
    verdict();
  });
});
