package share

import (
	"archive/zip"
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// Delivery chooses how a kit is written. A nil *Delivery means the folder
// alone, replacing nothing but an unaltered kit of the same campaign.
type Delivery struct {
	// Zip is a file to write the whole kit to as well, which replaces nothing
	// but the zip of a kit of the same campaign. Empty: none.
	Zip string

	// Force replaces whatever stands in the way.
	Force bool

	// Progress is told how many files have been written. It is called from
	// several goroutines, one at a time. Nil: nobody.
	Progress func(done, total int)
}

// WriteDir writes the kit to a folder, whole or not at all. An unaltered kit
// of the same campaign is replaced; anything else in the way is an
// *ExistsError. See [Kit.Deliver] for more choices.
func (k *Kit) WriteDir(ctx context.Context, dir string) error { return k.Deliver(ctx, dir, nil) }

// Deliver writes the kit to a folder and, if asked, to a zip made of it. Each
// picture is painted once, on all cores. The files are gathered in a folder
// beside dir and renamed when they are all there; on an error or when ctx is
// done, nothing is changed. A replacement that was cut off between its two
// renames is mended by the next call.
func (k *Kit) Deliver(ctx context.Context, dir string, d *Delivery) error {
	if k.plan == nil {
		return errNotBuilt
	}
	var opt Delivery
	if d != nil {
		opt = *d
	}
	dir = filepath.Clean(dir)
	if err := checkPlaces(dir, opt.Zip); err != nil {
		return err
	}
	if err := mend(dir); err != nil {
		return err
	}
	if opt.Zip != "" {
		if err := removeLeft(opt.Zip); err != nil {
			return err
		}
		if err := k.mayReplaceZip(opt.Zip, opt.Force); err != nil {
			return err
		}
	}
	if err := k.mayReplace(dir, opt.Force); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+leftSuffix)
	if err != nil {
		return cannotWrite(dir, err)
	}
	defer os.RemoveAll(temp)
	if err := k.writeFiles(ctx, temp, opt.Progress); err != nil {
		return err
	}
	zipped := ""
	if opt.Zip != "" {
		if zipped, err = k.zipFrom(ctx, temp, opt.Zip); err != nil {
			return err
		}
		defer os.Remove(zipped)
	}
	if err := os.Chmod(temp, 0o755); err != nil {
		return err
	}
	if err := swap(temp, dir); err != nil {
		return err
	}
	if zipped == "" {
		return nil
	}
	return os.Rename(zipped, opt.Zip)
}

// checkPlaces refuses a folder that cannot be renamed, and a zip within the
// folder that is renamed.
func checkPlaces(dir, zip string) error {
	switch filepath.Base(dir) {
	case ".", "..", string(filepath.Separator):
		return &ExistsError{dir, "cannot be replaced as a whole; name a folder in it"}
	}
	if zip == "" {
		return nil
	}
	in, err := filepath.Rel(dir, filepath.Clean(zip))
	if err == nil && filepath.IsLocal(in) {
		return fmt.Errorf("%s: the zip of a kit cannot lie in the kit's folder %s", zip, dir)
	}
	return nil
}

// cannotWrite names the folder that was asked for, not the one beside it that
// was tried.
func cannotWrite(dir string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return &fs.PathError{Op: "write", Path: dir, Err: err}
}

