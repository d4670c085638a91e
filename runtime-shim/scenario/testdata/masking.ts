// The masking call as the emitter writes it, with texts cut to a word each.

import { answer, caller, collect, connect, dialable, hangup, go, play, query, record, recording, report, samePhone, scenario, spell } from "../index";
import type { Phone, StoredRecord } from "../flow";

export const config = { masked_number: "10000000000", operator_number: "10000000001", hold_music: "https://example.com/hold.mp3", results_url: "https://example.com/results" };

interface Order { courier: Phone; client: Phone }


/** Loads the script. The details of the call go where the receiver wants them. */
export function masking(details: "body" | "headers" = "body"): void {
  const v = { order_number: "", order: null as Order | null, peer: null as Phone, side: "" };
  const result = { order_number: "", order_search: "", phone_search: "", sub_status: "", sub_available: "", need_operator: "", call_operator: "", call_record: "" };
  const order = () => v.order as Order;
  scenario({
    flow: "masking",
    start: "main/answer",
    finally: "finally/report",
    settings: Object.keys(config),
    country: { code: "1", trunk: "1", lengths: [10] },
    enter: entering({
      "main/answer": () => answer("main/record"),
      "main/record": () => record({ stereo: true }, "main/gather"),
      "main/gather": () => collect(
        {
          prompt: "code please",
          again: { silent: "code again", wrong: "unknown code" },
          min: 5, max: 5, keys: "0123456789", partial: "accept", bargeIn: true,
          firstDigit: 8000, betweenDigits: 8000,
          hint: { after: 1500, play: "hint" },
          silent: 2, wrong: 3,
          accept: verdict => query(
            { key: v.order_number, fields: { courier: "phone", client: "phone" }, bind: (record: StoredRecord) => { v.order = record as unknown as Order; } },
            verdict,
          ),
        },
        { got: "main/choose", gave_up: "main/goodbye", "#": "operator/note", failed: "operator/note", malformed: "operator/note" },
        (outcome, keys) => {
          if (outcome === "entered") v.order_number = result.order_number = keys;
          if (outcome === "found") result.order_search = "Order is found";
          if (outcome === "missing") result.order_search = "Order is not found";
        },
      ),
      "main/choose": () => {
        if (samePhone(caller().number, order().courier)) go("courier", "main/to_client");
        else if (samePhone(caller().number, order().client)) go("client", "main/to_courier");
        else go("otherwise", "main/stranger");
      },
      "main/to_client": () => { v.peer = order().client; v.side = "Courier"; go("done", "reach/note"); },
      "main/to_courier": () => { v.peer = order().courier; v.side = "Customer"; go("done", "reach/note"); },
      "main/stranger": () => { result.phone_search = "Phone number is not found"; go("done", "main/menu"); },
      "main/menu": () => collect(
        {
          prompt: "wrong phone",
          min: 0, max: 0, keys: "", bargeIn: true,
          firstDigit: 8000, betweenDigits: 8000, silent: 1, wrong: 1,
        },
        { got: "main/goodbye", gave_up: "main/goodbye", "#": "operator/note" },
      ),
      "main/goodbye": () => play("goodbye", "main/hangup"),
      "main/hangup": () => hangup(),
      "reach/note": () => { result.sub_status = v.side; result.phone_search = "Phone number is found"; go("done", "reach/play"); },
      "reach/play": () => play("putting through", "reach/connect"),
      "reach/connect": () => connect(
        { to: v.peer, from: config.masked_number, role: "peer", callerHears: config.hold_music, calleeHears: () => ("a " + v.side + " for " + spell(v.order_number)), ringFor: 30000, talkFor: 0 },
        { ended: "main/hangup", busy: "reach/no", no_answer: "reach/no", rejected: "reach/no", failed: "reach/no" },
        outcome => {
          if (outcome === "answered") result.sub_available = "Yes";
          if (outcome === "caller_left" && result.sub_available === "") result.sub_available = "No";
        },
      ),
      "reach/no": () => { result.sub_available = "No"; go("done", "reach/unavailable"); },
      "reach/unavailable": () => play("unavailable", "main/hangup"),
      "operator/note": () => { result.need_operator = "Yes"; go("done", "operator/connect"); },
      "operator/connect": () => connect(
        { to: dialable(config.operator_number), from: config.masked_number, role: "operator", callerHears: config.hold_music, ringFor: 0, talkFor: 0 },
        { ended: "main/hangup", busy: "operator/busy", no_answer: "operator/busy", rejected: "operator/busy", failed: "operator/busy" },
        outcome => { if (outcome === "answered") result.call_operator = "Operator is free"; },
      ),
      "operator/busy": () => { result.call_operator = "Operator is busy"; go("done", "operator/sorry"); },
      "operator/sorry": () => play("all busy", "main/hangup"),
      "finally/report": () => report(
        { url: config.results_url, body: { ...result, call_record: recording() }, key: "results_key", details },
        "end",
      ),
    }),
  });
}

/** States as a table, which is easier to write by hand than a switch. */
function entering(states: { [id: string]: () => void }): (id: string) => void {
  return id => {
    const enter = states[id];
    if (enter === undefined) throw new Error("there is no state " + id);
    enter();
  };
}

/** A flow around a few states, for tests of one effect. */
export function flow(states: { [id: string]: () => void }, last = ""): void {
  scenario({ flow: "test", start: "answer", finally: last, settings: [], enter: entering({ answer: () => answer("main"), bye: () => hangup(), ...states }) });
}

