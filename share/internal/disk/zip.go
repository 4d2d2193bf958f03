package disk

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
	"sync"
	"time"

	"github.com/klauspost/compress/flate"
)

// A FileWriter writes the content of the file of a name.
type FileWriter func(name string, w io.Writer) error

// Copier copies files as they are.
func Copier(from fs.FS) FileWriter {
	return func(name string, w io.Writer) error {
		f, err := from.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		buf := copies.Get().(*[]byte)
		defer copies.Put(buf)
		_, err = io.CopyBuffer(w, struct{ io.Reader }{f}, *buf) // a file that knows how to write itself makes a buffer of its own
		return err
	}
}

// copies are what files are copied with.
var copies = sync.Pool{New: func() any {
	buf := make([]byte, 1<<16)
	return &buf
}}

// deflated are the endings of files that do not shrink any more.
var deflated = []string{".png", ".jpg", ".mp4", ".zip"}

// WriteZip writes files as a zip of their own.
func WriteZip(ctx context.Context, w io.Writer, when time.Time, names []string, write FileWriter) error {
	z := NewZip(w, when)
	if err := z.Add(ctx, names, write); err != nil {
		return err
	}
	return z.Close()
}

// A Zip writes a zip of files that are all of one time.
type Zip struct {
	zip  *zip.Writer
	when time.Time
}

// NewZip begins a zip.
func NewZip(w io.Writer, when time.Time) *Zip { return &Zip{zip.NewWriter(w), when} }

// Close ends the zip.
func (z *Zip) Close() error { return z.zip.Close() }

// Add adds files in the order of names. They are made and packed on all cores, as
// many at a time, and those whose turn has not come are held packed.
func (z *Zip) Add(ctx context.Context, names []string, write FileWriter) error {
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
func (z *Zip) pack(name string, write FileWriter) packed {
	h := &zip.FileHeader{Name: name, Flags: utf8Names, ReaderVersion: version20, Method: zip.Deflate}
	h.SetMode(0o644)
	h.CreatorVersion |= version20
	//lint:ignore SA1019 CreateRaw writes no other time
	h.SetModTime(z.when)
	crc, size, out := crc32.NewIEEE(), counter(0), new(bytes.Buffer)
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
func (z *Zip) put(p *packed) error {
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

// A counter counts what is written to it, in bytes.
type counter int

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}
