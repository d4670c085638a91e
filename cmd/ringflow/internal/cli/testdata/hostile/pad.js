// ends: RF5002
// says: invalid string length
"x".padStart(1e10);
