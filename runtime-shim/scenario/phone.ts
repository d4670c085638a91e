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
  const text = String(value).replace(/[ ().\/-]/g, "");
  const bare = text.replace(/^(\+|00)/, "");
  if (!/^[0-9]+$/.test(bare)) return null;
  const whole = country === undefined || bare !== text ? bare : international(bare, country);
  return whole.length >= fewestDigits && whole.length <= mostDigits ? whole : null;
}

/** Completes a national spelling; what is none stays as it is. */
function international(bare: string, country: Country): string {
  const fits = (rest: string) => country.lengths.indexOf(rest.length) >= 0;
  const { code, trunk, lengths } = country;
  if (bare.indexOf(code) === 0 && fits(bare.slice(code.length))) return bare;
  if (trunk !== "" && bare.indexOf(trunk) === 0 && fits(bare.slice(trunk.length))) return code + bare.slice(trunk.length);
  return lengths.length === 1 && fits(bare) ? code + bare : bare;
}

/** All numbers of one party as digits; what is not a number is left out. */
export function numbers(value: Phone): string[] {
  const out: string[] = [];
  for (const one of Array.isArray(value) ? value : [value]) {
    const found = one === null || one === undefined ? null : digits(one, session.flow.country);
    if (found !== null) out.push(found);
  }
  return out;
}

/** Whether two parties share a number. Nobody is the same as an unknown caller. */
export function samePhone(a: Phone, b: Phone): boolean {
  const others = numbers(b);
  return numbers(a).some(number => others.indexOf(number) >= 0);
}

/** The number to dial to reach a party, or null. */
export function dialable(value: Phone): string | null {
  const all = numbers(value);
  return all.length > 0 ? all[0] : null;
}
