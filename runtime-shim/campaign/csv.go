package campaign

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// ReadCSV reads the rows of a list as the platform does: the first line names
// the columns, and each other line is one row. Columns that steer the list, such
// as __start_execution_time, are not part of the row's data.
func ReadCSV(r io.Reader, delimiter rune) ([]Row, error) {
	reader := csv.NewReader(r)
	reader.Comma = delimiter
	lines, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("the call list is no CSV: %w", err)
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("the call list is empty, its first line names the columns")
	}
	var rows []Row
	for i, line := range lines[1:] {
		row, err := readRow(lines[0], line)
		if err != nil {
			return nil, fmt.Errorf("row %d of the call list: %w", i+1, err)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func readRow(names, values []string) (Row, error) {
	var row Row
	var data []string
	for i, name := range names {
		value := values[i]
		steers, err := row.steer(name, value)
		if err != nil {
			return Row{}, fmt.Errorf("%s: %w", name, err)
		}
		if !steers {
			data = append(data, quoted(name)+":"+quoted(value))
		}
	}
	row.Data = "{" + strings.Join(data, ",") + "}"
	return row, nil
}

// quoted writes a text as JSON.
func quoted(text string) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a text always can be
	return strings.TrimSuffix(out.String(), "\n")
}

// steer reads a column that is for the platform; false if it is not.
func (row *Row) steer(name, value string) (steers bool, err error) {
	switch name {
	case "__start_execution_time", "__end_execution_time", "__start_at", "__task_uuid", "task_priority", "next_attempt_time":
	case "call_schedule":
		return true, fmt.Errorf("schedules for weekdays are not played, use __start_execution_time and __end_execution_time")
	default:
		return false, nil
	}
	if value == "" {
		return true, nil
	}
	switch name {
	case "__start_execution_time":
		row.Window.From, err = readClock(value)
	case "__end_execution_time":
		row.Window.Until, err = readClock(value)
	case "__start_at", "next_attempt_time":
		row.StartAt, err = readTime(value)
	case "__task_uuid":
		row.UUID = value
	case "task_priority":
		var priority int
		if priority, err = strconv.Atoi(value); err != nil {
			err = fmt.Errorf("%q is no priority, write a number such as 50", value)
		}
		row.Priority = &priority
	}
	return true, err
}

// readTime reads seconds since 1970, or a time in ISO 8601, as ms since 1970.
func readTime(text string) (int64, error) {
	if seconds, err := strconv.ParseInt(text, 10, 64); err == nil {
		return seconds * 1000, nil
	}
	for _, layout := range []string{time.RFC3339, time.DateTime} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UnixMilli(), nil
		}
	}
	return 0, fmt.Errorf("%q is no time, write seconds since 1970, or 2026-01-31T12:00:00Z", text)
}
