// Which phrase was said.

import { phraseIn } from "./phrases";
import { equal, test } from "./testdata/assert";

const phrases = { sales: ["sales", "to buy"], support: ["support", "I'd like help", "to buy support"], hebrew: ["מכירות"], german: ["Größe"], japanese: ["予約"] };

test("a phrase is found as whole words", () => {
  const cases: [string, string | null][] = [
    ["sales", "sales"], ["SALES!", "sales"], ["the sales department, please", "sales"], ["wholesales", null], ["sale", null],
    ["I'd like help.", "support"], ["i'd like  help", "support"], ["מכירות בבקשה", "hebrew"], ["welche größe?", "german"],
    ["来週の予約をしたい", "japanese"], ["", null], ["...", null],
  ];
  for (const [said, word] of cases) equal(phraseIn(said, phrases), word, said);
});

test("the longest phrase counts, and of two words with one as long none does", () => {
  equal(phraseIn("I want to buy support", phrases), "support");
  equal(phraseIn("sales or support", phrases), "support");
  equal(phraseIn("yes or nay", { a: ["yes"], b: ["nay"] }), null);
  equal(phraseIn("yes or yea", { a: ["yes", "yea"] }), "a");
});
