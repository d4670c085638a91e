VoxEngine.addEventListener(AppEvents.HttpRequest, (e) => (e.content === "text" ? "done" : 42));
setTimeout(verdict, 5000);
