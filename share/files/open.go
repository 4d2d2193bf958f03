package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotRegular is why Open refuses what is no file that ends.
var ErrNotRegular = errors.New("not a regular file")

// A SizeError says that a file is larger than is read.
// It is immutable and safe for concurrent use.
type SizeError struct{ Most int64 } // bytes

func (e *SizeError) Error() string { return fmt.Sprintf("larger than %d bytes", e.Most) }

// Open opens a file to be read. Whoever reads a pipe or a device may wait for
// ever, or never come to its end: these and folders are refused at once, with an
// *fs.PathError of ErrNotRegular.
func Open(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: name, Err: ErrNotRegular}
	}
	if err != nil {
		return nil, err
	}
	return os.Open(name)
}

// Decode decodes a file that Open opens.
func Decode[T any](name string, decode func(io.Reader) (T, error)) (v T, err error) {
	f, err := Open(name)
	if err != nil {
		return v, err
	}
	defer f.Close()
	return decode(f)
}

// Read reads a file that Open opens, of at most so many bytes: a larger one is
// an *fs.PathError of a *SizeError.
func Read(name string, most int64) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		err = &fs.PathError{Op: "read", Path: name, Err: &SizeError{most}}
	}
	if err != nil {
		return nil, err
	}
	return data, nil
}

// A Beside opens files by names that start in its folder and may lead out of it,
// such as ../photo.jpg, as [Open] does.
// It is a value, safe for concurrent use.
type Beside string

// Open opens a file.
func (dir Beside) Open(name string) (fs.File, error) {
	return Open(filepath.Join(string(dir), filepath.FromSlash(name)))
}
