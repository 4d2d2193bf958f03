//go:build !studio

package main

// ownStudio is how this command comes by the studio's program. A release has
// it inside: see studio_inside.go.
var ownStudio = buildStudio
