// A first try at number masking, as one writes it on an afternoon: it works when
// everybody does what is expected. What goes wrong otherwise is known and wanted
// here: naive_test.go plays it, and the fault tests of flows must find it.
require(Modules.ApplicationStorage);

const NEUTRAL = "10000000000";
const OPERATOR = "15550000000";
const MUSIC = "https://sounds.example/hold.mp3";
const RESULTS = "https://results.example/calls";
const VOICE = { voice: VoiceList.Google.en_US_Neural2_C };

let line;
let peer;
let from = "";
let typed = "";
let stranger = false;
let asked = 0;
let hinted = false;
let hintTimer;
let waitTimer;

const row = {
  order_number: "", order_search: "", phone_search: "", sub_status: "",
  sub_available: "", need_operator: "", call_operator: "", call_record: "",
};

const text = {
  hello: "Welcome to the delivery line. Type the five digits of your order.",
  hint: "For an operator, press pound.",
  again: "We need the five digits of your order. For an operator, press pound.",
  unknown: "There is no such order. Type the five digits again, or press pound.",
  stranger: "This order belongs to other phones. Call from the phone that we know, or press pound.",
  calling: "One moment, we are calling the other side.",
  operator: "One moment, an operator will be with you.",
  noOperator: "No operator is free right now. Goodbye.",
  away: "Nobody answers on the other side. Goodbye.",
  bye: "We have not heard from you. Goodbye.",
  courierCalls: `The courier of your order is on the line: ${row.order_number}`,
  customerCalls: `The customer of your order is on the line: ${row.order_number}`,
};

VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  line = e.call;
  from = e.callerid;
  line.addEventListener(CallEvents.Connected, welcome);
  line.addEventListener(CallEvents.Disconnected, save);
  line.addEventListener(CallEvents.RecordStarted, (started) => { row.call_record = started.url; });
  line.answer();
});

// speak is over when the call has played something to its end.
function speak(call, words) {
  return new Promise((over) => {
    const listener = () => {
      call.removeEventListener(CallEvents.PlaybackFinished, listener);
      over();
    };
    call.say(words, VOICE);
    call.addEventListener(CallEvents.PlaybackFinished, listener);
  });
}

async function welcome() {
  line.record();
  listen();
  await speak(line, text.hello);
  wait();
}

function listen() {
  line.handleTones(true);
  line.addEventListener(CallEvents.ToneReceived, pressed);
}

function deafen() {
  line.handleTones(false);
  line.removeEventListener(CallEvents.ToneReceived, pressed);
}

function pressed(e) {
  stopWaiting();
  typed += e.tone;
  if (e.tone === "#") {
    deafen();
    callOperator();
  } else if (typed.length === 5 && !stranger) {
    deafen();
    find();
  } else {
    wait();
  }
}

function wait() {
  stopWaiting();
  if (!hinted) {
    hinted = true;
    hintTimer = setTimeout(() => speak(line, text.hint), 1500);
  }
  waitTimer = setTimeout(tooLong, 8000);
}

function stopWaiting() {
  clearTimeout(hintTimer);
  clearTimeout(waitTimer);
}

async function tooLong() {
  if (typed) {
    deafen();
    find();
  } else if (asked++ === 0) {
    await speak(line, text.again);
    wait();
  } else {
    await speak(line, text.bye);
    line.hangup();
  }
}

async function find() {
  row.order_number = typed;
  const item = await ApplicationStorage.get(typed);
  if (item === null) {
    row.order_search = "Order is not found";
    await askAgain(text.unknown);
    return;
  }
  row.order_search = "Order is found";
  const { courier, client } = JSON.parse(item.value);
  if (from === courier) {
    connect("Courier", client, text.courierCalls);
  } else if (from === client) {
    connect("Customer", courier, text.customerCalls);
  } else {
    stranger = true;
    row.phone_search = "Phone number is not found";
    await askAgain(text.stranger);
  }
}

async function askAgain(words) {
  typed = "";
  listen();
  await speak(line, words);
  wait();
}

async function connect(who, number, announcement) {
  row.phone_search = "Phone number is found";
  row.sub_status = who;
  await speak(line, text.calling);
  peer = VoxEngine.callPSTN(number, NEUTRAL);
  line.startPlayback(MUSIC, { loop: true });
  const callee = peer;
  callee.addEventListener(CallEvents.Connected, async () => {
    row.sub_available = "Yes";
    await speak(callee, announcement);
    line.stopPlayback();
    VoxEngine.sendMediaBetween(line, callee);
  });
  callee.addEventListener(CallEvents.Disconnected, () => line.hangup());
  callee.addEventListener(CallEvents.Failed, async () => {
    row.sub_available = "No";
    await speak(line, text.away);
    line.hangup();
  });
}

async function callOperator() {
  row.need_operator = "Yes";
  await speak(line, text.operator);
  peer = VoxEngine.callPSTN(OPERATOR, NEUTRAL);
  line.startPlayback(MUSIC, { loop: true });
  peer.addEventListener(CallEvents.Connected, () => {
    row.call_operator = "Operator is free";
    VoxEngine.sendMediaBetween(line, peer);
  });
  peer.addEventListener(CallEvents.Disconnected, () => line.hangup());
  peer.addEventListener(CallEvents.Failed, async () => {
    row.call_operator = "Operator is busy";
    await speak(line, text.noOperator);
    line.hangup();
  });
}

async function save() {
  await Net.httpRequestAsync(RESULTS, {
    method: "POST",
    headers: ["Content-Type: application/json"],
    postData: JSON.stringify(row),
  });
  VoxEngine.terminate();
}
