package voxengine

// ErrorKind is what all errors of one code have in common; what is wrong this
// time stands in the error itself.
type ErrorKind struct {
	Code  string
	Title string // the same for every error of the kind
	Means string // when it comes, and what holds then; whole sentences
	Todo  string // the way out
	Wrong string // an example that has the error, "" where words say it
	Right string // an example of what works
}

// ErrorKinds returns the table of everything that can go wrong with a script
// that runs, in the order of the codes.
func ErrorKinds() []ErrorKind {
	return []ErrorKind{
		{
			Code: CodeSyntax, Title: "a script cannot be parsed",
			Means: "The scripts of a rule are read before their session starts, and one of them is no JavaScript. All places in all of them are listed.",
			Todo:  "Correct what is listed. A script that was built from a flow is not written by hand: build it again.",
			Wrong: `VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => e.call.answer();`,
			Right: `VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => e.call.answer());`,
		}, {
			Code: CodeException, Title: "a script threw, and nothing caught it",
			Means: "An exception left a listener, a timer or the script itself. The session ends as on the platform: every call in it is cut, whoever is talking, and only the " +
				"listeners of the end still run. The places are those of the source, innermost first; a name that does not exist comes with the one that was probably meant.",
			Todo:  "Correct the place, or catch what can be expected to fail and say what happens to the call then.",
			Wrong: `const order = JSON.parse("no order");`,
			Right: `let order = null;
try { order = JSON.parse("no order"); } catch (error) { Logger.write("not an order"); }`,
		}, {
			Code: CodeRejection, Title: "a promise was rejected, and nothing handled it",
			Means: "A promise was rejected and had no handler when the callback was over; an `async` function that throws is the usual case. The platform's documentation says that the session ends " +
				"then, which was never verified. It ends here; `--switch unhandled-rejection=logged` shows what follows when it does not.",
			Todo: "Put `try` around what is awaited, or `.catch` behind the promise, and let the call go on from there.",
			Wrong: `async function find() { throw new Error("no answer"); }
find();`,
			Right: `async function find() { throw new Error("no answer"); }
find().catch((error) => Logger.write("nothing found"));`,
		}, {
			Code: CodeTurn, Title: "one callback ran too long",
			Means: "The platform stops a callback after 1 s. Here it is stopped after 3 s of this machine's time, because the engine is slower. The session ends as after an exception.",
			Todo:  "Look for a loop that does not end, or that waits for something that can only happen after the callback.",
			Wrong: `let answered = false;
VoxEngine.addEventListener(AppEvents.CallAlerting, () => { answered = true; });
while (!answered) {}`,
			Right: `VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => e.call.answer());`,
		}, {
			Code: CodeBudget, Title: "a session that does not end",
			Means: "The session was still going after 200,000 events. It was ended there, and its calls were dropped.",
			Todo: "Look for a timer or a playback that starts itself again, and for a call that nobody hangs up. Somebody has to end every call, " +
				"and `VoxEngine.terminate` the session.",
			Wrong: `setInterval(() => VoxEngine.callPSTN("13333333333", "10000000000"), 1);`,
			Right: `VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  e.call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  e.call.answer();
});`,
		}, {
			Code: CodeOptions, Title: "the options of a session contradict the platform",
			Means: "A session was to start with something that the platform would not take, such as a longer custom data, or a setting of an unverified fact that does not exist.",
			Todo:  "Correct what the message names.",
		}, {
			Code: CodeTrace, Title: "a session that writes too much",
			Means: "The trace of the session has more than 32 MiB: the log, the texts that are said and the bodies of requests count, and 40 bytes for each event. " +
				"The session was ended there, and its calls were dropped; no listener of the end runs.",
			Todo:  "Look for a loop that logs, and log less of what is long: the platform keeps 15,000 characters of a line.",
			Wrong: `while (true) Logger.write("still waiting");`,
			Right: `Logger.write("waiting");`,
		},
	}
}
