// ends: RF5009|RF5004|RF5008
let s = "x";
for (;;) s += s;
