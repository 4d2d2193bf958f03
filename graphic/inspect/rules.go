package inspect

import (
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Rules returns what this package finds on cards, with its English. The names
// are stable.
func Rules() fault.Rules { return maps.Clone(rules) }

var rules = fault.Rules{
	"defect-safe":      {Message: "{rect} leaves the safe area {safe}"},
	"defect-missing":   {Message: "{n} of {of} characters are not in the font"},
	"defect-blank":     {Message: "\"{text}\" shows nothing"},
	"defect-size":      {Message: "{px} px is below the floor of {floor} px"},
	"defect-contrast":  {Message: "{ratio}:1 on the painted pixels, below {want}:1"},
	"defect-code":      {Message: "the code cannot be read from the card"},
	"defect-code-worn": {Message: "the code cannot be read at a third of its size in a poor JPEG", Fix: "give it a shorter address"},
}
