package diag

import (
	"encoding/json"
	"io"
)

// The part of SARIF 2.1.0 that code scanning services read.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Short sarifText `json:"shortDescription"`
		Help  sarifText `json:"help"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region sarifRegion `json:"region"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// WriteSARIF writes a SARIF 2.1.0 log with the rules that occur in it.
func WriteSARIF(w io.Writer, all []*Diagnostic, version string) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "ringflow", Version: version, Rules: []sarifRule{}}
	seen := map[Code]bool{}
	for _, d := range all {
		if !seen[d.Code] {
			seen[d.Code] = true
			page, _ := Page(d.Code)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{string(d.Code), sarifText{Title(d.Code)}, sarifText{page}})
		}
		run.Results = append(run.Results, sarifResultOf(d))
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func sarifResultOf(d *Diagnostic) sarifResult {
	r := sarifResult{RuleID: string(d.Code), Level: "error", Message: sarifText{d.Message}}
	if d.Severity() == Advice {
		r.Level = "warning"
	}
	for _, h := range d.Help {
		r.Message.Text += "\n" + h
	}
	if p := place(d.At); p != nil {
		r.Locations = []sarifLocation{sarifAt(p, d.Label)}
	}
	for _, o := range d.Others {
		r.Related = append(r.Related, sarifAt(place(o.At), o.Text))
	}
	return r
}

func sarifAt(p *Place, text string) sarifLocation {
	var l sarifLocation
	l.Physical.Artifact.URI = p.File
	l.Physical.Region = sarifRegion{p.Line, p.Column, p.EndLine, p.EndColumn}
	if text != "" {
		l.Message = &sarifText{text}
	}
	return l
}
