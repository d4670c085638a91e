VoxEngine.addEventListener(AppEvents.Started, async () => {
  const result = await Net.sendMailAsync("smtp.mail.example", "desk@mail.example", "a@mail.example", "A lost call", "Lost");
  same([result.code < 0, typeof result.error], [true, "string"], "code and error");
  verdict();
});
