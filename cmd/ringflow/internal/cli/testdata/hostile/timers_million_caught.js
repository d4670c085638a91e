// ends: fine
// says: 100 timers
let made = 0;
for (let i = 0; i < 1e5; i++) { try { setTimeout(() => {}, 1000); made++; } catch (e) {} }
Logger.write(made + " timers");
