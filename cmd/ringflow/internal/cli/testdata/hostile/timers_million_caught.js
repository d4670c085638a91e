// ends: fine|RF5004
// says: timers
let made = 0;
for (let i = 0; i < 1e5; i++) { try { setTimeout(() => {}, 1000); made++; } catch (e) {} }
Logger.write(made + " timers");
