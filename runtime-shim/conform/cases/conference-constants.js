require(Modules.Conference);
same(ConferenceEvents.Started, "Conference.Started", "Started");
same(ConferenceEvents.ConferenceError, "Conference.Error", "ConferenceError");
const one = VoxEngine.createConference({ hd_audio: true });
const other = VoxEngine.createConference({ hd_audio: true });
same([typeof one.id(), one.id() === "", one.id() === other.id()], ["string", false, false], "ids");
verdict();
