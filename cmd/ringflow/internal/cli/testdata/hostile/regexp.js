// ends: RF5004
// says: regexp.js:3:20
/^(?=a)(a+)+$/.test("a".repeat(40) + "!");
