// Package controlplane is the service that feeds a masking flow with orders and
// collects the results of its calls. This package holds what all its parts talk
// about, on the standard library alone: orders, call results, phone numbers that
// cannot be printed by accident, problems, and the interfaces between the parts.
//
//	order      accepts orders, against the contract of the deployed flow
//	push       brings orders into the platform's key-value storage and out of it
//	webhook    checks and reads the signed results that scenarios post
//	seal       encrypts private columns and makes blind indexes of them
//	store      sqlite keeps everything; storetest is the suite of every store
//	voximplant is the client of the Management API
//	deploy     plans and applies what an application on the platform should be
//	api        the HTTP resources; server joins all parts and runs them
//
// An accepted order is a committed row and nothing more. What the platform's
// storage should hold under the order's number follows from that row, and push
// makes it so: at once after the commit, again after any failure, and by a sweep
// when everything else was lost.
package controlplane
