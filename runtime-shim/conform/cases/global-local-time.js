const noon = new Date("2026-07-01T12:00:00Z");
same(getLocalTime("Europe/Berlin", noon).toISOString(), "2026-07-01T14:00:00.000Z", "summer in Berlin");
same(getLocalTime("America/New_York", new Date("2026-01-01T12:00:00Z")).getHours(), 7, "winter in New York");
same(noon.toISOString(), "2026-07-01T12:00:00.000Z", "the date that was given");
verdict();
