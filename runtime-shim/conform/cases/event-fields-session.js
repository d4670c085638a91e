function types(e, want) {
  same(Object.keys(want).map((field) => `${field} ${typeof e[field]}`), Object.keys(want).map((field) => `${field} ${want[field]}`), e.name);
}
VoxEngine.addEventListener(AppEvents.Started, (e) => {
  types(e, { accessURL: "string", accessSecureURL: "string", accountId: "number", applicationId: "number", logURL: "string", sessionId: "number" });
});
onCall((call, e) => {
  types(e, { call: "object", name: "string", callerid: "string", destination: "string", toURI: "string", fromURI: "string", displayName: "string", headers: "object" });
  same(e.call === call, true, "the call");
  verdict();
});
