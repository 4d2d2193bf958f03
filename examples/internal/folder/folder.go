// Package folder tells whether a folder has changed.
package folder

import (
	"fmt"
	"hash/fnv"
	"io/fs"
)

// Sum sums up names, sizes and times of a folder's files, which works on every
// system and file share. What cannot be read may be back at the next look.
func Sum(fsys fs.FS) uint64 {
	h := fnv.New64a()
	fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if info, err := d.Info(); err == nil && !d.IsDir() {
			fmt.Fprintln(h, name, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return h.Sum64()
}
