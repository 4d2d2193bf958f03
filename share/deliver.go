package share

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/files"
	"github.com/shutdowncecot/toolkit/share/internal/disk"
	"github.com/shutdowncecot/toolkit/share/internal/drive"
)

// Delivery chooses how a kit is written. A nil *Delivery means the folder
// alone, replacing nothing but an unaltered kit of the same campaign. It is
// plain data, safe for concurrent use as long as nobody changes it.
type Delivery struct {
	// Zip is a file to write the whole kit to as well, which replaces nothing
	// but the zip of a kit of the same campaign. Empty: none.
	Zip string

	// Force replaces a kit that was changed, or of another campaign, and sets
	// aside what is no kit and what somebody added to or changed in one: kit
	// becomes kit.aside, or kit.aside-2. Nothing of it is deleted.
	Force bool

	// Aside is told what was set aside, and where it is now. Nil: nobody.
	Aside func(place, aside string)

	// Progress is told how many files have been written. It is called from
	// several goroutines, one at a time. Nil: nobody.
	Progress func(done, total int)
}

// WriteDir writes the kit to a folder, whole or not at all. An unaltered kit
// of the same campaign is replaced; anything else in the way is an
// *ExistsError. See [Kit.Deliver] for more choices.
func (k *Kit) WriteDir(ctx context.Context, dir string) error { return k.Deliver(ctx, dir, nil) }

// Deliver writes the kit to a folder and, if asked, to a zip made of it. Each
// picture is painted once, on all cores. The files are gathered in a hidden
// folder beside dir, as .kit.sharekit-123 beside kit, and renamed when they
// are all there; on an error or when ctx is done, nothing is changed.
//
// A folder is replaced by two renames and the zip by a third. A process that
// is killed between the first two leaves the old folder in the hidden one; the
// next call puts it back and goes on. One that is killed before the third
// leaves the new folder and the old zip, both whole. What was replaced and
// cannot be removed stays in the hidden folder, for the next call to remove.
func (k *Kit) Deliver(ctx context.Context, dir string, d *Delivery) (err error) {
	if k.plan == nil {
		return errNotBuilt
	}
	var opt Delivery
	if d != nil {
		opt = *d
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	folder, zipped, err := k.begin(filepath.Clean(dir), &opt)
	defer func() { err = errors.Join(zipped.Blame(folder.Blame(err)), folder.Leave(), zipped.Leave()) }()
	if err != nil {
		return err
	}
	if err := k.writeFiles(ctx, folder.Fresh(), opt.Progress); err != nil {
		return err
	}
	if opt.Zip != "" {
		if err := k.zipFrom(ctx, folder.Fresh(), zipped.Fresh()); err != nil {
			return err
		}
	}
	if err := files.SyncAll(folder.Fresh()); err != nil {
		return err
	}
	return k.replace(folder, zipped, &opt)
}

// begin mends what an earlier call left, checks what is to be replaced and
// makes room for the new. The zip's workplace is empty if there is none.
func (k *Kit) begin(dir string, opt *Delivery) (folder, zipped disk.Workplace, err error) {
	if err := checkPlaces(dir, opt.Zip); err != nil {
		return folder, zipped, err
	}
	if opt.Zip != "" {
		if err := k.checkZip(); err != nil {
			return folder, zipped, err
		}
	}
	if err := disk.Mend(dir, unlessKit); err != nil {
		return folder, zipped, err
	}
	if opt.Zip != "" {
		if err := disk.Mend(opt.Zip, unlessKit); err != nil {
			return folder, zipped, err
		}
	}
	if err := opt.Check(k.Campaign(), dir); err != nil {
		return folder, zipped, err
	}
	if folder, err = disk.Begin(dir, unlessKit); err == nil && opt.Zip != "" {
		zipped, err = disk.Begin(opt.Zip, unlessKit)
	}
	return folder, zipped, err
}

// unlessKit keeps what was set aside, but for an unaltered kit.
func unlessKit(old, place string) error {
	if _, err := Verify(os.DirFS(old)); err != nil {
		return existsError("way-set-aside", old, fault.Values{"from": place})
	}
	return nil
}

// replace puts folder and zip in their places, both or neither. It looks again
// at what stands there: writing takes a while.
func (k *Kit) replace(folder, zipped disk.Workplace, opt *Delivery) error {
	if err := opt.Check(k.Campaign(), folder.Place()); err != nil {
		return err
	}
	if !opt.Force {
		if err := sameEdition(folder.Place(), folder.Fresh()); err != nil {
			return err
		}
	}
	kept, err := k.setAside(folder)
	if err != nil {
		return err
	}
	if err := folder.Swap(); err != nil {
		return err // leaving the workplace puts back what was set aside
	}
	var keptZip string
	if !zipped.None() {
		if keptZip, err = k.setAside(zipped); err == nil {
			err = zipped.Swap()
		}
		if err != nil {
			return errors.Join(files.Blame(zipped.Place(), err), folder.Undo())
		}
	}
	for place, to := range map[string]string{folder.Place(): kept, zipped.Place(): keptZip} {
		if to != "" && opt.Aside != nil {
			opt.Aside(place, to)
		}
	}
	return nil
}

// setAside moves what stands in a place and must not be deleted, and says where
// it is now; "" if there is no such thing.
func (k *Kit) setAside(w disk.Workplace) (to string, err error) {
	place := w.Place()
	info, err := os.Lstat(place)
	if err != nil || info.IsDir() && mayLose(place) || !info.IsDir() && mayReplaceZip(place, k.Campaign(), false) == nil {
		return "", nil // of what is not there the swap knows more
	}
	to = place + ".aside"
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			return to, w.SetAside(to)
		}
		to = place + ".aside-" + strconv.Itoa(n)
	}
}

