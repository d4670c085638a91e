const names = ["reportResult", "reportError", "reportProgress", "requestNextAttempt"];
const data = { attempts_left: 1 };
VoxEngine.addEventListener(AppEvents.Started, () => {
  for (const name of names) CallList[name](data, (result) => see([name, result.code, JSON.parse(result.text).of]));
  CallList.reportProgress("without a callback");
  same(seen, [], "callbacks in the same turn");
  setTimeout(() => {
    same(seen, [["reportResult", 200, "result"], ["reportError", 200, "error"], ["reportProgress", 200, "progress"], ["requestNextAttempt", 200, "next_attempt"]], "callbacks");
    verdict();
  }, 10000);
});
