package preview

import (
	"context"
	"os"
	"time"

	"github.com/shutdowncecot/toolkit/examples/internal/folder"
)

// Watch calls changed after files of a folder have changed from what was shown
// of it, until ctx is done. It looks at names, sizes and times twice a second,
// which works on every system and file share, and waits until two looks agree.
func Watch(ctx context.Context, dir string, shown uint64, changed func()) {
	tick := time.NewTicker(500 * time.Millisecond)
	defer tick.Stop()
	last := uint64(0)
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		seen := Look(dir)
		if seen != shown && seen == last {
			shown = seen
			changed()
		}
		last = seen
	}
}

// Look sums up the state of a folder.
func Look(dir string) uint64 { return folder.Sum(os.DirFS(dir)) }
