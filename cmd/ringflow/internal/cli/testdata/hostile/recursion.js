// ends: RF5002
// says: too much recursion
(function deep() { deep(); })();
