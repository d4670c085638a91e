package conform

import "github.com/ringflow/ringflow/runtime-shim/phone"

// Short forms of steps, as the table uses them.

func after(d phone.Duration, step phone.Step) phone.Step {
	step.After = &d
	return step
}

func wait(d phone.Duration) phone.Step { return phone.Step{After: &d} }

func press(keys string) phone.Step { return phone.Step{Press: &phone.Press{Keys: keys}} }

func leaves() phone.Step { return phone.Step{HangsUp: phone.Caller} }

func joined() phone.Step { return phone.Step{Joined: true} }

func talks(d phone.Duration) phone.Step { return phone.Step{Talk: &d} }

func hears(text string) phone.Step { return phone.Step{Hears: &phone.Hears{Text: text}} }

func hearsSound(url string) phone.Step {
	return phone.Step{Hears: &phone.Hears{URL: url, Loop: true}}
}

func dialled(d phone.Dialled) phone.Step { return phone.Step{Dialled: &d} }

// answers is a called side that picks up after two seconds.
func answers() phone.Step { return dialled(phone.Dialled{Answers: span(2 * phone.Second)}) }

func fails(code int) phone.Step {
	return dialled(phone.Dialled{Fails: &phone.Fails{Code: code, After: phone.Second}})
}

// expects is an event of the trace with these fields, given as name and value.
func expects(kind string, with ...string) phone.Step {
	x := &phone.Expect{Kind: kind, With: map[string]string{}}
	for i := 0; i < len(with); i += 2 {
		x.With[with[i]] = with[i+1]
	}
	return phone.Step{Expect: x}
}

func span(d phone.Duration) *phone.Duration { return &d }
