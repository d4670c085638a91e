// ends: RF5008|RF5004
"aaaaaaaaaaaaaaaaaaaaaaa!".repeat(1000).replace(/(?=a)(a+)+b|!/g, "");
