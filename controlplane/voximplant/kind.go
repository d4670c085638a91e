package voximplant

import "github.com/ringflow/ringflow/controlplane"

// Codes of this package's errors; Kinds says what each of them means.
const (
	codeRefused     = "RF6101"
	codeNotReached  = "RF6102"
	codeStatus      = "RF6103"
	codeAnswer      = "RF6104"
	codeCredentials = "RF6105"
	codeAddress     = "RF6106"
)

// Kinds returns the table of everything that can go wrong between here and the
// Management API.
func Kinds() []controlplane.Kind {
	return []controlplane.Kind{
		{
			Code: codeRefused, Title: "the platform refused a request; its own code, name and advice follow",
			Means: "The Management API answered, and its answer is an error. The message has the method, what the platform says (long runs of digits masked), " +
				"and the platform's code with its name, such as `116 INVALID_APPLICATION_ID`. Requests that are refused because there are too many were repeated first.",
			Todo: "Follow the advice in the message. The platform's own list of codes says more about the others.",
		}, {
			Code: codeNotReached, Title: "no answer came from the platform",
			Means: "The name is not known, no connection was made, or the connection ended before the answer. In the last case the request may have taken effect all the same; " +
				"requests that only read were repeated.",
			Todo: "Check the network, a proxy in between (`https_proxy`), and the address of the Management API. Then do it again: commands of ringflow are safe to repeat.",
		}, {
			Code: codeStatus, Title: "the answer has another status than 200",
			Means: "The Management API answers 200 even for its own errors. Another status comes from something in front of it, from an overload (429), or from a failure (5xx), " +
				"after which the request may have taken effect.",
			Todo: "Try again in a minute. A redirect or a 404 says that the address is not that of the Management API.",
		}, {
			Code: codeAnswer, Title: "the answer cannot be read",
			Means: "The answer is not JSON, has another form than documented, or a list does not end. The request may have taken effect.",
			Todo:  "Check the address of the Management API; a login page of a proxy is the usual cause. If the address is right, the platform has changed and this client has to follow.",
		}, {
			Code: codeCredentials, Title: "the credentials cannot be used",
			Means: "The key file is not there, or is not the key file of a service account: JSON with account_id, key_id and private_key, as the control panel hands it out. " +
				"The message names the file and what it lacks, never a value.",
			Todo: "Make a service account in the control panel under Service accounts, with the role Developer or Admin, and save the file that it offers. " +
				"`ringflow emulator --credentials FILE` writes one for the emulated platform.",
			Right: `{"account_email": "you@example.com", "account_id": 1000001, "key_id": "...", "private_key": "-----BEGIN PRIVATE KEY-----\n..."}`,
		}, {
			Code: codeAddress, Title: "the address of the Management API cannot be used",
			Means: "The address is not one of http or https with a host.",
			Todo:  "Leave it out, and it is the platform's own; or write scheme, host and path.",
			Right: `https://api.voximplant.com/platform_api
http://127.0.0.1:8580/platform_api`,
		},
	}
}
