// Cutting texts.

import { pieces } from "./speech";
import { equal, ok, test } from "./testdata/assert";

const sentence = "This is one sentence of a long text. ";

test("a text that fits is left as it is", () => {
  equal(pieces(" Hello.  You there? "), [" Hello.  You there? "]);
  equal(pieces("x".repeat(1500)), ["x".repeat(1500)]);
  equal(pieces(""), []);
  equal(pieces(" \n"), []);
});

test("a long text is cut at ends of sentences", () => {
  const text = sentence.repeat(100).trim();
  const cut = pieces(text);
  equal(cut.map(piece => piece.length), [1479, 1479, 739]);
  equal(cut.join(" "), text);
  for (const piece of cut) ok(/\.$/.test(piece), "ends with a sentence: " + piece.slice(-20));
});

test("what closes with a sentence stays with it", () => {
  const head = "a".repeat(1000) + ' "Really?"';
  equal(pieces(head + " " + "b".repeat(1000)), [head, "b".repeat(1000)]);
});

test("a sentence may end with the last character that fits", () => {
  const head = "a".repeat(1499) + ".";
  equal(pieces(head + " rest"), [head, "rest"]);
  equal(pieces("One. " + "b".repeat(1494) + ". rest"), ["One. " + "b".repeat(1494) + ".", "rest"]);
  equal(pieces("a".repeat(1500) + ". rest").map(piece => piece.length), [1500, 6]);
});

test("full-width marks need no space", () => {
  const head = "\u597d".repeat(900) + "\u3002";
  equal(pieces(head + "\u597d".repeat(900)), [head, "\u597d".repeat(900)]);
});

test("a full stop inside a number ends no sentence", () => {
  equal(pieces("a".repeat(1400) + " 1.5 " + "b".repeat(200)), ["a".repeat(1400) + " 1.5", "b".repeat(200)]);
});

test("without sentences a space will do, without spaces anything", () => {
  equal(pieces(("ab".repeat(400) + " ").repeat(3)).map(piece => piece.length), [800, 800, 801].map(n => Math.min(n, 800)));
  equal(pieces("c".repeat(3200)).map(piece => piece.length), [1500, 1500, 200]);
});

test("no character is cut in two", () => {
  const cut = pieces("a" + "\ud83d\ude00".repeat(1000));
  equal(cut.map(piece => piece.length), [1499, 502]);
  for (const piece of cut) ok(!/[\ud800-\udbff]$/.test(piece), "ends with half a character");
});

test("markup is left alone", () => {
  const text = "<speak>" + sentence.repeat(100) + "</speak>";
  equal(pieces(text), [text]);
});
