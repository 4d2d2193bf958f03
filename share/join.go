package share

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/disk"
)

// Join writes the whole kit to a folder as [Kit.Deliver] does, and takes from
// the parts what they hold instead of drawing it. They are parts of this very
// kit, built from the same campaign with the same options but for
// [Options.Part]; each file is compared with its sum. A part may be given twice.
//
// A *SumError tells that a part was altered, a *KitError that one is missing,
// that they are of other kits, or that two hold different files of one name.
func (k *Kit) Join(ctx context.Context, dir string, parts []fs.FS, d *Delivery) error {
	if k.plan == nil {
		return errNotBuilt
	}
	if k.plan.part != (Part{}) {
		return kitError("kit-join-part", nil)
	}
	j := joint{kit: k, have: make(map[string]piece), numbers: make(map[int]bool)}
	for i, part := range parts {
		if err := errors.Join(ctx.Err(), j.take(i+1, part)); err != nil {
			return err
		}
	}
	joined, err := j.whole()
	if err != nil {
		return err
	}
	return joined.Deliver(ctx, dir, d)
}

// A joint collects the files of parts.
type joint struct {
	kit     *Kit
	have    map[string]piece
	digest  string // of the kit they are parts of
	of      int    // how many parts there are; 0: none was taken
	numbers map[int]bool
}

// A piece is a file of a part.
type piece struct {
	from fs.FS
	sum  string
}

// take adds the nth part that was given.
func (j *joint) take(n int, part fs.FS) error {
	m, err := Verify(part)
	if err != nil {
		return err
	}
	if err := j.belongs(n, m.Manifest); err != nil {
		return err
	}
	for i := range m.Files {
		e := &m.Files[i]
		if old, taken := j.have[e.Name]; taken && old.sum != e.SHA256 {
			return kitError("kit-join-differs", fault.Values{"file": e.Name, "n": n})
		}
		j.have[e.Name] = piece{part, e.SHA256}
	}
	j.numbers[m.Part.Number] = true
	return nil
}

// belongs refuses what is no part of the kit.
func (j *joint) belongs(n int, m *Manifest) error {
	k := j.kit
	if m.Part == nil {
		return kitError("kit-join-whole", fault.Values{"n": n})
	}
	if j.of == 0 {
		sum, err := k.plan.digest()
		if err != nil {
			return err
		}
		j.of, j.digest = m.Part.Of, sum
	}
	same := m.Kit == k.Campaign() && m.AsOf == k.plan.asOf.Format(time.DateOnly) && slices.Equal(m.Languages, k.plan.langs) && m.Part.Digest == j.digest
	if !same || m.Part.Of != j.of {
		return kitError("kit-join-other", fault.Values{"n": n})
	}
	return nil
}

// whole is the kit with its files taken from the parts.
func (j *joint) whole() (*Kit, error) {
	k := newKit(j.kit.plan) // files of its own: those of a kit never change
	lacks := 0
	for _, f := range k.files {
		if f.stage != plain {
			continue
		}
		if p, ok := j.have[f.name]; ok && !k.plan.namesKey(f.name) {
			f.make = p.copy(f.name)
		} else if !ok {
			lacks++
		}
	}
	if lacks > 0 && len(j.numbers) == 0 {
		return nil, kitError("kit-join-none", nil)
	}
	if lacks > 0 {
		return nil, kitError("kit-join-lacks", fault.Values{"n": lacks, "parts": j.missing()})
	}
	return k, nil
}

// copy writes the piece, unless it is no longer what its part was verified to
// hold.
func (p piece) copy(name string) maker {
	return func(_ context.Context, _ fs.FS, w io.Writer) error {
		h := sha256.New()
		if err := disk.Copier(p.from)(name, io.MultiWriter(h, w)); err != nil {
			return err
		}
		if hex.EncodeToString(h.Sum(nil)) != p.sum {
			return kitError("kit-join-changed", fault.Values{"file": name})
		}
		return nil
	}
}

// missing are the numbers of the parts that were not given.
func (j *joint) missing() (numbers []string) {
	for n := 1; n <= j.of; n++ {
		if !j.numbers[n] {
			numbers = append(numbers, strconv.Itoa(n))
		}
	}
	return numbers
}
