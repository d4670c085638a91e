// ends: RF5007|RF5004
for (;;) Logger.write("x".repeat(15000));
