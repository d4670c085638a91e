VoxEngine.addEventListener(AppEvents.Started, async () => {
  const send = (to) => Net.sendMailAsync("smtp.mail.example", "desk@mail.example", to, "A lost call", "Lost", { port: 25, login: "desk", password: "secret" });
  const one = await send("a@mail.example");
  const two = await send(["a@mail.example", "b@mail.example"]);
  same([one.code, one.error], [250, "smtp.mail.example|25|desk|desk@mail.example|a@mail.example|||A lost call|Lost|"], "to one");
  same(two.error.split("|")[4], "a@mail.example,b@mail.example", "to two");
  verdict();
});
