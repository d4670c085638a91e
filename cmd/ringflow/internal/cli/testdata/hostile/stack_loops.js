// ends: RF5003|RF5008
const e = new Error("x");
Object.defineProperty(e, "stack", { get() { for (;;) {} } });
Promise.reject(e);
