// The only way from a number to a key: a keyed hash, which nobody without the
// secret can compute or try out. testdata/phones.json has its cases.

import type { Phone } from "./flow";
import { dialable } from "./phone";
import { secret } from "./secret";
import { state } from "./state";

/** The pseudonym of a party's first number: 64 hex digits; null without a number or the secret. */
export function pseudonym(party: Phone, name: string): string | null {
  const number = dialable(party);
  if (number === null) return null;
  const key = secret(name, state + " no pseudonym");
  return key === "" ? null : Crypto.hmac_sha256(key, "phone:" + number).toLowerCase();
}
