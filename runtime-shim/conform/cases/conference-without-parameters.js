require("conference");
const conference = VoxEngine.createConference();
conference.addEventListener(ConferenceEvents.Started, () => verdict());
