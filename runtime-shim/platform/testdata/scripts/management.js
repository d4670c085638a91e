require(Modules.VoximplantAPI);
VoxEngine.addEventListener(AppEvents.CallAlerting, async (e) => {
  e.call.answer();
  const api = new VoximplantAPI.Client();
  const found = await api.Applications.getApplications({ applicationName: "demo" });
  if (found.error) {
    Logger.write(`refused: ${found.error.msg}`);
  } else {
    const [app] = found.result;
    Logger.write(`applications: ${app.applicationName.split(".")[0]}`);
    Logger.write(`created: ${app.modified instanceof Date}`);
    await api.KeyValueStorage.setKeyValueItem({ applicationId: app.applicationId, key: "00123", value: "two tomatoes", ttl: 60 });
    const item = await api.KeyValueStorage.getKeyValueItem({ applicationId: app.applicationId, key: "00123" });
    Logger.write(`stored: ${item.result.value}`);
  }
  VoxEngine.terminate();
});
