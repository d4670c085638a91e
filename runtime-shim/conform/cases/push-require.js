require(Modules.PushService);
same([Modules.PushService, CallEvents.PushSent], ["pushservice", "Call.PushSent"], "names");
verdict();
