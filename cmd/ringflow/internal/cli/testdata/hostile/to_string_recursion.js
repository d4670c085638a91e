// ends: RF5002|RF5004|RF5008
const o = { toString() { return "" + o; } };
Logger.write(o);
