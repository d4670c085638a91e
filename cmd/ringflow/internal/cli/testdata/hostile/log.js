// ends: RF5007
for (;;) Logger.write("x".repeat(15000));
