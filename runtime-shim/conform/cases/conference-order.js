// Nobody is in it: a conference starts and stops all the same.
require(Modules.Conference);
const conference = VoxEngine.createConference({ hd_audio: false });
for (const name of ["Started", "Stopped"]) {
  conference.addEventListener(ConferenceEvents[name], (e) => {
    same([e.conference === conference, e.conference.id()], [true, conference.id()], name);
    see(name);
  });
}
conference.addEventListener(ConferenceEvents.Started, () => {
  conference.stop();
  conference.stop();
});
setTimeout(() => {
  same(seen, ["Started", "Stopped"], "events");
  verdict();
}, 1000);
same(seen, [], "events in the turn that made the conference");
