package deploy

import "github.com/ringflow/ringflow/controlplane"

// Codes of this package; Kinds says what each of them means.
const (
	codeAccount   = "RF6001"
	codeForeign   = "RF6002"
	codeOther     = "RF6003"
	codeNumber    = "RF6004"
	codeName      = "RF6005"
	codeScript    = "RF6006"
	codeSecret    = "RF6007"
	codeRuleList  = "RF6008"
	codeReference = "RF6009"
	codeStale     = "RF6010"
	codeReadBack  = "RF6011"
	codeStep      = "RF6012"
)

// Kinds returns the table of everything that can stop a deploy. Up to RF6009 a
// plan cannot be made, and all reasons come at once; behind it, it cannot be done.
func Kinds() []controlplane.Kind {
	return []controlplane.Kind{
		{
			Code: codeAccount, Title: "the credentials are of another account than the environment is pinned to",
			Means: "An environment with `account:` is deployed to that account and to no other. The key file belongs to another one. Nothing was changed.",
			Todo:  "Use the key file of the pinned account, or correct `account:` in ringflow.yaml. The message has both ids.",
		}, {
			Code: codeForeign, Title: "a scenario, rule or secret of the same name was not made by Ringflow",
			Means: "What Ringflow made carries a mark: the first line of a script, the description of a secret. A rule is the project's when all that it runs is. " +
				"Something of a wanted name has no such mark, so somebody else may rely on it. Nothing was changed.",
			Todo: "Choose another name in the project. If it is yours and should become what the project says, take it over with `--adopt`.",
		}, {
			Code: codeOther, Title: "a scenario of the same name belongs to another project or environment",
			Means: "Scenario names are unique in an account. Two projects, or two environments of one project, want the same one. Nothing was changed.",
			Todo:  "Give one of the environments a suffix, which goes behind the names of its application and scenarios, or choose other names. `--adopt` takes the scenario over.",
			Right: `environments:
  production: {credentials: production.json}
  staging: {credentials: staging.json, suffix: -staging}`,
		}, {
			Code: codeNumber, Title: "a number is not rented, not active, or serves another application",
			Means: "A number of the environment is not among the account's, is deactivated, or is bound to another application, whose calls would be lost. Nothing was changed.",
			Todo: "Rent or activate the number in the control panel, correct it in ringflow.yaml, or detach it from the other application first. " +
				"`--adopt` takes it away from the other application.",
		}, {
			Code: codeName, Title: "the platform takes no such name",
			Means: "The platform takes names of scenarios and rules up to a length, which the message has. The environment's suffix counts. Nothing was changed.",
			Todo:  "Choose a shorter name, or a shorter suffix.",
		}, {
			Code: codeScript, Title: "a script cannot be bound to the environment's values, or is too long",
			Means: "A flow declares settings in `config:`, and the environment gives each of them a value of its type: one is missing or is not of that type. " +
				"Or the script is over the platform's limit with the values in it. The message names the setting and what it takes, never the value. Nothing was changed.",
			Todo: "Set it in the environment's `config:`. A script that is too long is made shorter by splitting the flow.",
			Right: `environments:
  production:
    credentials: production.json
    config:
      masked_number: "+10000000000"
      results_url: https://calls.example.com/v1/call-results`,
		}, {
			Code: codeSecret, Title: "a secret has no value, or none that can be used",
			Means: "A secret's value is not in the project: ringflow.yaml says in which variable or file it is found, and that is empty or not set. " +
				"One that begins with `whsec_` is a webhook secret and has to be one. Nothing was changed.",
			Todo: "Set the variable, or fill the file, that the environment's `secrets:` name. The control plane keeps its webhook secret in `webhook.secret` of its data folder.",
			Right: `environments:
  production:
    credentials: production.json
    secrets:
      results_key: {file: ringflow-data/webhook.secret}
      other_key: {env: RINGFLOW_OTHER_KEY}`,
		}, {
			Code: codeRuleList, Title: "a rule runs other scenarios than wanted",
			Means: "The platform changes the scenarios of a rule one by one, so a call that comes meanwhile would meet half of both lists. Ringflow does not do that. Nothing was changed.",
			Todo:  "Give the rule another name in the project and apply. Remove the old rule in the control panel afterwards.",
		}, {
			Code: codeReference, Title: "a rule or number names what is not in the project, or cannot lead there",
			Means: "A rule runs a scenario that the project does not have, or none at all; or a number is for a rule that the project does not have, or that the API alone starts. Nothing was changed.",
			Todo:  "Correct the name. Scenarios are named by their flow, scripts by their file without its ending.",
		}, {
			Code: codeStale, Title: "the platform moved since the plan was made; nothing was done",
			Means: "A plan is made from what is on the platform at that moment, and is done only while that is still so. Somebody deployed, or changed something in the control panel, in between.",
			Todo:  "Plan and apply again. If it comes again and again, somebody else is deploying to the same application.",
		}, {
			Code: codeReadBack, Title: "after the last step the platform does not hold what was written",
			Means: "All steps were done without an error, and reading everything back showed something else. Either somebody changed it in the same seconds, or the platform did not keep it.",
			Todo:  "Look at what `ringflow plan` shows now, and apply again.",
		}, {
			Code: codeStep, Title: "a step failed; those before it are done",
			Means: "The platform refused a step, or did not answer. The cause follows, often with a code of its own (RF61xx). The steps after it were not tried.",
			Todo:  "Remove the cause and apply again: every step is safe to repeat, and what is done already is not done again.",
		},
	}
}
