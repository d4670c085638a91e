// Command gen writes the data files that package facts embeds.
//
// Its inputs are four extracts of the platform's published declarations (names
// and types only) and the phone number metadata of libphonenumber:
//
//	go run ./internal/gen -api data/voxengine-api.json -voices PATH/voices.json -asr PATH/asr-languages.json -management PATH/voxengine-api-management.json -out data
//
// Without -voices, -asr and -management those committed lists are left as they are. Each file that
// it writes says in its first line what it was made from.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	api := flag.String("api", "data/voxengine-api.json", "extract of the declarations")
	voices := flag.String("voices", "", "extract of the voices; empty leaves voices.tsv alone")
	asr := flag.String("asr", "", "extract of the constants of speech recognition; empty leaves recognition.tsv alone")
	management := flag.String("management", "", "extract of the Management API in scripts; empty leaves management.tsv alone")
	out := flag.String("out", "data", "folder to write to")
	flag.Parse()
	if err := generate(*api, *voices, *asr, *management, *out); err != nil {
		log.Fatal("gen: ", err)
	}
}

func generate(api, voices, asr, management, out string) error {
	var declared declarations
	if err := load(api, &declared); err != nil {
		return err
	}
	files := map[string]func() ([]byte, error){
		"events.tsv":    declared.events,
		"symbols.tsv":   declared.symbols,
		"countries.tsv": countries,
	}
	if voices != "" {
		var listed voiceList
		if err := load(voices, &listed); err != nil {
			return err
		}
		files["voices.tsv"] = listed.lines
	}
	if asr != "" {
		var listed recognition
		if err := load(asr, &listed); err != nil {
			return err
		}
		files["recognition.tsv"] = listed.lines
	}
	if management != "" {
		var declared managementAPI
		if err := load(management, &declared); err != nil {
			return err
		}
		files["management.tsv"] = declared.lines
	}
	for name, render := range files {
		data, err := render()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := os.WriteFile(filepath.Join(out, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func load(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
