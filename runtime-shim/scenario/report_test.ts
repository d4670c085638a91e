// The result, by web hook.

import { lookup } from "./lookup";
import type { Report } from "./flow";
import { report } from "./report";
import { go } from "./state";
import { equal, ok, test } from "./testdata/assert";
import { host, install, type FakeCall } from "./testdata/host";
import { flow } from "./testdata/masking";

const plain: Report = { url: "https://example.com/results", body: { a: "1" }, key: "", details: "headers" };

/** A call that ends at once; what it reports is sent at 0 ms. */
function reporting(change: Partial<Report> = {}): FakeCall {
  install();
  flow({ main: () => go("done", "end"), last: () => report({ ...plain, ...change }, { done: "ok", failed: "bad" }), ok: () => go("ok", "end"), bad: () => go("bad", "end") }, "last");
  return host.ring("12222220001");
}

const sent = () => host.requests.map(request => request.at);
const end = () => host.trace.filter(line => /step (ok|bad)/.test(line)).map(line => line.split(" ")[0] + " " + line.split(" ")[2]);

test("answered", () => {
  reporting();
  host.run(60000);
  equal(sent(), [0]);
  equal(end(), ["100 ok"]);
  equal(host.requests[0].body, '{"a":"1"}');
  equal(host.requests[0].method, "POST");
  equal(host.check(), []);
});

test("tried three times, then once more in the end phase, always the same letter", () => {
  host.http = () => ({ after: 100, code: 500 });
  reporting({ key: "results_key" });
  host.run(60000);
  equal(sent(), [0, 1100, 4200, 4300]);
  equal(end(), ["4300 bad"]);
  for (const request of host.requests) {
    equal(request.body, host.requests[0].body);
    equal(request.headers["webhook-id"], "4711-1");
    equal(request.headers["Ringflow-Call"], host.requests[0].headers["Ringflow-Call"]);
    const time = String(Date.UTC(2026, 0, 1) / 1000 + Math.floor(request.at / 1000));
    equal(request.headers["webhook-timestamp"], time);
    equal(request.headers["webhook-signature"], "v1,base64(hmac(" + host.secret + ",4711-1." + time + "." + request.body + "))");
  }
  equal(host.check(), []);
});

test("between two tries nothing waits but the pause", () => {
  host.http = () => ({ after: 100, code: 500 });
  reporting();
  host.run(500);
  equal(host.timers(), 1);
});

test("answered at the second try", () => {
  host.http = request => ({ after: 100, code: request.at === 0 ? -3 : 204 });
  reporting();
  host.run(60000);
  equal(sent(), [0, 1100]);
  equal(end(), ["1200 ok"]);
  equal(host.check(), []);
});

for (const code of [400, 401, 404, 410, 413, 422]) {
  test("refused for good by " + code, () => {
    host.http = () => ({ after: 100, code });
    reporting();
    host.run(60000);
    equal(sent(), [0]);
    equal(end(), ["100 bad"]);
    equal(host.check(), []);
  });
}

for (const code of [408, 429, 301, 500, 503, 0, -4, -7]) {
  test("tried again after " + code, () => {
    host.http = () => ({ after: 100, code });
    reporting();
    host.run(60000);
    equal(sent(), [0, 1100, 4200, 4300]);
  });
}

test("a receiver that is too slow", () => {
  host.http = () => ({ after: 20000, code: 200 });
  reporting();
  host.run(60000);
  equal(sent(), [0, 11000, 24000, 34000]);
  equal(host.check(), []);
});

test("a platform that never calls back", () => {
  host.http = () => null;
  reporting();
  host.run(60000);
  equal(sent(), [0, 12000, 26000, 37000]);
  equal(host.check(), []);
});

test("a platform that refuses the request", () => {
  install();
  host.http = () => { throw new Error("Exceeded the HTTP connection count limit!"); };
  reporting();
  host.run(60000);
  equal(sent(), [0, 1000, 4000, 4000]);
  equal(host.check(), []);
});

test("without an edge for failure the flow goes on as if it were done", () => {
  host.http = () => ({ after: 100, code: 400 });
  install();
  flow({ main: () => go("done", "end"), last: () => report(plain, { done: "end" }) }, "last");
  host.ring("12222220001");
  host.run(60000);
  ok(host.trace.some(line => /step last done/.test(line)), "done");
  equal(host.check(), []);
});

test("unsigned if no key is named", () => {
  reporting();
  equal(Object.keys(host.requests[0].headers).sort(), ["Content-Type", "Ringflow-Call", "webhook-id", "webhook-timestamp"]);
  equal(host.trace.some(line => /not signed/.test(line)), false);
});

test("unsigned, and said so, if the secret is missing", () => {
  host.secret = undefined;
  reporting({ key: "results_key" });
  equal(host.requests[0].headers["webhook-signature"], undefined);
  ok(host.trace.indexOf("0 rf:note last not signed: there is no secret results_key") >= 0, "said so");
});

test("unsigned, and said so, on a platform without secrets", () => {
  install();
  flow({ main: () => go("done", "end"), last: () => report({ ...plain, key: "results_key" }, { done: "end" }) }, "last");
  delete (VoxEngine as { getSecretValue?: unknown }).getSecretValue;
  host.ring("12222220001");
  equal(host.requests.length, 1);
  ok(host.trace.indexOf("0 rf:note last not signed: there is no secret results_key") >= 0, "said so");
});

test("details in the body", () => {
  reporting({ details: "body" });
  const epoch = Date.UTC(2026, 0, 1);
  equal(JSON.parse(host.requests[0].body), {
    a: "1",
    ringflow: {
      v: 1, session: "4711", flow: "test", release: "0".repeat(64), order_generation: null, started_at: epoch, ended_at: epoch, ended_by: "flow",
      path: ["answer done", "main done"], legs: [],
    },
  });
  equal(host.requests[0].headers["Ringflow-Call"], undefined);
});

