// One key of the application's storage, read and checked. The value is JSON
// that a backend wrote, or a person: {"courier": "...", "client": "..."}, with
// v (version), g (generation) and x (expiry, s since 1970) if our control plane
// wrote it.

import type { Edges, FieldType, Hook, Lookup, LookupOutcome, StoredRecord } from "./flow";
import { digits } from "./phone";
import { session } from "./session";
import { begin, epoch, onClosing, settle, turn } from "./state";
import { after, cancel } from "./timer";

/** An answer that takes longer will not be waited for. */
const storageLimit = 5000;

/** The version of values that is understood. A value without one was written by hand. */
const valueVersion = 1;

/** The field g of the value that was looked up last. */
export let generation: number | null = null;

// The current query.
let queries = 0;
let open = false;
let openedIn = 0; // epoch
let wanted: Lookup;
let tell: (outcome: LookupOutcome) => void;
let limit = 0; // timer

/** The effect. */
export function lookup(spec: Lookup, to: Edges, hook?: Hook): void {
  begin(to, hook);
  query(spec, settle);
}

/** Looks a key up; the verdict comes once, and never if the state is left before. */
export function query(spec: Lookup, verdict: (outcome: LookupOutcome) => void): void {
  const mine = ++queries;
  open = true;
  openedIn = epoch;
  wanted = spec;
  tell = verdict;
  limit = after(storageLimit, decide);
  onClosing(decide);
  if (session.closing) return decide();
  try {
    ApplicationStorage.get(spec.key).then(
      item => { if (mine === queries) turn(decide, item); },
      () => { if (mine === queries) turn(decide); },
    );
  } catch (_) {
    decide();
  }
}

/** The answer is there, or undefined: there will be none. */
function decide(item?: StorageKey | null): void {
  if (!open || openedIn !== epoch) return;
  open = false;
  cancel(limit);
  tell(item === undefined ? "failed" : read(item, wanted));
}

/** Reads a value. Malformed is what is no object, has another version, or an expiry that is no time. */
function read(item: StorageKey | null, spec: Lookup): LookupOutcome {
  if (item === null) return "missing";
  let value: Stored | null = null;
  try {
    value = JSON.parse(item.value);
  } catch (_) {
    // The message would quote the value.
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "malformed";
  if (value.v !== undefined && value.v !== valueVersion) return "malformed";
  if (value.x !== undefined && typeof value.x !== "number") return "malformed";
  if (typeof value.x === "number" && value.x * 1000 <= Date.now()) return "expired";
  const record: StoredRecord = {};
  const names = Object.keys(spec.fields);
  for (let i = 0; i < names.length; i++) {
    const field = readField(value[names[i]], spec.fields[names[i]]);
    if (field === undefined) return "malformed";
    record[names[i]] = field;
  }
  if (typeof value.g === "number") generation = value.g;
  if (spec.bind !== undefined) spec.bind(record);
  return "found";
}

type Stored = { [name: string]: unknown };

/** One field, or undefined if it is not what the flow declared. */
function readField(value: unknown, type: FieldType): StoredRecord[string] | undefined {
  if (typeof type === "function") return type(value);
  if (value === undefined || value === null) return type.indexOf("?") > 0 ? null : undefined;
  switch (type.replace("?", "")) {
    case "phone":
      return phones(value);
    case "number":
      return typeof value === "number" ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    default:
      return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  }
}

/** A number, or several of one party; one that is none spoils the list. */
function phones(value: unknown): string | string[] | undefined {
  if (typeof value === "string" || !Array.isArray(value)) return digits(value, session.flow.country) || undefined;
  const out: string[] = [];
  for (let i = 0; i < value.length; i++) {
    const found = digits(value[i], session.flow.country);
    if (found === null) return undefined;
    out.push(found);
  }
  return out.length > 0 ? out : undefined;
}