// mayLose reports a folder of which nothing is lost that a kit has not: an empty
// one, or a kit in which nothing was changed or added.
func mayLose(dir string) bool {
	_, err := Verify(os.DirFS(dir))
	var sums *SumError
	if errors.As(err, &sums) {
		return len(sums.Altered)+len(sums.Added) == 0
	}
	return err == nil || disk.Empty(dir)
}

// Check tells, before there is a kit, what would keep [Kit.Deliver] from writing
// one of the campaign of that name to a folder: an *ExistsError for what stands
// in the way, or that there is no folder to write to. It reads all of a kit that
// would be replaced, and writes nothing.
func (d *Delivery) Check(campaign, dir string) error {
	var opt Delivery
	if d != nil {
		opt = *d
	}
	dir = filepath.Clean(dir)
	if err := checkPlaces(dir, opt.Zip); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Dir(dir)); err != nil {
		return files.Blame(dir, err)
	}
	if opt.Zip != "" {
		if err := mayReplaceZip(opt.Zip, campaign, opt.Force); err != nil {
			return err
		}
	}
	return mayReplace(dir, campaign, opt.Force)
}

// checkPlaces refuses a folder that cannot be renamed, and a zip within the
// folder that is renamed.
func checkPlaces(dir, zip string) error {
	switch filepath.Base(dir) {
	case ".", "..", string(filepath.Separator):
		return existsError("way-root", dir, nil)
	}
	if zip == "" {
		return nil
	}
	if disk.Within(dir, zip) {
		return kitError("kit-zip-inside", fault.Values{"zip": zip, "folder": dir})
	}
	return nil
}

// writeFiles makes every file, stage by stage.
func (k *Kit) writeFiles(ctx context.Context, dir string, progress func(done, total int)) error {
	for name := range k.dirs {
		if err := drive.MkdirAll(filepath.Join(dir, filepath.FromSlash(name)), 0o755); err != nil {
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

var writers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 1<<16) }}

func (k *Kit) writeFile(ctx context.Context, from fs.FS, f *file, name string) error {
	out, err := drive.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	w := writers.Get().(*bufio.Writer)
	defer writers.Put(w)
	w.Reset(out)
	err = k.produce(ctx, from, f, w)
	if err == nil {
		err = w.Flush()
	}
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	return os.Chtimes(name, k.when, k.when)
}

// mayReplace refuses what is not an unaltered kit of the campaign.
func mayReplace(dir, campaign string, force bool) error {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || force && info.IsDir() {
		return err
	}
	if !info.IsDir() {
		return existsError("way-not-folder", dir, nil)
	}
	if disk.Empty(dir) {
		return nil
	}
	m, err := Verify(os.DirFS(dir))
	var sums *SumError
	switch {
	case errors.As(err, &sums):
		return existsError("way-altered", dir, fault.Values{"cause": sums})
	case err != nil:
		return existsError("way-not-kit", dir, nil)
	case m.Kit != campaign:
		return existsError("way-other-kit", dir, fault.Values{"kit": m.Kit})
	}
	return nil
}

// mayReplaceZip refuses what is not the zip of a kit of the campaign.
func mayReplaceZip(name, campaign string, force bool) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return existsError("way-folder", name, nil)
	case force:
		return nil
	}
	z, err := Open(name)
	if err != nil {
		return existsError("way-not-zip", name, nil)
	}
	defer z.Close()
	m, err := readManifest(z)
	switch {
	case err != nil:
		return existsError("way-not-zip", name, nil)
	case m.Kit != campaign:
		return existsError("way-other-zip", name, fault.Values{"kit": m.Kit})
	}
	return nil
}

// WriteZip writes the whole kit as one zip, in a folder named after the campaign,
// with all files of one time and in order. Files are made on all cores and a few at a time, so that its memory
// does not grow with the kit. A kit of more than 65,535 files is refused.
func (k *Kit) WriteZip(ctx context.Context, w io.Writer) error {
	if k.plan == nil {
		return errNotBuilt
	}
	if err := k.checkZip(); err != nil {
		return err
	}
	return k.zip(ctx, w, func(name string, w io.Writer) error { return k.produce(ctx, k, k.byName[name], w) })
}

// mostZipped is the number of files that the first form of zip counts. Of more,
// programs that know no other show some and say nothing of the rest.
const mostZipped = 65_535

// checkZip refuses a whole zip of which many programs would show a part.
func (k *Kit) checkZip() error {
	n := 0
	for _, f := range k.files {
		if !f.tells.zip {
			n++
		}
	}
	if n > mostZipped {
		return kitError("kit-zip-many", fault.Values{"n": n, "most": mostZipped})
	}
	return nil
}

// zip writes the whole zip stage by stage, in a folder of its own, so that it does
// not spill where it is unpacked. It leaves out the small zips, which repeat the
// others.
func (k *Kit) zip(ctx context.Context, w io.Writer, write disk.FileWriter) error {
	top := k.Campaign() + "-kit/"
	below := func(name string, w io.Writer) error { return write(strings.TrimPrefix(name, top), w) }
	z := disk.NewZip(w, k.when)
	for s := plain; s < stages; s++ {
		var names []string
		for _, f := range k.files {
			if f.stage == s && !f.tells.zip {
				names = append(names, top+f.name)
			}
		}
		if err := z.Add(ctx, names, below); err != nil {
			return err
		}
	}
	return z.Close()
}

// zipFrom writes the zip from the files of a folder.
func (k *Kit) zipFrom(ctx context.Context, dir, name string) error {
	out, err := drive.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 1<<16)
	err = k.zip(ctx, w, disk.Copier(os.DirFS(dir)))
	if err == nil {
		err = errors.Join(w.Flush(), out.Sync())
	}
	return errors.Join(err, out.Close())
}
