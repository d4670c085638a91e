// ends: RF5009|RF5004|RF5008
const all = [];
for (;;) all.push("x".repeat(8e6));
