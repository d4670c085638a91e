// The contract between the emitter, which writes against these types, and the
// effects, which read them. Nothing here exists at run time. What each effect
// does, rule by rule, stands in docs/ir.md.
//
// Times are milliseconds. A state that is entered either goes on at once (go, and
// whatever ends the call) or starts one effect, which goes on later by one of its
// edges.

/** One compiled flow: what scenario() is given. */
export interface Flow {
  flow: string; // name, for the report
  start: string; // state that an arriving call enters
  finally: string; // first state after the call, entered once on every way out; "" if there is none
  settings: string[]; // names in bound.config without which the flow cannot run
  voice?: () => Voice; // who speaks; a function because a voice may not exist on the platform any more
  country?: Country; // how national spellings of numbers are read
  enter: (state: string) => void; // enters a state
}

/** What the script is called with: the values of one environment. */
export interface Bound {
  release: string; // SHA-256 of the script's body, 64 hex digits
  config: { [name: string]: unknown };
}

/** Numbering of one country: calling code, national prefix, lengths of a number without that prefix. */
export interface Country {
  code: string; // "1"
  trunk: string; // "0"; "" if there is none
  lengths: number[]; // ascending
}

/** Where each outcome leads: ids of states, or "end". One id alone is for "done". */
export type Edges = string | { [outcome: string]: string };

/**
 * What to note when an outcome comes, before its edge is taken. Nothing in a hook
 * may wait or be heard. It also learns of "caller_left", and "entered" with the
 * keys of a collect.
 */
export type Hook = (outcome: string, keys: string) => void;

/** One thing to hear: a text, a sound file, or nothing for so many ms. */
export type Part = string | { url: string } | { silence: number };

/** What is heard: one text, or parts one after the other; a function if they are known only then. */
export type Words = string | Part[] | (() => string | Part[]);

/** Keys typed by the caller, with max 0 a menu. */
export interface Collect {
  prompt: Words;
  again?: { silent?: Words; wrong?: Words }; // instead of prompt after silence, after a wrong attempt
  min: number; // keys; fewer are an attempt only with partial "accept"
  max: number; // keys; 0 takes none, only exits count
  keys: string; // keys that make up the value
  ends?: string; // keys that end the value and are no part of it; none unless given
  other?: "ignore" | "wrong"; // any other key is as if it had not been pressed (unless given), or a wrong attempt
  partial?: "accept" | "refuse"; // 1 to min-1 keys when the time is up; refused unless given
  bargeIn: boolean; // a key stops what plays; otherwise keys wait until it ends, exits do not
  firstDigit: number; // ms from the end of the prompt to the first key, > 0
  betweenDigits: number; // ms from one key to the next, > 0
  total?: number; // ms from the end of the prompt to the last key; any unless given
  hint?: { after: number; play: Words }; // once in a call, if no key was counted before
  silent: number; // the silence that gives up: 1 gives up at the first, >= 1
  wrong: number; // the wrong attempt that gives up, >= 1
  accept?: (verdict: (outcome: string) => void) => void; // judges what was entered: "found" is right
}

/** Types of a stored field; "?" after it: may be absent, and is null then. A function reads it itself. */
export type FieldType = ((value: unknown) => FieldValue) | "phone" | "text" | "number" | "bool" | "phone?" | "text?" | "number?" | "bool?";

/** One key of the application's storage. */
export interface Lookup {
  key: string; // at most 200 characters
  fields: { [name: string]: FieldType };
  bind?: (record: StoredRecord) => void; // receives the fields and nothing else, if found
}

/** The value of a field, undefined for what is not as declared. */
export type FieldValue = string | string[] | number | boolean | null | undefined;

export type StoredRecord = { [field: string]: string | string[] | number | boolean | null };
export type LookupOutcome = "found" | "missing" | "expired" | "malformed" | "failed";

/** A second call, joined with the caller's. */
export interface Connect {
  to: Phone; // of several the first is dialled
  from: string; // caller id that the called side sees
  role: string; // name of the leg in the report
  callerHears?: string; // address of music, looped until the join
  calleeHears?: Words; // before the join
  ringFor: number; // ms; 0 for as long as the platform rings (60 s)
  talkFor: number; // ms from the join; 0 for any
}

export type ConnectOutcome = "ended" | "busy" | "no_answer" | "rejected" | "failed";

/** A number in any spelling, or several of one party, or none. */
export type Phone = string | number | Phone[] | null | undefined;

/** The result of the call, sent by HTTP POST. */
export interface Report {
  url: string;
  body: { [field: string]: unknown };
  key: string; // name of the secret that signs; "" for no signature
  details: "body" | "headers"; // where the object ringflow goes
}

/** How a call ended. */
export type EndedBy = "caller" | "callee" | "flow" | "error" | "platform";

/** One outgoing call, as the report tells it. No number. */
export interface LegReport {
  role: string;
  outcome: ConnectOutcome | "caller_left" | "talk_limit" | "dropped"; // dropped: the session failed or was ended
  code: number | null; // of the platform, when the leg was never connected
  ringing_ms: number; // from dialling to the answer or the failure
  talk_ms: number; // from the join to the end
}

/** The object ringflow of a report. */
export interface CallReport {
  v: 1;
  session: string;
  flow: string;
  release: string;
  order_generation: number | null; // g of the value that was looked up last
  started_at: number; // ms since 1970, UTC
  ended_at: number;
  ended_by: EndedBy | ""; // "" in a report that is sent during the call
  path: string[]; // "STATE OUTCOME", oldest first; "..." for what did not fit
  legs: LegReport[];
}
