package share

import (
	"context"
	"crypto/sha256"
	"io"
	"io/fs"
	"slices"
	"sync"
)

// A file is one file of a kit. Files of a later stage are made from files of the
// earlier ones.
type file struct {
	name  string
	stage stage
	tells about
	make  maker

	mu   sync.Mutex
	know bool // size and sum
	size int64
	sum  [sha256.Size]byte
}

// A maker writes a file. It finds the files of earlier stages in from.
type maker func(ctx context.Context, from fs.FS, w io.Writer) error

// A stage is when a file can be made.
type stage int

const (
	plain    stage = iota // from the campaign alone
	gathered              // from the pictures and posts
	listed                // from the names and sums of all the above
	summed                // from all the above
	signed                // from the sums
	stages
)

// about is what the manifest says of a file beside its sum.
type about struct {
	fact, lang, format, platform, alt string

	rests []string // the facts it rests on, beside fact
	every bool     // it says something of every fact
	dated bool     // it gives the day of an event
	zip   bool     // repeats other files: not in the manifest
}

// further lists the facts that a file rests on beside its own, each once.
func (a *about) further() []string {
	var ids []string
	for _, id := range a.rests {
		if id != a.fact && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// on reports whether a file says anything of a fact.
func (a *about) on(fact string) bool {
	return a.every || a.fact == fact || slices.Contains(a.rests, fact)
}
