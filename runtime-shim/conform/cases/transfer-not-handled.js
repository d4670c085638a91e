onCall((call) => {
  call.answer();
  on(call, ["BlindTransferRequested"], see);
  setTimeout(() => {
    same(seen, [], "events without handleBlindTransfer(true)");
    verdict();
  }, 5000);
});
