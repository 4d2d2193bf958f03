// Package help has the pages of the command's help, a file a language: a page a
// verb.
package help

import "embed"

// Files are the pages, LANG.yaml.
//
//go:embed *.yaml
var Files embed.FS
