onCall((call) => {
  same([call.callerid(), call.number(), call.clientType(), typeof call.callerid, "" + call.id !== call.id()], ["12222222222", "10000000000", "pstn", "function", true], "getters");
  verdict();
});
