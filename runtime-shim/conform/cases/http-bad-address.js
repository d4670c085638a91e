Net.httpRequest("no address", (answer) => {
  same(answer.code, -2, "code");
  verdict();
});
