require(Modules.VoximplantAPI);
new VoximplantAPI.Client().Users.getUsers({ applicationId: 7 }).then(
  () => see("answered"),
  (error) => {
    same([seen, error.message.includes("GetUsers")], [[], true], "the rejection");
    verdict();
  },
);
