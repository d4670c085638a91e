// ends: RF5003
const e = new Error("x");
Object.defineProperty(e, "stack", { get() { throw 9; } });
Promise.reject(e);
