const info = PhoneNumber.getInfo("+1 650 253 0000");
same([info.number, info.region, info.isValidNumber], ["+16502530000", "US", true], "a number of the United States");
same(PhoneNumber.getInfo("text", "US").error, "NOT_A_NUMBER", "no number");
verdict();
