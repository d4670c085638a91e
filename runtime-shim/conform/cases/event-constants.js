same([AppEvents.Started, AppEvents.CallAlerting, CallEvents.Connected, CallEvents.PlaybackFinished], ["Application.Started", "Application.CallAlerting", "Call.Connected", "Call.PlaybackFinished"], "values");
verdict();
