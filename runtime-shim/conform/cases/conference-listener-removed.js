require(Modules.Conference);
const conference = VoxEngine.createConference({ hd_audio: false });
const hear = () => see("Started");
conference.addEventListener(ConferenceEvents.Started, hear);
conference.removeEventListener(ConferenceEvents.Started, hear);
setTimeout(() => {
  same(seen, [], "a listener that was removed");
  verdict();
}, 1000);
