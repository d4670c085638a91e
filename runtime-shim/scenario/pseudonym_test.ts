// Pseudonyms: the table says of which digits, and the hash itself is the platform's.

import type { Country, Phone } from "./flow";
import { pseudonym } from "./pseudonym";
import { session } from "./session";
import { equal, test } from "./testdata/assert";
import { install } from "./testdata/host";
import table from "./testdata/phones.json";

type Case = { value: Phone; country?: string; digits: string; secret: string };

test("the first number of a party is hashed with the secret", () => {
  install();
  for (const { value, country, digits, secret } of table.pseudonyms as Case[]) {
    session.flow.country = country === undefined ? undefined : (table.countries as { [name: string]: Country })[country];
    VoxEngine["getSecretValue"] = () => secret;
    equal(pseudonym(value, "pepper"), digits === "" || secret === "" ? null : "hmac(" + secret + ",phone:" + digits + ")", JSON.stringify(value));
  }
});

test("a platform that cannot read secrets gives no pseudonym", () => {
  install();
  VoxEngine["getSecretValue"] = () => { throw new Error("no such function"); };
  equal(pseudonym("12222220001", "pepper"), null);
});
