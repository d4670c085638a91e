class Names {
  toJSON() {
    return ["a"];
  }
}
VoxEngine.addEventListener(AppEvents.HttpRequest, () => ({ calls: 2, names: new Names() }));
setTimeout(verdict, 5000);
