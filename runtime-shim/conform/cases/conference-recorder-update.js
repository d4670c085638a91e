require(Modules.Recorder);
const recorder = VoxEngine.createRecorder({ video: true });
same(thrown(() => recorder.update({ layout: RecorderLayout.grid, background: "#ffffff" })), "", "another layout");
same(thrown(() => recorder.update()) !== "", true, "nothing throws");
same(thrown(() => recorder.update({ layout: "circle" })) !== "", true, "an unknown layout throws");
same(thrown(() => recorder.update({ layout: RecorderLayout.custom })) !== "", true, "a custom layout without settings throws");
verdict();
