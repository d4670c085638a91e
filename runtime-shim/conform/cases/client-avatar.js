require(Modules.Avatar);
let made = 0;
for (const avatar of [VoximplantAvatar.createAvatar({ avatarId: "1" }), new VoximplantAvatar.Avatar({ avatarId: "1" })]) {
  const got = listens(avatar, [VoximplantAvatar.Events], "avatar", (e) => e.sent);
  let loaded = 0;
  avatar.addEventListener(VoximplantAvatar.Events.Loaded, (e) => {
    if (e.sent !== undefined) return;
    loaded++;
    avatar.start();
    for (const name of ["goToState", "handleUtterance", "handleTimeout"]) avatar[name](name).then(() => got.push(`${name} is done`));
  });
  setTimeout(() => {
    const methods = commands(VoximplantAvatar.Avatar);
    const done = ["goToState", "handleUtterance", "handleTimeout"].map((name) => `${name} is done`);
    same(got.slice().sort(), Object.keys(VoximplantAvatar.Events).concat(methods, done).sort(), "events, methods that arrived, promises");
    same([loaded, seen], [1, []], "Loaded, and listeners that were removed");
    if (++made === 2) verdict();
  }, 5000);
}
