package share

import (
	"bytes"
	"context"
	"crypto/sha256"
	"hash"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A binder adds the files of a kit.
type binder struct{ *Kit }

// A Kit is a share kit as a file system whose files are made when they are
// opened. It passes testing/fstest.TestFS and serves over HTTP as it is.
//
// Opening a file, or asking for its size, makes it; the kit then remembers
// its size and sum but not its content, so that its memory does not grow with
// what is read. It is immutable and safe for concurrent use. Kits come from
// [Build]: the zero Kit is empty and cannot be written.
type Kit struct {
	plan   *plan
	files  []*file // by name
	byName map[string]*file
	dirs   map[string][]fs.DirEntry // by name, "." the root
	when   time.Time                // of every file
}

func (k binder) add(name string, s stage, tells about, m maker) {
	f := &file{name: name, stage: s, tells: tells, make: m}
	k.files = append(k.files, f)
	k.byName[name] = f
}

// addText adds a file whose words are made at once when it is asked for.
func (k binder) addText(name string, tells about, text func() (string, error)) {
	k.add(name, plain, tells, func(_ context.Context, _ fs.FS, w io.Writer) error {
		s, err := text()
		if err == nil {
			_, err = io.WriteString(w, s)
		}
		return err
	})
}

// device are names that Windows keeps for devices, with any ending.
var device = pattern.New(`(?i)(^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])([./]|$)`)

// checkNames checks that every file has a name of its own that stays in the kit.
// The ids of facts and of other things meet in some names: a fact "demands" has
// the pictures of the demands.
func (k *Kit) checkNames() error {
	for i, f := range k.files {
		if _, err := filepath.Localize(f.name); err != nil || device().MatchString(f.name) {
			return kitError("kit-file-name", fault.Values{"file": f.name})
		}
		if i > 0 && k.files[i-1].name == f.name {
			return kitError("kit-file-twice", fault.Values{"file": f.name})
		}
	}
	return nil
}

// settled is the kit's plan; that of a zero Kit is empty.
func (k *Kit) settled() *plan {
	if k.plan == nil {
		return &plan{campaign: new(campaign.Campaign)}
	}
	return k.plan
}

// Pictures lists the kit's cards: by fact, then language, then format. The
// slice is the caller's own.
func (k *Kit) Pictures() []FactCard { return slices.Clone(k.settled().pictures) }

// Names lists the kit's files in order. The slice is the caller's own.
func (k *Kit) Names() []string {
	names := make([]string, len(k.files))
	for i, f := range k.files {
		names[i] = f.name
	}
	return names
}

// Campaign is the name of the campaign the kit was built from.
func (k *Kit) Campaign() string { return k.settled().campaign.Name }

// content makes a file and remembers its size and sum.
func (k *Kit) content(ctx context.Context, from fs.FS, f *file) ([]byte, error) {
	var b bytes.Buffer
	if err := k.produce(ctx, from, f, &b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// produce writes a file to w and remembers its size and sum.
func (k *Kit) produce(ctx context.Context, from fs.FS, f *file, w io.Writer) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	h := &counter{Hash: sha256.New()}
	if err := f.make(ctx, from, io.MultiWriter(h, w)); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.know, f.size = true, h.n
	h.Sum(f.sum[:0])
	return nil
}

// known returns a file's size and sum. It makes the file if they are not known.
func (k *Kit) known(ctx context.Context, from fs.FS, f *file) (int64, [sha256.Size]byte, error) {
	f.mu.Lock()
	know := f.know
	f.mu.Unlock()
	if !know {
		if err := k.produce(ctx, from, f, io.Discard); err != nil {
			return 0, [sha256.Size]byte{}, err
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.size, f.sum, nil
}

// A counter hashes and counts.
type counter struct {
	hash.Hash
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return c.Hash.Write(p)
}

// keepPart leaves in a kit what belongs to its part, with a manifest and sums
// of that. What is made of other files waits for [Kit.Join].
func (k binder) keepPart(p Part) {
	if p == (Part{}) {
		return
	}
	k.files = slices.DeleteFunc(k.files, func(f *file) bool {
		out := f.stage == gathered || f.tells.zip || f.stage == plain && !p.holds(f.name)
		if out {
			delete(k.byName, f.name)
		}
		return out
	})
}
