// For the cases that go over all that the client of a service has: the far end
// sends every event with its own name as "sent", and answers every method that
// it gets with the first event and the method's name.
const shared = ["id", "webSocketId", "close", "stop", "destroy", "addEventListener", "removeEventListener", "sendMediaTo", "stopMediaTo", "clearMediaBuffer"];

// commands returns the methods of a class that are its own.
function commands(Class, without) {
  return Object.keys(Class.prototype).filter((name) => !shared.includes(name) && !(without || []).includes(name));
}

// listens collects what arrives on a client by the events of enumerations. of
// reads what was sent from an event; field is by which the event has the client.
function listens(client, enums, field, of) {
  const first = enums[0][Object.keys(enums[0])[0]];
  const removed = () => see("removed");
  client.addEventListener(first, removed);
  client.removeEventListener(first, removed);
  const values = new Set();
  for (const list of enums) for (const name of Object.keys(list)) values.add(list[name]);
  const got = [];
  for (const value of values) client.addEventListener(value, (e) => {
    same([e[field] === client, e.name], [true, value], `${field} and name of ${value}`);
    if (of(e) !== undefined) got.push(of(e));
  });
  return got;
}

// connector goes over a client of a realtime service that is connected to a call.
function connector(call, client, Class, space, events) {
  const got = listens(client, [space[events], space.Events], "client", (e) => e.data && e.data.payload && e.data.payload.sent);
  const media = [];
  client.addEventListener(space.Events.WebSocketMediaStarted, () => {
    media.push("started");
    if (media.length > 1) setTimeout(() => client.clearMediaBuffer(), 500);
  });
  client.addEventListener(space.Events.WebSocketMediaEnded, (e) => media.push(e.mediaInfo.duration));
  same([typeof client.id(), typeof client.webSocketId(), client.id() === client.webSocketId()], ["string", "string", false], "ids");
  const methods = commands(Class);
  for (const name of methods) client[name]({ of: name });
  client.sendMediaTo(call);
  setTimeout(() => client.stopMediaTo(call), 15000);
  setTimeout(() => client.close(), 20000);
  return (e) => {
    const names = Object.keys(space[events]);
    same(got.slice().sort(), names.concat(methods).sort(), "events, and methods that arrived");
    same([media, seen], [["started", 2000, "started", 500], []], "media, and listeners that were removed");
    same([e.code, e.wasClean], [1000, true], "onWebSocketClose");
    verdict();
  };
}

// realtimePlayer goes over a player of a service; more gives it a text.
function realtimePlayer(call, player, more, clears) {
  for (const name of ["Created", "Started", "PlaybackFinished", "Stopped"]) player.addEventListener(PlayerEvents[name], (e) => see([name, e.player === player]));
  const removed = () => see("removed");
  player.addEventListener(PlayerEvents.Started, removed);
  player.removeEventListener(PlayerEvents.Started, removed);
  same([typeof player.id(), player.addMarker], ["string", undefined], "id, and what it does not have");
  player.sendMediaTo(call);
  more(player, "How can I help?");
  const text = "A long story.";
  const steps = [
    () => more(player, text),
    () => clears(player),
    () => more(player, text.repeat(9)),
    () => player.pause(),
    () => player.resume(),
    () => clears(player),
    () => more(player, "Goodbye, and thank you for calling."),
    () => player.stopMediaTo(call),
    () => player.sendMediaTo(call),
    () => player.stop(),
  ];
  steps.forEach((step, i) => setTimeout(step, 4000 + 300 * i));
  setTimeout(() => {
    same(seen, ["Created", "Started", "PlaybackFinished", "Started", "PlaybackFinished", "Started", "PlaybackFinished", "Started", "Stopped"].map((name) => [name, true]), "events");
    verdict();
  }, 10000);
}
