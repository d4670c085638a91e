// ends: RF5009|RF5004|RF5008
const a = [];
a.length = 4294967295;
a.sort();
a.forEach(() => {});
a.reverse();
for (;;) a.indexOf(1);
