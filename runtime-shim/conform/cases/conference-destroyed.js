require(Modules.Conference);
const conference = VoxEngine.createConference({ hd_audio: false });
conference.addEventListener(ConferenceEvents.Stopped, () => verdict());
setTimeout(() => VoxEngine.destroyConference(conference), 1000);
