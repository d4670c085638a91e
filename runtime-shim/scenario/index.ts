// The module "ringflow": what an emitted scenario can import. Only what it does
// import ends up in its script.

export { answer, caller, hangup, reject } from "./caller";
export { sayDate, sayMoney, sayTime } from "./aloud";
export { collect } from "./collect";
export { connect } from "./connect";
export { language, speakIn } from "./language";
export { log } from "./log";
export { lookup, query } from "./lookup";
export * from "./functions";
export { escaped } from "./markup";
export { dialable, samePhone } from "./phone";
export { play } from "./playback";
export * from "./plural";
export { record, recording } from "./recording";
export { report } from "./report";
export { scenario } from "./scenario";
export { go } from "./state";
export * from "./values";
