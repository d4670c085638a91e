onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    call.sendMessage("Good morning.");
    same(thrown(() => call.sendMessage("x".repeat(8192))), "", "8192 bytes");
    same(thrown(() => call.sendMessage("x".repeat(8193))) !== "", true, "8193 bytes throw");
    verdict();
  });
});
