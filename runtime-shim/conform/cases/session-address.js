VoxEngine.addEventListener(AppEvents.Started, (e) => {
  same([/^http:\/\/.+\/request\/.+/.test(e.accessURL), /^https:\/\/.+\/request\/.+/.test(e.accessSecureURL)], [true, true], "accessURL and accessSecureURL");
  verdict();
});
