// Runs one random story of the masking call and says which rules it broke.

import { host, install, type Options } from "./host";
import { config, masking } from "./masking";

/** Written by the property test. */
export interface Story {
  options: Options;
  from: string;
  details: "body" | "headers";
  value: string; // what the storage has for every key; "" for nothing
  storage: { after: number; fails: boolean; throws: boolean };
  http: number[]; // code of each request; 0 for one that is never answered
  record: number; // ms until the address; -1 never, -2 fails
  refuses: { answer: boolean; say: boolean; dial: boolean; record: boolean };
  acts: { after: number; what: string; with: string }[];
}

function prepare(story: Story): void {
  install(config);
  host.options = story.options;
  host.refuses = story.refuses;
  host.storage = () => ({ ...story.storage, value: story.value === "" ? null : story.value });
  host.http = () => {
    const code = story.http[host.requests.length - 1];
    return code === 0 ? null : { after: 100, code: code === undefined ? 200 : code };
  };
  host.recording = call => {
    if (story.record >= 0) host.later(story.record, () => call.emit("Call.RecordStarted", { url: "https://records.example.com/1" }));
    if (story.record >= 0) host.later(story.record + 5000, () => call.emit("Call.RecordStopped", { url: "https://records.example.com/1" }));
    if (story.record === -2) host.later(100, () => call.emit("Call.RecordError", { error: "disk" }));
  };
  masking(story.details);
}

function act(what: string, value: string): void {
  const caller = host.calls[0];
  const leg = host.calls[host.calls.length - 1];
  switch (what) {
    case "press": return caller.press(value);
    case "leave": return caller.hangsUp(Number(value));
    case "break": return caller.breaks(value);
    case "end": return host.end(value === "error");
    case "answer": return leg.answers();
    case "fail": return leg.fails(Number(value));
    case "callee leaves": return leg === caller ? undefined : leg.hangsUp(Number(value));
  }
}

/** Broken rules; none is right. */
function run(story: Story): string[] {
  prepare(story);
  const caller = host.ring(story.from);
  for (const { after, what, with: value } of story.acts) {
    host.run(after);
    if (!host.ended) act(what, value);
  }
  host.run(400000); // no silence of the flow is longer
  if (!host.ended && caller.peer === null) host.wrong("the call goes on, but nobody talks");
  caller.hangsUp();
  host.run(60000);
  return host.check().concat(onceEach(), privacy(story.from));
}

function onceEach(): string[] {
  const wrong: string[] = [];
  const last = host.trace.filter(line => /rf:step finally/.test(line)).length;
  if (last !== 1 && !host.ended) wrong.push("the last states ran " + last + " times");
  if (last > 1) wrong.push("the last states ran " + last + " times");
  const letters = host.requests.map(request => request.headers["webhook-id"] + request.body + request.headers["Ringflow-Call"]);
  if (letters.length === 0) wrong.push("no report");
  if (letters.some(letter => letter !== letters[0])) wrong.push("reports differ");
  if (host.trace.some(line => /rf:error/.test(line) && !/not connected/.test(line))) wrong.push("a state failed");
  return wrong;
}

/** Numbers of the parties, wherever somebody else could read them. */
function privacy(from: string): string[] {
  const numbers = [from, "2222220001", "3333330001"];
  const seen = host.trace.filter(line => / (rf:|\S+ say |POST )/.test(line)).concat(JSON.stringify(host.requests));
  return seen.filter(text => numbers.some(number => number !== "" && text.indexOf(number) >= 0)).map(text => "a number is told: " + text);
}

const world = globalThis as unknown as { run: (story: string) => string };
world.run = story => JSON.stringify({ wrong: run(JSON.parse(story)), trace: host.trace });
