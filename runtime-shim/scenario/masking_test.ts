// The whole call, as a caller hears it.

import { equal, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { config, masking } from "./testdata/masking";

const order = '{"courier": "12222220001", "client": "13333330001"}';

function begin(from: string): FakeCall {
  install(config);
  masking();
  host.storage = key => ({ after: 10, value: key === "12345" ? order : null });
  return host.ring(from);
}

/** The report's eight fields, those that are set. */
function result(): { [field: string]: string } {
  const body = JSON.parse(host.requests[0].body);
  delete body.ringflow;
  for (const field of Object.keys(body)) if (body[field] === "") delete body[field];
  return body;
}

test("a courier reaches the client", () => {
  const call = begin("+1 222 222-0001");
  host.carrier = leg => host.later(3000, () => leg.answers());
  host.run(2000);
  call.press("12345");
  host.run(30000);
  call.hangsUp();
  host.run(1000);
  equal(host.trace, [
    "0 caller answer",
    "0 caller tones on",
    "0 rf:step main/answer done 0ms",
    "0 caller record",
    "0 rf:step main/record done 0ms",
    "0 caller say code please",
    "960 caller heard",
    "2000 caller key 1",
    "2000 caller key 2",
    "2000 caller key 3",
    "2000 caller key 4",
    "2000 caller key 5",
    "2000 storage 12345",
    "2010 rf:step main/gather got 2010ms",
    "2010 rf:step main/choose courier 0ms",
    "2010 rf:step main/to_client done 0ms",
    "2010 rf:step reach/note done 0ms",
    "2010 caller say putting through",
    "3210 caller heard",
    "3210 rf:step reach/play done 1200ms",
    "3210 caller tones off",
    "3210 dial 13333330001 showing 10000000000",
    "3210 caller playback https://example.com/hold.mp3",
    "6210 leg-1 answers",
    "6210 leg-1 say a Courier for 1, 2, 3, 4, 5",
    "8130 leg-1 heard",
    "8130 caller stop",
    "8130 caller join leg-1",
    "32000 caller hangs up",
    "32000 rf:step reach/connect caller_left 28790ms",
    "32000 leg-1 hangup",
    "32000 POST https://example.com/results",
    "32100 rf:step finally/report done 100ms",
    "32100 terminate",
  ]);
  equal(result(), {
    order_number: "12345", order_search: "Order is found", phone_search: "Phone number is found",
    sub_status: "Courier", sub_available: "Yes", call_record: "https://records.example.com/1",
  });
  equal(host.check(), []);
});

test("the client is busy", () => {
  const call = begin("12222220001");
  host.carrier = leg => host.later(2000, () => leg.fails(486));
  host.run(2000);
  call.press("12345");
  host.run(10000);
  equal(host.trace.slice(23), [
    "5210 rf:step reach/connect busy 2000ms",
    "5210 caller stop",
    "5210 rf:step reach/no done 0ms",
    "5210 caller say unavailable",
    "6170 caller heard",
    "6170 rf:step reach/unavailable done 960ms",
    "6170 rf:step main/hangup done 0ms",
    "6170 caller hangup",
    "6170 POST https://example.com/results",
    "6270 rf:step finally/report done 100ms",
    "6270 terminate",
  ]);
  equal(result().sub_available, "No");
  equal(host.check(), []);
});

test("the caller gives up while the client's phone rings", () => {
  const call = begin("12222220001");
  host.run(2000);
  call.press("12345");
  host.run(10000);
  call.hangsUp();
  equal(host.trace.slice(-3), ["12000 rf:step reach/connect caller_left 8790ms", "12000 leg-1 hangup", "12000 POST https://example.com/results"]);
  host.run(1000);
  equal(result().sub_available, "No");
  equal(host.check(), []);
});

test("a stranger hears what to do, and only # or silence end that", () => {
  const call = begin("14444440001");
  host.run(2000);
  call.press("12345");
  host.run(3000);
  call.press("12345*");
  host.run(7000);
  equal(host.trace.slice(-9), [
    "10970 rf:step main/menu gave_up 8960ms",
    "10970 caller say goodbye",
    "11690 caller heard",
    "11690 rf:step main/goodbye done 720ms",
    "11690 rf:step main/hangup done 0ms",
    "11690 caller hangup",
    "11690 POST https://example.com/results",
    "11790 rf:step finally/report done 100ms",
    "11790 terminate",
  ]);
  equal(result(), {
    order_number: "12345", order_search: "Order is found", phone_search: "Phone number is not found",
    call_record: "https://records.example.com/1",
  });
  equal(host.check(), []);
});

test("# during the prompt leads to the operator, and nothing of the prompt is left", () => {
  const call = begin("14444440001");
  host.carrier = leg => host.later(4000, () => leg.answers());
  host.run(500);
  call.press("#");
  host.run(20000);
  equal(host.trace.slice(6), [
    "500 caller key #",
    "500 rf:step main/gather # 500ms",
    "500 caller stop",
    "500 rf:step operator/note done 0ms",
    "500 caller tones off",
    "500 dial 10000000001 showing 10000000000",
    "500 caller playback https://example.com/hold.mp3",
    "4500 leg-1 answers",
    "4500 caller stop",
    "4500 caller join leg-1",
  ]);
  host.calls[1].hangsUp();
  host.run(1000);
  equal(JSON.parse(host.requests[0].body).ringflow.ended_by, "callee");
  equal(result(), { need_operator: "Yes", call_operator: "Operator is free", call_record: "https://records.example.com/1" });
  equal(host.check(), []);
});

test("three wrong codes", () => {
  const call = begin("12222220001");
  host.run(2000);
  for (const code of ["11111", "22222", "33333"]) {
    call.press(code);
    host.run(500);
  }
  host.run(3000);
  const steps = host.trace.filter(line => / say |storage/.test(line)).map(line => line.replace(/^\d+ /, ""));
  equal(steps, ["caller say code please", "storage 11111", "caller say unknown code", "storage 22222", "caller say unknown code", "storage 33333", "caller say goodbye"]);
  equal(result(), { order_number: "33333", order_search: "Order is not found", call_record: "https://records.example.com/1" });
  equal(host.check(), []);
});

test("an answer without its values refuses the call", () => {
  install({ ...config, operator_number: undefined });
  masking();
  host.ring("12222220001");
  host.run(100);
  equal(host.trace, ["0 rf:error the script was not bound: no value for operator_number", "0 caller reject 503", "0 terminate"]);
  equal(host.check(), []);
});
