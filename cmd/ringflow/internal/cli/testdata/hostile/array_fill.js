// ends: RF5009|RF5004|RF5008
new Array(4e8).fill(0);