// writeFiles makes every file, stage by stage.
func (k *Kit) writeFiles(ctx context.Context, dir string, progress func(done, total int)) error {
	for name := range k.dirs {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(name)), 0o755); err != nil {
			return err
		}
	}
	from := os.DirFS(dir)
	t := teller{tell: progress, total: len(k.files)}
	for s := plain; s < stages; s++ {
		var now []*file
		for _, f := range k.files {
			if f.stage == s {
				now = append(now, f)
			}
		}
		err := each(ctx, len(now), func(i int) error {
			defer t.done()
			return k.writeFile(ctx, from, now[i], filepath.Join(dir, filepath.FromSlash(now[i].name)))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (k *Kit) writeFile(ctx context.Context, from fs.FS, f *file, name string) error {
	out, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 1<<16)
	err = k.produce(ctx, from, f, w)
	if err == nil {
		err = w.Flush()
	}
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	return os.Chtimes(name, k.when, k.when)
}

// swap puts temp in dir's place by two renames.
func swap(temp, dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(temp, dir)
	}
	old := dir + oldSuffix
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(temp, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return discard(old, dir)
}

// discard removes the kit that a replacement set aside. It takes the name of
// something left over first: a kit half removed is no kit any more, and the
// next start would not dare to touch it.
func discard(old, dir string) error {
	left := dir + leftSuffix + "0"
	if err := os.Rename(old, left); err != nil {
		return err
	}
	return os.RemoveAll(left)
}

// oldSuffix names the folder that a replacement sets aside. With leftSuffix and
// a number is named what the next start may remove.
const (
	oldSuffix  = ".old"
	leftSuffix = ".new-"
)

// mend finishes a replacement that was cut off: what was gathered for a kit
// that never came goes; where the folder is gone and the one set aside is
// there, that goes back; where both are there, the one set aside goes.
func mend(dir string) error {
	if err := removeLeft(dir); err != nil {
		return err
	}
	old := dir + oldSuffix
	if _, err := os.Lstat(old); err != nil {
		return nil
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(old, dir)
	}
	if !isKit(old) {
		return &ExistsError{old, "has the name that the kit to be replaced is set aside under"}
	}
	return discard(old, dir)
}

// removeLeft removes what was gathered for a folder or a zip that never came.
func removeLeft(name string) error {
	start := name + leftSuffix
	left, _ := filepath.Glob(globEscape(start) + "*")
	for _, l := range left {
		if _, err := strconv.ParseUint(l[len(start):], 10, 64); err != nil {
			continue // somebody's own
		}
		if err := os.RemoveAll(l); err != nil {
			return err
		}
	}
	return nil
}

// globEscape takes a path's own characters for what they are.
func globEscape(path string) string {
	if filepath.Separator == '\\' {
		return path // there is no escaping on Windows, nor * and ? in names
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

func isKit(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, sumsName))
	return err == nil
}

// mayReplace refuses what is not an unaltered kit of the same campaign.
func (k *Kit) mayReplace(dir string, force bool) error {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || force && info.IsDir() {
		return err
	}
	if !info.IsDir() {
		return &ExistsError{dir, "is not a folder"}
	}
	if empty(dir) {
		return nil
	}
	m, err := Verify(os.DirFS(dir))
	var sums *SumError
	switch {
	case errors.As(err, &sums):
		return &ExistsError{dir, "was changed since it was made: " + sums.Error()}
	case err != nil:
		return &ExistsError{dir, "is not a kit"}
	case m.Kit != k.Campaign():
		return &ExistsError{dir, fmt.Sprintf("is a kit of %q", m.Kit)}
	}
	return nil
}

// mayReplaceZip refuses what is not the zip of a kit of the same campaign.
func (k *Kit) mayReplaceZip(name string, force bool) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return &ExistsError{name, "is a folder"}
	case force:
		return nil
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		return &ExistsError{name, "is not the zip of a kit"}
	}
	defer z.Close()
	m, err := readManifest(z)
	switch {
	case err != nil:
		return &ExistsError{name, "is not the zip of a kit"}
	case m.Kit != k.Campaign():
		return &ExistsError{name, fmt.Sprintf("is the zip of a kit of %q", m.Kit)}
	}
	return nil
}

func empty(dir string) bool {
	f, err := os.Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = f.Readdirnames(1)
	return errors.Is(err, io.EOF)
}

// WriteZip writes the whole kit as one zip, with all files of one time and in
// order. Files are made on all cores and a few at a time, so that its memory
// does not grow with the kit.
func (k *Kit) WriteZip(ctx context.Context, w io.Writer) error {
	if k.plan == nil {
		return errNotBuilt
	}
	var making sync.WaitGroup
	defer making.Wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	names := k.zipNames()
	ahead := k.prepare(ctx, &making, names)
	return writeZip(ctx, w, k.when, names, func(string) ([]byte, error) {
		select {
		case one := <-ahead:
			r := <-one
			return r.data, r.err
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	})
}

// zipNames are the files of the whole zip: it leaves out the small zips,
// which repeat them, and those come last that need the sums of the others.
func (k *Kit) zipNames() []string {
	var names []string
	for s := plain; s < stages; s++ {
		for _, f := range k.files {
			if f.stage == s && !f.tells.zip {
				names = append(names, f.name)
			}
		}
	}
	return names
}

type made struct {
	data []byte
	err  error
}

// prepare makes files a few ahead of their reader, in order. Its work is
// counted in making.
func (k *Kit) prepare(ctx context.Context, making *sync.WaitGroup, names []string) <-chan chan made {
	const lead = 8
	ahead := make(chan chan made, lead)
	making.Go(func() {
		for _, name := range names {
			one := make(chan made, 1)
			select {
			case ahead <- one:
			case <-ctx.Done():
				return
			}
			f := k.byName[name]
			work := func() {
				data, err := k.content(ctx, k, f)
				one <- made{data, err}
			}
			if f.stage == plain {
				making.Go(work)
			} else {
				work()
			}
		}
	})
	return ahead
}

// zipFrom writes the zip from the files of a folder, to a file beside its
// final place, and returns that file's name.
func (k *Kit) zipFrom(ctx context.Context, dir, name string) (string, error) {
	out, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+leftSuffix)
	if err != nil {
		return "", err
	}
	w := bufio.NewWriterSize(out, 1<<16)
	from := os.DirFS(dir)
	err = writeZip(ctx, w, k.when, k.zipNames(), func(name string) ([]byte, error) { return fs.ReadFile(from, name) })
	if err == nil {
		err = w.Flush()
	}
	err = errors.Join(err, out.Chmod(0o644), out.Close())
	if err != nil {
		return "", errors.Join(err, os.Remove(out.Name()))
	}
	return out.Name(), nil
}
