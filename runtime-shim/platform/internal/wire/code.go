package wire

import (
	_ "embed" // the table of codes
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Code is an error code of the Management API.
type Code int

// The codes that the emulator answers with. A test holds their names against
// the table of all codes in errors.txt.
const (
	InternalError             Code = 2
	AuthorizationFailed       Code = 100
	InvalidArguments          Code = 101
	MissingCmd                Code = 102
	UnknownCommand            Code = 103
	ForbiddenCommand          Code = 104
	InvalidApplicationName    Code = 107
	InvalidDateFormat         Code = 111
	InvalidApplicationID      Code = 116
	InvalidPhoneNumber        Code = 121
	ApplicationNameIsntUnique Code = 129
	ScriptTextIsTooLong       Code = 130
	InvalidScenarioID         Code = 132
	ScenarioNameIsntUnique    Code = 133
	RequiredIsEmpty           Code = 134
	InvalidRuleID             Code = 147
	InvalidRulePattern        Code = 148
	InvalidRulePatternExclude Code = 149
	InvalidRuleName           Code = 156
	InvalidScenarioName       Code = 168
	DuplicateRuleName         Code = 175
	InvalidPhoneID            Code = 181
	InvalidCountryCode        Code = 239
	InvalidPhoneCategoryName  Code = 240
	InvalidPhoneRegionID      Code = 241
	InvalidPhoneCount         Code = 243
	InsufficientPhones        Code = 332
	PhoneNumberAlreadyExists  Code = 335
	RuleNoScenarioBound       Code = 375
	InvalidKeyID              Code = 433
	InvalidTokenFormat        Code = 447
	InvalidTokenTTL           Code = 454
	TokenIssuedInFuture       Code = 455
	TokenExpired              Code = 456
	OnlyOneOfParameters       Code = 458
	ValueNotUnique            Code = 493
	Invalid                   Code = 496
	InvalidRange              Code = 497
	TooLong                   Code = 499
	ApplicationNotFound       Code = 558
)

//go:embed errors.txt
var errorsTxt string

var codeNames = sync.OnceValue(func() map[Code]string {
	names := map[Code]string{}
	for _, words := range table(errorsTxt) {
		n, err := strconv.Atoi(words[0])
		if err != nil {
			panic(fmt.Sprintf("errors.txt: %v", err))
		}
		names[Code(n)] = words[1]
	}
	return names
})

// Name is the constant that the platform's documentation gives the code,
// "AUTHORIZATION_FAILED" for 100; "" for a code that it does not list.
func (c Code) Name() string { return codeNames()[c] }

// table splits a text table into its lines' words, without the comments.
func table(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		if words := strings.Fields(line); len(words) > 0 && words[0] != "#" {
			rows = append(rows, words)
		}
	}
	return rows
}
