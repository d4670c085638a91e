VoxEngine.addEventListener(AppEvents.Started, () => {
  const row = JSON.parse(VoxEngine.customData());
  if (row.again) {
    same([row, seconds()], [{ phone: "14444444444", again: true }, 7200], "the row and the time of the second attempt");
    finish();
    return;
  }
  const at = Math.floor(Date.now() / 1000) + 7200;
  CallList.requestNextAttempt({ start_at: at, custom_data: { phone: "14444444444", again: true } }, VoxEngine.terminate);
});
