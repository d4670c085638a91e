same(base64_encode("h\u00e4"), "aMOk", "base64_encode");
same(base64_decode("AP8="), [0, 255], "base64_decode gives bytes");
same(str2bytes("h\u00e4", "utf-8"), [104, 195, 164], "str2bytes");
same(bytes2str([104, 195, 164], "utf-8"), "h\u00e4", "bytes2str");
same([hex2bytes("00ff"), bytes2hex([0, 255], false), bytes2hex([0, 255], true)], [[0, 255], "00ff", "00FF"], "hexadecimal");
verdict();
