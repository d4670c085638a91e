const [a, b] = [uuidgen(), uuidgen()];
same([/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(a), a !== b], [true, true], "two identifiers");
verdict();
