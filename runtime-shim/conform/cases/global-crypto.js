same(Crypto.md5("abc"), "900150983cd24fb0d6963f7d28e17f72", "md5");
same(Crypto.sha1("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d", "sha1");
same(Crypto.sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "sha256");
same(Crypto.hmac_sha256("key", "text").length, 64, "length of hmac_sha256");
verdict();
