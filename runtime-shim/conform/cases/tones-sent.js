onCall((call) => {
  call.answer();
  on(call, ["ToneReceived"], see);
  on(call, ["Connected"], () => {
    same(thrown(() => call.sendDigits("text")) !== "", true, "what is no key throws");
    call.sendDigits("1p#");
    setTimeout(() => {
      same(seen, [], "events of one's own keys");
      verdict();
    }, 5000);
  });
});
