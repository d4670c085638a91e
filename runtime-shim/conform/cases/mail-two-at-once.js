VoxEngine.addEventListener(AppEvents.Started, () => {
  const begun = Date.now();
  for (let i = 0; i < 5; i++) {
    Net.sendMail("smtp.mail.example", "desk@mail.example", "a@mail.example", `mail ${i}`, "", () => see([i, Date.now() - begun]));
  }
  setTimeout(() => {
    same(seen, [[0, 1000], [1, 1000], [2, 2000], [3, 2000], [4, 3000]], "mails and when they were over");
    verdict();
  }, 10000);
});
