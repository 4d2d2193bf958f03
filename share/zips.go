package share

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"
)

const (
	zipsDir      = "zips/"
	zipsSumsName = zipsDir + "SHA256SUMS"
)

// addZips adds one small zip a language and platform, for telephones: its
// posts and threads, and the picture of each fact that suits it best. They
// repeat files of the kit, so they have sums of their own and the whole zip
// leaves them out.
func (k binder) addZips() {
	k.add(zipsSumsName, listed, about{zip: true}, k.writeZipsSums)
	for _, ed := range k.plan.editions {
		for _, ch := range channels {
			k.add("zips/"+ed.lang+"-"+ch.ID+".zip", gathered, about{lang: ed.lang, platform: ch.ID, zip: true},
				func(ctx context.Context, from fs.FS, w io.Writer) error {
					names, write := k.zipped(ed.lang, ch), copier(from)
					if ch.composer.OnlyJPEG {
						names, write = ed.asJPEG(names, write)
					}
					return writeZip(ctx, w, k.when, names, write)
				})
		}
	}
}

// A fileWriter writes the content of the file of a name.
type fileWriter func(name string, w io.Writer) error

// copier copies files as they are.
func copier(from fs.FS) fileWriter {
	return func(name string, w io.Writer) error {
		f, err := from.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	}
}

// asJPEG gives the cards among the files of a zip as JPEG.
func (ed *edition) asJPEG(names []string, write fileWriter) ([]string, fileWriter) {
	cards := make(map[string]*FactCard)
	for i := range ed.pictures {
		if pic := &ed.pictures[i]; pic.Lang == ed.lang {
			cards[pic.Name()] = pic
		}
	}
	named := make(map[string]*FactCard)
	for i, name := range names {
		if pic, ok := cards[name]; ok {
			names[i] = strings.TrimSuffix(name, ".png") + ".jpg"
			named[names[i]] = pic
		}
	}
	return names, func(name string, w io.Writer) error {
		if pic, ok := named[name]; ok {
			return pic.writeJPEG(w)
		}
		return write(name, w)
	}
}

// zipped are the files of a small zip.
func (k *Kit) zipped(lang string, ch channel) []string {
	var names []string
	for _, f := range k.plan.facts {
		names = append(names, postName(lang, ch.ID, f.ID))
		if name, _ := k.plan.in(lang).pictureFor(f.ID, ch); name != "" {
			names = append(names, name, "pictures/"+lang+"/"+f.ID+".txt")
		}
	}
	for i := range k.plan.campaign.Threads {
		name := threadName(lang, ch.ID, k.plan.campaign.Threads[i].ID)
		if _, ok := k.byName[name]; ok {
			names = append(names, name)
		}
	}
	return names
}

// deflated are the endings of files that do not shrink any more.
var deflated = []string{".png", ".jpg", ".zip"}

// writeZip writes files as a zip of their own.
func writeZip(ctx context.Context, w io.Writer, when time.Time, names []string, write fileWriter) error {
	z := zipper{zip.NewWriter(w), when}
	if err := z.add(ctx, names, write); err != nil {
		return err
	}
	return z.zip.Close()
}

// A zipper writes a zip of files that are all of one time.
type zipper struct {
	zip  *zip.Writer
	when time.Time
}

// add adds files in the order of names. They are made and packed on all cores, as
// many at a time, and those whose turn has not come are held packed.
func (z *zipper) add(ctx context.Context, names []string, write fileWriter) error {
	var packing sync.WaitGroup
	defer packing.Wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ahead := make(chan chan packed, runtime.GOMAXPROCS(0)-1)
	packing.Go(func() {
		defer close(ahead)
		for _, name := range names {
			one := make(chan packed, 1)
			select {
			case ahead <- one:
				packing.Go(func() { one <- z.pack(name, write) })
			case <-ctx.Done():
				return
			}
		}
	})
	for one := range ahead {
		select {
		case p := <-one:
			if err := z.put(&p); err != nil {
				return err
			}
		case <-ctx.Done():
		}
	}
	return ctx.Err()
}

// packed is one file as the zip holds it.
type packed struct {
	header *zip.FileHeader // which the zip keeps
	data   []byte
	err    error
}

// What [zip.Writer.CreateRaw] leaves to its caller.
const (
	utf8Names = 1 << 11
	version20 = 20 // of the format, which knows deflated files
)

// pack makes and deflates a file; pictures are deflated already.
func (z *zipper) pack(name string, write fileWriter) packed {
	h := &zip.FileHeader{Name: name, Flags: utf8Names, ReaderVersion: version20, Method: zip.Deflate}
	h.SetMode(0o644)
	h.CreatorVersion |= version20
	//lint:ignore SA1019 CreateRaw writes no other time
	h.SetModTime(z.when)
	crc, size, out := crc32.NewIEEE(), counted(0), new(bytes.Buffer)
	var err error
	if slices.Contains(deflated, path.Ext(name)) {
		h.Method = zip.Store
		err = write(name, io.MultiWriter(crc, &size, out))
	} else {
		d := deflaters.Get().(*flate.Writer)
		defer deflaters.Put(d)
		d.Reset(out)
		err = errors.Join(write(name, io.MultiWriter(crc, &size, d)), d.Close())
	}
	h.CRC32, h.UncompressedSize64, h.CompressedSize64 = crc.Sum32(), uint64(size), uint64(out.Len())
	return packed{h, out.Bytes(), err}
}

// put writes a packed file to the zip.
func (z *zipper) put(p *packed) error {
	if p.err != nil {
		return p.err
	}
	entry, err := z.zip.CreateRaw(p.header)
	if err == nil {
		_, err = entry.Write(p.data)
	}
	return err
}

// deflaters take a megabyte each.
var deflaters = sync.Pool{New: func() any {
	d, _ := flate.NewWriter(nil, 6)
	return d
}}
