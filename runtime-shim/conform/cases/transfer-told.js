onCall((call) => {
  call.answer();
  call.handleBlindTransfer(true);
  on(call, ["BlindTransferRequested"], () => {
    see(1);
    if (seen.length === 1) return call.notifyBlindTransferFailed(486, "Busy Here");
    call.notifyBlindTransferSuccess();
    verdict();
  });
});
