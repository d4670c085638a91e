onCall((call) => {
  on(call, ["Connected", "StateChanged"], see);
  call.answer();
  same(seen, [], "events inside answer()");
  setTimeout(() => {
    same(seen, ["StateChanged", "Connected"], "events after it");
    verdict();
  }, 100);
});
