// One key of the application's storage, read and checked. The value is JSON
// that a backend wrote, or a person: {"courier": "...", "client": "..."}, with
// v (version), g (generation) and x (expiry, s since 1970) if our control plane
// wrote it.

import type { CallerLeft, FieldType, Hooks, Lookup, LookupEdges, LookupOutcome, StoredRecord } from "./flow";
import { digits } from "./phone";
import { session } from "./session";
import { after, cancel, here, onCallerLeft, onClosing, settle } from "./state";

/** An answer that takes longer will not be waited for. */
const storageLimit = 5000;

/** The version of values that is understood. A value without one was written by hand. */
const valueVersion = 1;

/** The effect. */
export function lookup(spec: Lookup, edges: LookupEdges, hooks: Hooks = {}, left?: CallerLeft): void {
  onCallerLeft(left);
  query(spec, outcome => settle(outcome, edges, hooks));
}

/** Looks a key up; the verdict comes once, and never if the state is left before. */
export function query(spec: Lookup, verdict: (outcome: LookupOutcome) => void): void {
  let open = true;
  const decide = (outcome: () => LookupOutcome) => {
    if (!open) return;
    open = false;
    cancel(limit);
    verdict(outcome());
  };
  const fail = () => decide(() => "failed");
  const limit = after(storageLimit, fail);
  onClosing(fail);
  if (session.closing) return fail();
  try {
    ApplicationStorage.get(spec.key).then(here(item => decide(() => read(item, spec))), here(fail));
  } catch (_) {
    fail();
  }
}

function read(item: StorageKey | null, spec: Lookup): LookupOutcome {
  if (item === null) return "missing";
  const value = parse(item.value);
  if (value === null) return "malformed";
  if (typeof value.x === "number" && value.x * 1000 <= Date.now()) return "expired";
  const record: StoredRecord = {};
  for (const name of Object.keys(spec.fields)) {
    const field = readField(value[name], spec.fields[name]);
    if (field === undefined) return "malformed";
    record[name] = field;
  }
  if (typeof value.g === "number") session.generation = value.g;
  if (spec.bind !== undefined) spec.bind(record);
  return "found";
}

type Stored = { [name: string]: unknown };

/** The value, or null for what is none: no object, another version, an expiry that is no time. */
function parse(text: string): Stored | null {
  let value: Stored;
  try {
    value = JSON.parse(text);
  } catch (_) {
    return null; // the message would quote the value
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const known = value.v === undefined || value.v === valueVersion;
  return known && (value.x === undefined || typeof value.x === "number") ? value : null;
}

/** One field, or undefined if it is not what the flow declared. */
function readField(value: unknown, type: FieldType): StoredRecord[string] | undefined {
  if (value === undefined || value === null) return type.indexOf("?") > 0 ? null : undefined;
  switch (type.replace("?", "")) {
    case "phone":
      return Array.isArray(value) ? phones(value) : phone(value);
    case "number":
      return typeof value === "number" ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    default:
      return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  }
}

function phone(value: unknown): string | undefined {
  const found = digits(value, session.flow.country);
  return found === null ? undefined : found;
}

/** Several numbers of one party; one that is none spoils the list. */
function phones(values: unknown[]): string[] | undefined {
  const out: string[] = [];
  for (const value of values) {
    const found = phone(value);
    if (found === undefined) return undefined;
    out.push(found);
  }
  return out.length > 0 ? out : undefined;
}
