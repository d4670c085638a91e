// ends: RF5004|RF5008
for (;;) VoxEngine.callPSTN("13333333333", "10000000000");
