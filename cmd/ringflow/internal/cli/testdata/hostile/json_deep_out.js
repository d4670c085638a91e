// ends: RF5010|RF5009|RF5004|RF5008
let a = [];
for (let i = 0; i < 3e6; i++) a = [a];
Logger.write(JSON.stringify(a));
