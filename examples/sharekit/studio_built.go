//go:build !studio

package main

import "github.com/shutdowncecot/toolkit/examples/wasm/program"

// ownStudio is how this command comes by the studio's program. A release has
// it inside: see studio_inside.go.
var ownStudio = program.Build
