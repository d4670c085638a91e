// ends: RF5008
// says: in a regular expression
/^(?=a)(a+)+$/.test("a".repeat(40) + "!");
