// ends: RF5004
while (true) {}
