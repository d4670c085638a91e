package facts

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Settings chooses settings of switches by id; a switch that is not named has
// its default. The zero value is the default of everything.
type Settings map[string]string

// Get returns the setting of a switch in force. It panics on an unknown switch,
// which is a mistake of the caller and not of the user.
func (s Settings) Get(id string) string {
	if setting, ok := s[id]; ok {
		return setting
	}
	sw, ok := LookupSwitch(id)
	if !ok {
		panic("facts: no switch " + id)
	}
	return sw.Settings[0]
}

// Validate reports all unknown switches and settings at once, each with those
// that exist.
func (s Settings) Validate() error {
	var problems []error
	for _, id := range slices.Sorted(maps.Keys(s)) {
		sw, ok := LookupSwitch(id)
		switch {
		case !ok:
			problems = append(problems, fmt.Errorf("switch %q is not known, known are %s", id, strings.Join(switchIDs(), ", ")))
		case !slices.Contains(sw.Settings, s[id]):
			problems = append(problems, fmt.Errorf("switch %s has no setting %q, it has %s", id, s[id], strings.Join(sw.Settings, ", ")))
		}
	}
	return errors.Join(problems...)
}

// ParseSetting reads "name=value" as the command line writes it; Validate judges it.
func ParseSetting(text string) (id, setting string, err error) {
	id, setting, ok := strings.Cut(text, "=")
	if !ok || id == "" || setting == "" {
		return "", "", fmt.Errorf("switch %q is not of the form name=setting, for example replaced-playback=finishes", text)
	}
	return id, setting, nil
}

func switchIDs() []string {
	var ids []string
	for _, sw := range Switches() {
		ids = append(ids, sw.ID)
	}
	return ids
}
