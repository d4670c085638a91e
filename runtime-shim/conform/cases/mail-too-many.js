VoxEngine.addEventListener(AppEvents.Started, async () => {
  const words = "Exceeded the SMTP connection count limit!";
  for (let i = 0; i < 10; i++) Net.sendMail("smtp.mail.example", "desk@mail.example", "a@mail.example", "A lost call", "", () => {});
  same(thrown(() => Net.sendMail("smtp.mail.example", "desk@mail.example", "a@mail.example", "A lost call", "", () => {})), words, "the mail after 10");
  try {
    await Net.sendMailAsync("smtp.mail.example", "desk@mail.example", "a@mail.example", "A lost call", "");
  } catch (error) {
    see(error.message);
  }
  same(seen, [words], "the promise after 10");
  verdict();
});
