// Package wire is the outer face of the Management API: how a method and its
// parameters arrive over any of the transports that clients use (Decode,
// Params), how an answer leaves (Write), and which methods and error codes the
// platform knows (Code, Known). It holds no state and knows no resource.
package wire
