// ends: fine
// says: the platform keeps 15000
Logger.write("y".repeat(100000));
