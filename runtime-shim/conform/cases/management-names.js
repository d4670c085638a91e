require(Modules.VoximplantAPI);
const api = new VoximplantAPI.Client();
const started = Date.now();
api.Users.getUsers({ applicationId: 7, userId: [1, 2], userActive: true, userName: "ann", fromDate: new Date(Date.UTC(2026, 0, 31)), userDisplayName: undefined }).then((answer) => {
  same(answer.parameters, { applicationId: "7", fromDate: "2026-01-31T00:00:00.000Z", userActive: "true", userId: "1;2", userName: "ann" }, "what the API got");
  const [user] = answer.users;
  same([user.userId, user.userName, user.created instanceof Date, user.created.getTime()], [1, "ann", true, Date.UTC(2026, 0, 31, 23, 59, 59)], "what the script got");
  same([answer.totalCount, Date.now() - started], [1, 100], "count and latency");
  verdict();
});
