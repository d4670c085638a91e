// ends: RF5002
// says: boom
const o = { [Symbol.toPrimitive]() { throw new Error("boom"); } };
setTimeout(() => {}, o);
