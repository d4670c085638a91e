onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    const long = "x".repeat(8193);
    same([thrown(() => call.sendMessage(long)) !== "", thrown(() => call.sendInfo("text/plain", long)) !== "", thrown(() => call.sendInfo("text/plain", long.slice(1)))],
      [true, true, ""], "whether 8193 bytes throw, as message and as INFO, and 8192");
    verdict();
  });
});
