VoxEngine.addEventListener(AppEvents.Started, "text");
see("accepted");
VoxEngine.addEventListener(AppEvents.Terminated, (e) => {
  same([seen, e.systemError], [["accepted"], true], "a listener that is no function");
  verdict();
});
