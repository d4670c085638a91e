same(typeof ApplicationStorage, "undefined", "a module's name before require");
require(Modules.ApplicationStorage);
same(typeof ApplicationStorage, "object", "and after it");
verdict();
