onCall((call, e) => {
  same(JSON.parse(JSON.stringify(e)).name, "Application.CallAlerting", "name");
  same([e.callerid, e.destination, typeof e.headers, e.nothing], ["12222222222", "10000000000", "object", undefined], "fields");
  verdict();
});
