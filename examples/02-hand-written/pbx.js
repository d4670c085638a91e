// A small exchange: calls from outside go to the reception or to an extension
// that the caller types; users call each other by extension, and out with 9.
// A user can pass a call on with the transfer key of the telephone.
let first, second; // who calls, who was called
let transferring = false;

VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  first = e.call;
  first.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  first.addEventListener(CallEvents.Failed, VoxEngine.terminate);
  const user = byUser(e.callerid);
  if (user) return fromInside(user, e.destination);
  first.addEventListener(CallEvents.Connected, greet);
  first.answer();
});

function fromInside(user, dialled) {
  if (dialled.startsWith("9")) {
    if (!user.outside) {
      Logger.write(`${user.username} may not call outside`);
      return first.reject(403);
    }
    return ringing(VoxEngine.callPSTN(dialled.slice(1), OUTSIDE), []);
  }
  const target = byNumber(dialled);
  if (!target) return first.reject(404);
  ringing(target.dial(user.number, user.username), []);
}

function greet() {
  let typed = "";
  const finish = () => {
    clearTimeout(timer);
    first.handleTones(false);
    first.removeEventListener(CallEvents.ToneReceived, onTone);
    first.stopPlayback();
    extension(byNumber(typed) || byNumber("100"));
  };
  const onTone = ({ tone }) => {
    typed += tone;
    if (typed.length === 3) finish();
  };
  let timer = setTimeout(finish, 10000);
  first.handleTones(true);
  first.addEventListener(CallEvents.ToneReceived, onTone);
  first.say("Type an extension, or wait for the reception.");
}

function extension(target) {
  const call = target.dial(first.callerid(), "outside");
  ringing(call, target.group.map(byNumber));
}

// ringing follows one call that was made; others come after it if it fails.
function ringing(call, others) {
  call.addEventListener(CallEvents.Ringing, () => first.state() === "ALERTING" && first.ring());
  call.addEventListener(CallEvents.Connected, () => talk(call));
  call.addEventListener(CallEvents.Failed, ({ code }) => {
    const [next, ...rest] = others;
    if (next) return ringing(next.dial(first.callerid(), "outside"), rest);
    if (transferring) return transferFailed(code);
    if (first.state() !== "CONNECTED") return first.reject(code);
    first.say("Nobody answers. Please call again later.");
    first.addEventListener(CallEvents.PlaybackFinished, () => first.hangup());
  });
}

function talk(call) {
  if (transferring) {
    transferring = false;
    second.notifyBlindTransferSuccess();
    second.removeEventListener(CallEvents.Disconnected, VoxEngine.terminate);
    second.hangup();
  } else if (first.state() !== "CONNECTED") {
    first.answer();
  }
  second = call;
  second.handleBlindTransfer(true);
  second.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  second.addEventListener(CallEvents.BlindTransferRequested, transfer);
  VoxEngine.sendMediaBetween(first, second);
}

function transfer({ transferTo }) {
  const number = transferTo.replace(/^sip:/, "").split("@")[0];
  const target = byNumber(number);
  if (!target) return second.notifyBlindTransferFailed(404, "Not Found");
  transferring = true;
  first.stopMediaTo(second);
  second.stopMediaTo(first);
  ringing(target.dial(first.callerid(), "transfer"), []);
}

function transferFailed(code) {
  transferring = false;
  second.notifyBlindTransferFailed(code, "no answer");
  VoxEngine.sendMediaBetween(first, second);
}
