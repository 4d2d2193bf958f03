package share

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/files"
)

// A cache keeps drawn files between builds, by the hash of what was to be
// drawn and of the program that drew it. Its zero value keeps nothing.
type cache struct{ dir string }

// program is the hash of the running program: another version may draw
// otherwise.
var program = sync.OnceValues(func() ([]byte, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
})

// key names a file of what has the sums, written with an ending.
func key(sums [][sha256.Size]byte, title, ext string) (string, error) {
	self, err := program()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	h.Write(self)
	io.WriteString(h, title+"\x00")
	for _, sum := range sums {
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil)) + ext, nil
}

// write copies a file that is kept, or makes and keeps it. What cannot be kept
// is made all the same.
func (c cache) write(w io.Writer, pages []*graphic.Graphic, title, ext string, make func(io.Writer) error) error {
	if c.dir == "" {
		return make(w)
	}
	var sums [][sha256.Size]byte
	for _, g := range pages {
		sums = append(sums, g.Sum())
	}
	return c.keeping(w, sums, title, ext, make)
}

// keeping is write for what has the sums.
func (c cache) keeping(w io.Writer, sums [][sha256.Size]byte, title, ext string, make func(io.Writer) error) error {
	name, err := key(sums, title, ext)
	if err != nil {
		return make(w)
	}
	name = filepath.Join(c.dir, name[:2], name)
	if data, err := os.ReadFile(name); err == nil {
		_, err = w.Write(data)
		return err
	} else if !errors.Is(err, fs.ErrNotExist) {
		return make(w)
	}
	var b bytes.Buffer
	if err := make(&b); err != nil {
		return err
	}
	c.keep(name, b.Bytes())
	_, err = w.Write(b.Bytes())
	return err
}

// keep puts a whole file in its place or none.
func (c cache) keep(name string, data []byte) {
	if os.MkdirAll(filepath.Dir(name), 0o755) != nil {
		return
	}
	files.Write(context.Background(), name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}) // what cannot be kept is drawn again
}

// film copies a file of a reel that is kept, or makes and keeps it; by is the
// program that makes it, if not this one.
func (c cache) film(w io.Writer, r *graphic.Reel, by, ext string, make func(io.Writer) error) error {
	if c.dir == "" {
		return make(w)
	}
	sum, err := r.Sum()
	if err != nil {
		return err
	}
	return c.keeping(w, [][sha256.Size]byte{sum}, by, ext, make)
}
