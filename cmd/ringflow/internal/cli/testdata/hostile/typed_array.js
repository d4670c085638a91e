// ends: RF5009|RF5004|RF5008
const all = [];
for (;;) all.push(new Uint8Array(1e8).fill(1));
