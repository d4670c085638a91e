// The module "ringflow": what an emitted scenario can import. Only what it does
// import ends up in its script.

export { answer, caller, hangup, reject } from "./caller";
export { collect, collected } from "./collect";
export { connect } from "./connect";
export { again, repeat, restart } from "./again";
export { listen, listened } from "./listen";
export { pick } from "./pick";
export { encoded, http } from "./http";
export { hours } from "./hours";
export { log } from "./log";
export { lookup, query } from "./lookup";
export * from "./functions";
export { detector } from "./detect";
export { dial } from "./dial";
export { args, outbound } from "./outbound";
export { dialable, samePhone } from "./phone";
export { play } from "./playback";
export { reach } from "./reach";
export { pseudonym } from "./pseudonym";
export { sayDate, sayMoney, sayTime } from "./aloud";
export { language, speakIn } from "./language";
export { escaped } from "./markup";
export * from "./plural";
export { record, recording } from "./recording";
export { report } from "./report";
export { scenario } from "./scenario";
export { screening } from "./screen";
export { script } from "./script";
export { secretValue } from "./secret";
export { go } from "./state";
export { forget, store } from "./store";
export * from "./values";
