onCall((call) => {
  call.answer();
  on(call, ["Disconnected"], (name, e) => {
    same([e.duration, typeof e.cost, typeof e.reason, typeof e.headers], [12, "number", "string", "object"], "fields of Disconnected");
    verdict();
  });
});
