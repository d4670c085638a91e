VoxEngine.addEventListener(AppEvents.Started, () => {
  for (let i = 0; i < 3; i++) Net.sendMail("smtp.mail.example", "desk@mail.example", "a@mail.example", `mail ${i}`, "", () => see(i));
  VoxEngine.terminate();
});
VoxEngine.addEventListener(AppEvents.Terminating, () => {
  same(seen, [0, 1], "mails that called back");
  verdict();
});
