// ends: RF5004
for (;;) { try { for (;;) {} } catch (e) {} finally { continue; } }
