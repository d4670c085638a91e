same(new Date(2026, 0, 15, 10).toISOString(), "2026-01-15T10:00:00.000Z", "local time");
same(new Date().getTimezoneOffset(), 0, "offset");
verdict();
