// ends: RF5002|RF5008
throw { toString() { for (;;) {} } };
