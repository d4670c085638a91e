// ends: RF5002
// says: 13
require(Modules.ApplicationStorage);
Net.httpRequestAsync("http://a.example/", { get headers() { throw 13; } });
