for (const level of ["log", "info", "debug", "warn", "error"]) console[level]("console", level);
trace("by trace");
verdict();
