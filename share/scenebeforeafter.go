package share

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
)

// beforeAfterScene is what was said of one thing at two times: what each label
// says after its colon, under what it says before.
func beforeAfterScene(t told) graphic.Block {
	if len(t.Points) != 2 {
		return nil
	}
	state := func(i int) graphic.State {
		label, text, ok := strings.Cut(t.in(t.Points[i].Label), ": ")
		if !ok {
			return graphic.State{Label: t.say.Short(t.Points[i].Date), Text: label}
		}
		return graphic.State{Label: capital(label), Text: text}
	}
	return graphic.BeforeAfter{Before: state(0), After: state(1)}
}
