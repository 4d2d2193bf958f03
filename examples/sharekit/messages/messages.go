// Package messages has what the command says, a file a language: refusals by
// their rule, hints, and what is reported.
package messages

import "embed"

// Files are the messages, LANG.yaml.
//
//go:embed *.yaml
var Files embed.FS