test("details in a header", () => {
  reporting();
  equal(JSON.parse(host.requests[0].headers["Ringflow-Call"]).path, ["answer done", "main done"]);
});

test("ASCII in every place", () => {
  const text = "Gr\u00fc\u00dfe \ud83d\ude00 \u2028 \u007f \u0000 \"\\";
  reporting({ details: "body", body: { text } });
  ok(/^[ -~]*$/.test(host.requests[0].body), "ASCII");
  equal(JSON.parse(host.requests[0].body).text, text);
});

for (const details of ["body", "headers"] as const) {
  test("a long path is cut at its beginning, details in " + details, () => {
    install();
    let steps = 150;
    flow({
      main: () => go(--steps > 0 ? "more_of_the_same" : "last", steps > 0 ? "m\u00fcller/step_with_a_name" : "end"),
      "m\u00fcller/step_with_a_name": () => go("back", "main"),
      last: () => report({ ...plain, details }, { done: "end" }),
    }, "last");
    host.ring("12222220001");
    const text = details === "body" ? host.requests[0].body : host.requests[0].headers["Ringflow-Call"];
    const whole = JSON.parse(text);
    const path: string[] = (whole.ringflow || whole).path;
    ok(text.length <= 4096 && text.length > 4000, "length " + text.length);
    equal(path[0], "...");
    equal(path[path.length - 1], "main last");
  });
}

test("the platform ends the session while the report is under way: once more", () => {
  host.http = () => ({ after: 5000, code: 200 });
  reporting();
  host.run(1000);
  host.end(false);
  equal(sent(), [0, 1000]);
  host.run(60000);
  equal(host.check(), []);
});

test("the platform ends the session during the call: one report, nothing is waited for", () => {
  install();
  flow({ main: () => {}, last: () => report({ ...plain, details: "body" }, { done: "end" }) }, "last");
  host.ring("12222220001");
  host.run(1000);
  host.end(false);
  equal(sent(), [1000]);
  equal(JSON.parse(host.requests[0].body).ringflow.ended_by, "platform");
  equal(JSON.parse(host.requests[0].body).ringflow.path, ["answer done", "main terminated"]);
  host.run(60000);
  equal(host.terminated, 0);
  equal(host.check(), []);
});

test("the platform ends the session while a storage is asked after the call", () => {
  install();
  host.storage = () => ({ after: 3000, value: null });
  flow({
    main: () => go("done", "end"),
    ask: () => lookup({ key: "k", fields: {} }, { found: "last", missing: "last", expired: "last", malformed: "last", failed: "last" }),
    last: () => report(plain, { done: "end" }),
  }, "ask");
  host.ring("12222220001");
  host.run(1000);
  host.end(false);
  equal(sent(), [1000]);
  host.run(60000);
  equal(host.check(), []);
});

test("the platform ends the session during the call, and the last states ask a storage", () => {
  install();
  flow({
    main: () => {},
    ask: () => lookup({ key: "k", fields: {} }, { found: "end", missing: "end", expired: "end", malformed: "end", failed: "last" }),
    last: () => report(plain, { done: "end" }),
  }, "ask");
  host.ring("12222220001");
  host.end(false);
  equal(sent(), [0]);
  equal(host.check(), []);
});

test("two reports in the end phase: the platform takes one request", () => {
  install();
  flow({ main: () => {}, last: () => report(plain, { done: "more" }), more: () => report(plain, { done: "end" }) }, "last");
  host.ring("12222220001");
  host.end(false);
  equal(host.requests.map(request => request.headers["webhook-id"]), ["4711-1"]);
  equal(host.check(), []);
});

test("a report that is under way gives way to the last one", () => {
  install();
  host.http = () => null;
  flow({ main: () => report(plain, { done: "end" }), last: () => report(plain, { done: "end" }) }, "last");
  host.ring("12222220001");
  host.run(1000);
  host.end(false);
  equal(host.requests.map(request => request.headers["webhook-id"]), ["4711-1", "4711-2"]);
  equal(host.check(), []);
});

test("a platform that calls back twice", () => {
  install();
  host.http = () => null;
  reporting();
  const times: number[] = [];
  Net.httpRequest = (_, callback) => {
    times.push(host.now);
    setTimeout(() => callback({ code: 500 }), 100);
    setTimeout(() => callback({ code: 500 }), 150);
  };
  host.run(15190);
  equal(times, [12000, 15100]);
});

test("every report fits, however long its parts are", () => {
  install();
  let n = 0;
  flow({
    main: () => (n < 120 ? go("on", "more/of_the_same_steps") : go("enough", "fill")),
    "more/of_the_same_steps": () => { n++; go("done", "main"); },
    fill: () => report({ ...plain, details: "body", body: { x: "x".repeat(n) } }, { done: "next" }),
    next: () => (n++ < 160 ? go("again", "fill") : go("done", "end")),
  });
  host.ring("12222220001");
  host.run(60000);
  let cut = 0;
  for (const request of host.requests) {
    ok(request.body.length <= 4096, "length " + request.body.length);
    const path: string[] = JSON.parse(request.body).ringflow.path;
    ok(path.slice(1).indexOf("...") < 0, "cut twice");
    if (path[0] === "...") cut++;
  }
  equal(host.requests.length, 41);
  ok(cut > 10, "cut " + cut);
});

test("two reports have ids of their own", () => {
  install();
  flow({ main: () => report(plain, { done: "end" }), last: () => report(plain, { done: "end" }) }, "last");
  host.ring("12222220001");
  host.run(1000);
  equal(host.requests.map(request => request.headers["webhook-id"]), ["4711-1", "4711-2"]);
});
