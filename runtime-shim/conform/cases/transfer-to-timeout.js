onCall((call) => {
  call.answer();
  const start = Date.now();
  on(call, ["TransferComplete", "TransferFailed"], (name, e) => {
    see([name, Math.round((Date.now() - start) / 1000)]);
    if (seen.length === 1) return call.transferTo({ to: "sip:bob@example.com", call });
    same(seen, [["TransferFailed", 20], ["TransferFailed", 80]], "events and seconds");
    verdict();
  });
  on(call, ["Connected"], () => call.transferTo({ to: "sip:bob@example.com", call, headers: { "VI-CallTimeout": "20" } }));
});
