// ends: RF5004
(function again() { Promise.resolve().then(again); })();
