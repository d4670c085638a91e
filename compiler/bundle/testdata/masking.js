import { answer, caller, collect, connect, dialable, go, hangup, play, query, record, recording, report, samePhone, scenario, spell } from "ringflow";
require(Modules.ApplicationStorage);
const config = bound.config;
const v = { order_number: "", order: null, peer: null, side: "" };
const result = { order_number: "", order_search: "", phone_search: "", sub_status: "", sub_available: "", need_operator: "", call_operator: "", call_record: "" };
scenario({
  flow: "masking",
  start: "main/answer",
  finally: "finally/report",
  settings: ["masked_number", "operator_number", "hold_music", "results_url"],
  country: { code: "1", trunk: "1", lengths: [10] },
  enter,
});

function enter(id) {
  switch (id) {
    case "main/answer":
      return answer("main/record");
    case "main/record":
      return record({ stereo: true }, "main/gather");
    case "main/gather":
      return collect(
        {
          prompt: "code please",
          again: { silent: "code again", wrong: "unknown code" },
          min: 5, max: 5, keys: "0123456789", partial: "accept", bargeIn: true,
          firstDigit: 8000, betweenDigits: 8000,
          hint: { after: 1500, play: "hint" },
          silent: 2, wrong: 3,
          accept: then => query({ key: v.order_number, fields: { courier: "phone", client: "phone" }, bind: entry => { v.order = entry; } }, then),
        },
        { got: "main/choose", gave_up: "main/goodbye", "#": "operator/note", failed: "operator/note", malformed: "operator/note" },
        (outcome, keys) => {
          switch (outcome) {
            case "entered":
              v.order_number = result.order_number = keys;
              break;
            case "found":
              result.order_search = "Order is found";
              break;
            case "missing":
            case "expired":
              result.order_search = "Order is not found";
              break;
          }
        },
      );
    case "main/choose":
      if (samePhone(caller().number, v.order.courier)) return go("courier", "main/to_client");
      if (samePhone(caller().number, v.order.client)) return go("client", "main/to_courier");
      return go("otherwise", "main/stranger");
    case "main/to_client":
      v.peer = v.order.client;
      v.side = "Courier";
      return go("done", "reach/note");
    case "main/to_courier":
      v.peer = v.order.courier;
      v.side = "Customer";
      return go("done", "reach/note");
    case "main/stranger":
      result.phone_search = "Phone number is not found";
      return go("done", "main/menu");
    case "main/menu":
      return collect(
        {
          prompt: "wrong phone",
          min: 0, max: 0, keys: "", bargeIn: true,
          firstDigit: 8000, betweenDigits: 8000, silent: 1, wrong: 1,
        },
        { got: "main/goodbye", gave_up: "main/goodbye", "#": "operator/note" },
      );
    case "main/goodbye":
      return play("goodbye", "main/hangup");
    case "main/hangup":
      return hangup();
    case "reach/note":
      result.sub_status = v.side;
      result.phone_search = "Phone number is found";
      return go("done", "reach/play");
    case "reach/play":
      return play("putting through", "reach/connect");
    case "reach/connect":
      return connect(
        { to: v.peer, from: config.masked_number, role: "peer", callerHears: config.hold_music, calleeHears: () => "a " + v.side + " for " + spell(v.order_number), ringFor: 30000, talkFor: 0 },
        { ended: "main/hangup", busy: "reach/no", no_answer: "reach/no", rejected: "reach/no", failed: "reach/no" },
        outcome => {
          if (outcome === "answered") result.sub_available = "Yes";
          if (outcome === "caller_left" && result.sub_available === "") result.sub_available = "No";
        },
      );
    case "reach/no":
      result.sub_available = "No";
      return go("done", "reach/unavailable");
    case "reach/unavailable":
      return play("unavailable", "main/hangup");
    case "operator/note":
      result.need_operator = "Yes";
      return go("done", "operator/connect");
    case "operator/connect":
      return connect(
        { to: dialable(config.operator_number), from: config.masked_number, role: "operator", callerHears: config.hold_music, ringFor: 0, talkFor: 0 },
        { ended: "main/hangup", busy: "operator/busy", no_answer: "operator/busy", rejected: "operator/busy", failed: "operator/busy" },
        outcome => {
          if (outcome === "answered") result.call_operator = "Operator is free";
        },
      );
    case "operator/busy":
      result.call_operator = "Operator is busy";
      return go("done", "operator/sorry");
    case "operator/sorry":
      return play("all busy", "main/hangup");
    case "finally/report":
      result.call_record = recording();
      return report({ url: config.results_url, body: result, key: "results_key", details: "headers" }, "end");
    default:
      throw new Error("there is no state " + id);
  }
}
