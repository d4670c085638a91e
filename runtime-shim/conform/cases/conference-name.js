VoxEngine.addEventListener(AppEvents.Started, (e) => {
  same(e.conference_name, "room-1", "conference_name");
  verdict();
});
