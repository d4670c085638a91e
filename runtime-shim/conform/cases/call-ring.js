onCall((call) => {
  call.ring();
  setTimeout(() => {
    same(call.state(), "PROGRESSING", "a call that rings");
    call.answer();
  }, 1000);
  on(call, ["Connected"], () => verdict());
});
