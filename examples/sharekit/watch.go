package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"time"
)

// watch calls changed after files of a folder have changed from what was shown
// of it, until ctx is done. It looks at names, sizes and times twice a second,
// which works on every system and file share, and waits until two looks agree.
func watch(ctx context.Context, dir string, shown uint64, changed func()) {
	tick := time.NewTicker(500 * time.Millisecond)
	defer tick.Stop()
	last := uint64(0)
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		seen := look(dir)
		if seen != shown && seen == last {
			shown = seen
			changed()
		}
		last = seen
	}
}

// look sums up the state of a folder.
func look(dir string) uint64 {
	h := fnv.New64a()
	fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // it may be back at the next look
		}
		if info, err := d.Info(); err == nil && !d.IsDir() {
			fmt.Fprintln(h, name, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return h.Sum64()
}
