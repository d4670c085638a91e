VoxEngine.addEventListener(AppEvents.HttpRequest, () => ({ calls: 2, names: ["a"] }));
setTimeout(verdict, 5000);
