VoxEngine.addEventListener(AppEvents.Started, () => {
  const options = { html: "<p>Lost</p>", cc: ["c@mail.example"], bcc: ["b@mail.example", "d@mail.example"], port: 465, login: "desk", password: "secret" };
  Net.sendMail("smtp.mail.example", "desk@mail.example", "a@mail.example", "A lost call", "Lost", (result) => {
    same(result.code, 250, "the code");
    same(result.error, "smtp.mail.example|465|desk|desk@mail.example|a@mail.example|c@mail.example|b@mail.example,d@mail.example|A lost call|Lost|<p>Lost</p>", "what was sent");
    verdict();
  }, options);
});
