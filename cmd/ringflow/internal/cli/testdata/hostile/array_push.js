// ends: RF5009|RF5004|RF5008
const all = [];
for (;;) all.push(new Array(1000).fill(0));
