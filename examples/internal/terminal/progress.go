package terminal

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
)

// Progress shows on Err how far a step has come: a bar with the time left. It
// is nil where no terminal shows it.
func (t *Terminal) Progress(what string) func(done, total int) {
	if !t.Is(t.Err) {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total int) {
		if bar == nil {
			bar = t.bar(what, total)
		}
		bar.Set(done) // a bar that cannot be drawn stops nothing
	}
}

func (t *Terminal) bar(what string, total int) *progressbar.ProgressBar {
	return progressbar.NewOptions(total,
		progressbar.OptionSetWriter(t.Err),
		progressbar.OptionSetDescription(fmt.Sprintf("%-16s", what)),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString(""),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(28),
		progressbar.OptionThrottle(80*time.Millisecond),
		progressbar.OptionEnableColorCodes(false),
		progressbar.OptionClearOnFinish(),
	)
}
