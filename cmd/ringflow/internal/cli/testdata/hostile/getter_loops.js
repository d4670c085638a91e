// ends: RF5004
Net.httpRequestAsync("http://a.example/", { get headers() { for (;;) {} } });
