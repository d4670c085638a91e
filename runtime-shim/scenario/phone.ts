// Telephone numbers. Two spellings are the same number when their digits are:
// the storage and the platform carry digits without "+", people write all sorts.
// testdata/phones.json is the table of cases, shared with every other reader of
// numbers in this project.

import type { Country, Phone } from "./flow";
import { session } from "./session";

/** Digits that a number may have; fewer are no number, more are not in any plan (E.164). */
const fewestDigits = 5;
const mostDigits = 15;

/**
 * The digits of a number without "+", or null for what is not a number.
 * Punctuation and one leading "+" or "00" are dropped. What had neither may be
 * a national spelling, which a country's rule completes.
 */
export function digits(value: unknown, country?: Country): string | null {
  if (typeof value !== "string" && !(Number.isSafeInteger(value) && (value as number) > 0)) return null;
  let text = "" + value;
  let bare = text[0] === "+" ? text.slice(1) : text;
  if (!isPlain(bare)) {
    text = text.replace(/[ ().\/-]/g, "");
    bare = text.replace(/^(\+|00)/, "");
    if (!/^[0-9]+$/.test(bare)) return null;
  }
  const whole = country === undefined || bare !== text ? bare : complete(bare, country);
  return whole.length >= fewestDigits && whole.length <= mostDigits ? whole : null;
}

/** Whether a text is digits already, as nearly all numbers are; true is certain, and cheaper than an expression. */
function isPlain(text: string): boolean {
  const n = +text;
  return n > 0 && n < 1e15 && n % 1 === 0 && "" + n === text;
}

/** Completes a national spelling; what is none stays as it is. */
function complete(bare: string, country: Country): string {
  const { code, trunk, lengths } = country;
  if (bare.indexOf(code) === 0 && lengths.indexOf(bare.length - code.length) >= 0) return bare;
  const national = trunk !== "" && bare.indexOf(trunk) === 0 && lengths.indexOf(bare.length - trunk.length) >= 0;
  if (national) return code + bare.slice(trunk.length);
  return lengths.length === 1 && lengths[0] === bare.length ? code + bare : bare;
}

/** Whether two parties share a number. Nobody is the same as an unknown caller. */
export function samePhone(a: Phone, b: Phone): boolean {
  if (Array.isArray(a)) return a.some(one => samePhone(one, b));
  if (Array.isArray(b)) return b.some(one => samePhone(a, one));
  const number = dialable(a);
  return number !== null && number === dialable(b);
}

/** The number to dial to reach a party, or null. */
export function dialable(value: Phone): string | null {
  if (!Array.isArray(value)) return digits(value, session.flow.country);
  let found: string | null = null;
  for (let i = 0; i < value.length && found === null; i++) found = dialable(value[i]);
  return found;
}
