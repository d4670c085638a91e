// The language of the call, and what depends on it.

import { sayDate, sayMoney, sayTime } from "./aloud";
import { language, speakIn } from "./language";
import { escaped } from "./markup";
import { play } from "./playback";
import { pluralOne, pluralRussian } from "./plural";
import { session } from "./session";
import { go } from "./state";
import { equal, test } from "./testdata/assert";
import { host, install } from "./testdata/host";
import { flow } from "./testdata/masking";

test("a switch changes the texts and the voice from the next prompt on", () => {
  install();
  speakIn("en-US");
  const voices: string[] = [];
  flow({
    main: () => play(() => (language() === "es-ES" ? "hola" : "hello"), "turn"),
    turn: () => {
      speakIn("es-ES");
      go("done", "again");
    },
    again: () => play(() => (language() === "es-ES" ? "hola" : "hello"), "bye"),
  });
  session.flow.voice = () => {
    voices.push(language());
    return {} as Voice;
  };
  host.ring("12222220001");
  host.run(60000);
  equal(host.trace.filter(line => / say /.test(line)).map(line => line.replace(/^[0-9]+ /, "")), ["caller say hello", "caller say hola"]);
  equal(voices, ["en-US", "es-ES"]);
});

test("what fills a hole of markup is no markup", () => {
  equal(escaped("Tom & <b>\"Jerry's\"</b>"), "Tom &amp; &lt;b&gt;&quot;Jerry&apos;s&quot;&lt;/b&gt;");
  equal(escaped(42), "42");
});

test("plural forms", () => {
  equal([0, 1, 2, 1.5, -1].map(pluralOne), ["other", "one", "other", "other", "one"]);
  equal([1, 2, 5, 11, 21, 1.5].map(pluralRussian), ["one", "few", "many", "many", "one", "other"]);
});

test("values as a voice reads them", () => {
  equal(sayDate("2026-03-01", { form: "{d} {m} {y}", first: "1er", months: ["janvier", "février", "mars"] }), "1er mars 2026");
  const day = { form: "{h}:{m} {half}", full: "{h} {half}", halves: ["AM", "PM"] };
  equal(["00:00", "09:05", "12:30", "23:00"].map(time => sayTime(time, day)), ["12 AM", "9:05 AM", "12:30 PM", "11 PM"]);
  const euros = { minus: "minus", and: " and ", scale: 100, major: { one: "euro", other: "euros" }, minor: { one: "cent", other: "cents" } };
  equal([0, 1, 100, 250, -101].map(units => sayMoney(units, euros, pluralOne)), ["0 euros", "1 cent", "1 euro", "2 euros and 50 cents", "minus 1 euro and 1 cent"]);
});
