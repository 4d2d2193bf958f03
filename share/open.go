package share

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Opened is a kit on a disk, a folder or a zip. It is safe for concurrent use
// until it is closed.
type Opened struct {
	fs.FS
	close func() error
}

// Close closes the zip's file.
func (o *Opened) Close() error { return o.close() }

// Open opens a kit's folder or zip by its name on the disk. A zip may hold the
// kit in a folder of its own, as those that a Mac makes. One that programs could
// read in two ways is refused with a *KitError: with bytes around or between its
// files, two files of one name, or a file whose two headers disagree. What is no
// zip is zip.ErrFormat.
func Open(name string) (*Opened, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return &Opened{os.DirFS(name), func() error { return nil }}, nil
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "open", Path: name, Err: zip.ErrFormat}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	fsys, err := ReadZip(f, info.Size())
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Opened{fsys, f.Close}, nil
}

// ReadZip reads a kit's zip as [Open] does.
func ReadZip(r io.ReaderAt, size int64) (fs.FS, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, err
	}
	if err := checkZipNames(z); err != nil {
		return nil, err
	}
	if err := (zipWalk{z, r, size}).check(); err != nil {
		return nil, err
	}
	return belowTop(z)
}

// checkZipNames refuses names that lead elsewhere, and two that are one on some
// disk.
func checkZipNames(z *zip.Reader) error {
	seen := make(map[string]bool, len(z.File))
	for _, f := range z.File {
		name := strings.TrimSuffix(f.Name, "/")
		if _, err := filepath.Localize(name); err != nil || !fs.ValidPath(name) || strings.ContainsAny(name, "\\:\x00") {
			return kitError("zip-name", fault.Values{"file": f.Name})
		}
		if mode := f.Mode(); !mode.IsRegular() && !mode.IsDir() {
			return kitError("zip-name", fault.Values{"file": f.Name})
		}
		key := folded(name)
		if seen[key] {
			return kitError("zip-twice", fault.Values{"file": f.Name})
		}
		seen[key] = true
	}
	return nil
}

// folded is a name as disks compare it that know neither case nor the ways to
// write an accent.
func folded(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// belowTop is the folder that holds all of a zip, if there is just one that is a
// kit; else the zip.
func belowTop(z *zip.Reader) (fs.FS, error) {
	entries, err := fs.ReadDir(z, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if _, err := fs.Stat(z, path.Join(e.Name(), sumsName)); err != nil || !e.IsDir() {
			continue
		}
		if err := strays(z, e.Name()); err != nil {
			return nil, err
		}
		return fs.Sub(z, e.Name())
	}
	return z, nil
}

// strays refuses what lies beside the kit's folder and is not a system's.
func strays(z *zip.Reader, top string) error {
	return fs.WalkDir(z, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == top:
			return fs.SkipDir
		case !d.IsDir() && !isLitter(z, name, d):
			return kitError("zip-stray", fault.Values{"file": name, "folder": top})
		}
		return nil
	})
}

// The records of a zip, as APPNOTE 6.3.10 marks and measures them.
const (
	localMark, localSize     = "PK\x03\x04", 30
	centralMark, centralSize = "PK\x01\x02", 46
	end64Mark, end64Size     = "PK\x06\x06", 12 // and as many bytes as it says
	locatorSize              = 20
	endMark, endSize         = "PK\x05\x06", 22

	streamed uint16 = 1 << 3 // checksum and sizes stand after the file
)

// A zipWalk follows a zip from its first byte to its last.
type zipWalk struct {
	*zip.Reader
	from io.ReaderAt
	size int64
}

// check refuses a zip with bytes that are of no record, and files whose local
// header names them otherwise: programs differ in which of the two they believe.
func (w zipWalk) check() error {
	files := slices.Clone(w.File)
	offsets := make(map[*zip.File]int64, len(files))
	for _, f := range files {
		at, err := f.DataOffset()
		if err != nil {
			return err
		}
		offsets[f] = at
	}
	slices.SortStableFunc(files, func(a, b *zip.File) int { return cmp.Compare(offsets[a], offsets[b]) })
	pos := int64(0)
	for _, f := range files {
		end, err := w.local(f, pos, offsets[f])
		if err != nil {
			return err
		}
		pos = end
	}
	return w.directory(pos)
}

// local checks the header of a file, which begins at pos, and returns where the
// file ends.
func (w zipWalk) local(f *zip.File, pos, data int64) (int64, error) {
	header := w.record(pos, localMark, localSize)
	if header == nil {
		return 0, surrounded(data - pos)
	}
	name, extra := int64(binary.LittleEndian.Uint16(header[26:])), int64(binary.LittleEndian.Uint16(header[28:]))
	if begins := pos + localSize + name + extra; begins != data {
		return 0, surrounded(data - begins)
	}
	if string(w.bytes(pos+localSize, name)) != f.Name {
		return 0, kitError("zip-shadowed", fault.Values{"file": f.Name})
	}
	end := data + int64(f.CompressedSize64)
	if binary.LittleEndian.Uint16(header[6:])&streamed != 0 {
		end = w.pastDescriptor(end)
	}
	return end, nil
}

// pastDescriptor is where the next record begins after a streamed file: its
// checksum and sizes take 12 or 20 bytes, and programs put a mark of 4 before
// them or not.
func (w zipWalk) pastDescriptor(at int64) int64 {
	for _, n := range []int64{16, 12, 24, 20} {
		if w.record(at+n, localMark, 4) != nil || w.record(at+n, centralMark, 4) != nil {
			return at + n
		}
	}
	return at
}

// directory checks that the list of files and the end of the zip follow at once.
func (w zipWalk) directory(pos int64) error {
	for range w.File {
		b := w.record(pos, centralMark, centralSize)
		if b == nil {
			return surrounded(w.size - pos)
		}
		for _, length := range []int{28, 30, 32} { // of name, extra field and comment
			pos += int64(binary.LittleEndian.Uint16(b[length:]))
		}
		pos += centralSize
	}
	if b := w.record(pos, end64Mark, end64Size); b != nil {
		pos += end64Size + int64(min(binary.LittleEndian.Uint64(b[4:]), maxListing)) + locatorSize
	}
	if w.record(pos, endMark, endSize) == nil || pos+endSize != w.size { // a comment too: nobody reads it
		return surrounded(w.size - pos - endSize)
	}
	return nil
}

// record is a record with its mark; nil if there is none at pos.
func (w zipWalk) record(pos int64, mark string, size int64) []byte {
	b := w.bytes(pos, size)
	if !bytes.HasPrefix(b, []byte(mark)) {
		return nil
	}
	return b
}

// bytes reads n of them; nil if there are fewer.
func (w zipWalk) bytes(pos, n int64) []byte {
	b := make([]byte, n)
	if read, _ := w.from.ReadAt(b, pos); int64(read) < n {
		return nil
	}
	return b
}

func surrounded(n int64) error { return kitError("zip-surrounded", fault.Values{"n": max(n, -n)}) }
