// ends: RF5004
setTimeout(() => {}, { valueOf() { for (;;) {} } });
