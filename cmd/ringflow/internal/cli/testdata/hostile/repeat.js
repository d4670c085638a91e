// ends: RF5002
// says: invalid string length
"x".repeat(1e10);
