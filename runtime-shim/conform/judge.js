// The first script of every case: what a case needs to judge itself. A case
// collects with see, compares with same, and calls verdict once at its end; a
// case without a verdict has failed.
const seen = [];
const complaints = [];

function see(what) {
  seen.push(what);
}

function same(got, want, what) {
  const found = JSON.stringify(got);
  if (found !== JSON.stringify(want)) complaints.push(`${what}: ${found}, want ${JSON.stringify(want)}`);
}

function verdict() {
  Logger.write(complaints.length === 0 ? "conform: pass" : `conform: fail: ${complaints.join("; ")}`);
}

function onCall(handle) {
  VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => handle(e.call, e));
}

function on(call, events, handle) {
  for (const name of events) call.addEventListener(CallEvents[name], (e) => handle(name, e));
}

// thrown returns the message of what an action throws, "" if it does not.
function thrown(action) {
  try {
    action();
    return "";
  } catch (error) {
    return String(error.message);
  }
}

function dial(number) {
  return VoxEngine.callPSTN(number || "13333333333", "10000000000");
}

// listen is on for other objects than calls: events is their enumeration.
function listen(emitter, events, names, handle) {
  for (const name of names) emitter.addEventListener(events[name], (e) => handle(name, e));
}

function seconds() {
  return Math.round(Date.now() / 1000 - 1775995200);
}

// finish is verdict for a case that would go on.
function finish() {
  verdict();
  VoxEngine.terminate();
}
