package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows how far a step, a message by its name, has come: a bar with the time left on a
// terminal, nothing otherwise.
func (a *app) progress(what string) func(done, total int) {
	if !a.env.terminal(a.env.stderr) {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total int) {
		if bar == nil {
			bar = a.bar(what, total)
		}
		bar.Set(done) // a bar that cannot be drawn stops nothing
	}
}

func (a *app) bar(what string, total int) *progressbar.ProgressBar {
	return progressbar.NewOptions(total,
		progressbar.OptionSetWriter(a.env.stderr),
		progressbar.OptionSetDescription(fmt.Sprintf("%-16s", a.text(what, nil))),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(28),
		progressbar.OptionThrottle(80*time.Millisecond),
		progressbar.OptionEnableColorCodes(false),
		progressbar.OptionClearOnFinish(),
	)
}
