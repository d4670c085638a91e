onCall((call) => {
  call.answer();
  on(call, ["Connected"], () => {
    for (let i = 0; i < 11; i++) on(dial(), ["Failed"], (name, e) => see(e.code));
    setTimeout(() => {
      same(seen, [403], "codes after 11 calls at once");
      verdict();
    }, 1000);
  });
});
