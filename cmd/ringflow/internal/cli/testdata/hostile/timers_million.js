// ends: RF5002
// says: 100 timers are active
for (let i = 0; i < 1e6; i++) setTimeout(() => {}, 1000);
