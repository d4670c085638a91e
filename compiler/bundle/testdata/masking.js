import { answer, caller, collect, connect, dialable, go, hangup, play, query, record, recording, report, samePhone, scenario, spell } from "ringflow";
require(Modules.ApplicationStorage);
const config = bound.config;
const text = word => [{ say: word }];
const v = { order_number: "", order: null, peer: null, side: "" };
const result = { order_number: "", order_search: "", phone_search: "", sub_status: "", sub_available: "", need_operator: "", call_operator: "", call_record: "" };
scenario({
  flow: "masking",
  start: "main/answer",
  finally: "finally/report",
  settings: ["masked_number", "operator_number", "hold_music", "results_url"],
  country: { code: "1", trunk: "1", lengths: [10] },
  states: {
    "main/answer": () => answer({ done: "main/record" }),
    "main/record": () => record({ stereo: true }, { done: "main/gather" }),
    "main/gather": () => collect(
      {
        prompt: () => text("code please"),
        again: { silent: () => text("code again"), wrong: () => text("unknown code") },
        min: 5, max: 5, keys: "0123456789", ends: "", other: "ignore", partial: "accept", bargeIn: true,
        firstDigit: 8000, betweenDigits: 8000, total: 0,
        hint: { after: 1500, play: () => text("hint") },
        silent: 2, wrong: 3,
        entered: value => { v.order_number = result.order_number = value; },
        accept: (value, verdict) => query(
          { key: value, fields: { courier: "phone", client: "phone" }, bind: record => { v.order = record; } },
          verdict,
        ),
      },
      { got: "main/choose", gave_up: "main/goodbye", "#": "operator/note", failed: "operator/note", malformed: "operator/note" },
      { found: () => { result.order_search = "Order is found"; }, missing: () => { result.order_search = "Order is not found"; } },
    ),
    "main/choose": () => {
      if (samePhone(caller().number, v.order.courier)) go("courier", "main/to_client");
      else if (samePhone(caller().number, v.order.client)) go("client", "main/to_courier");
      else go("otherwise", "main/stranger");
    },
    "main/to_client": () => { v.peer = v.order.client; v.side = "Courier"; go("done", "reach/note"); },
    "main/to_courier": () => { v.peer = v.order.courier; v.side = "Customer"; go("done", "reach/note"); },
    "main/stranger": () => { result.phone_search = "Phone number is not found"; go("done", "main/menu"); },
    "main/menu": () => collect(
      {
        prompt: () => text("wrong phone"),
        min: 0, max: 0, keys: "", ends: "", other: "ignore", partial: "refuse", bargeIn: true,
        firstDigit: 8000, betweenDigits: 8000, total: 0, silent: 1, wrong: 1,
      },
      { got: "main/goodbye", gave_up: "main/goodbye", "#": "operator/note" },
    ),
    "main/goodbye": () => play(text("goodbye"), { done: "main/hangup" }),
    "main/hangup": () => hangup(),
    "reach/note": () => { result.sub_status = v.side; result.phone_search = "Phone number is found"; go("done", "reach/play"); },
    "reach/play": () => play(text("putting through"), { done: "reach/connect" }),
    "reach/connect": () => connect(
      { to: v.peer, from: config.masked_number, role: "peer", callerHears: config.hold_music, calleeHears: () => text("a " + v.side + " for " + spell(v.order_number)), ringFor: 30000, talkFor: 0 },
      { ended: "main/hangup", busy: "reach/no", no_answer: "reach/no", rejected: "reach/no", failed: "reach/no" },
      { answered: () => { result.sub_available = "Yes"; } },
      () => { if (result.sub_available === "") result.sub_available = "No"; },
    ),
    "reach/no": () => { result.sub_available = "No"; go("done", "reach/unavailable"); },
    "reach/unavailable": () => play(text("unavailable"), { done: "main/hangup" }),
    "operator/note": () => { result.need_operator = "Yes"; go("done", "operator/connect"); },
    "operator/connect": () => connect(
      { to: dialable(config.operator_number), from: config.masked_number, role: "operator", callerHears: config.hold_music, ringFor: 0, talkFor: 0 },
      { ended: "main/hangup", busy: "operator/busy", no_answer: "operator/busy", rejected: "operator/busy", failed: "operator/busy" },
      { answered: () => { result.call_operator = "Operator is free"; } },
    ),
    "operator/busy": () => { result.call_operator = "Operator is busy"; go("done", "operator/sorry"); },
    "operator/sorry": () => play(text("all busy"), { done: "main/hangup" }),
    "finally/report": () => report(
      { url: config.results_url, body: () => ({ ...result, call_record: recording() }), key: "results_key", details: "headers" },
      { done: "end" },
    ),
  },
});
