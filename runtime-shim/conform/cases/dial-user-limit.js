onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    for (let i = 0; i < 5; i++) on(dial(), ["Failed"], (name, e) => see(["number", e.code]));
    for (let i = 0; i < 5; i++) on(VoxEngine.callSIP("desk@example.com", "1"), ["Failed"], (name, e) => see(["SIP", e.code]));
    on(VoxEngine.callUser("alice", "1"), ["Failed"], (name, e) => see(["user", e.code]));
    setTimeout(() => {
      same(seen, [["user", 403]], "what failed of 11 calls at once");
      verdict();
    }, 1000);
  });
});
