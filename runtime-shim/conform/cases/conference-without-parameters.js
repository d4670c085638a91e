require("conference");
const conference = VoxEngine.createConference();
conference.addEventListener(ConferenceEvents.Started, (e) => {
  same(e.conference.getId(), conference.id(), "getId");
  verdict();
});
