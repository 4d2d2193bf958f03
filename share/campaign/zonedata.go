//go:build !js

package campaign

// The same zones on every system. A program for browsers that reads no campaign
// is half a megabyte shorter without; where one is read there, package share
// brings them.
import _ "time/tzdata"
