// ends: RF5008
"aaaaaaaaaaaaaaaaaaaaaaa!".repeat(1000).replace(/(?=a)(a+)+b|!/g, "");
