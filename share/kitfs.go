package share

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// The faces of a file system that a Kit has.
var (
	_ fs.ReadDirFS  = (*Kit)(nil)
	_ fs.StatFS     = (*Kit)(nil)
	_ fs.ReadFileFS = (*Kit)(nil)
)

// Open makes a file, or lists a folder.
func (k *Kit) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if list, ok := k.dirs[name]; ok {
		return &folder{info: k.folderInfo(name), list: list}, nil
	}
	data, err := k.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &openFile{info{path.Base(name), int64(len(data)), false}, *bytes.NewReader(data)}, nil
}

// ReadFile makes a file.
func (k *Kit) ReadFile(name string) ([]byte, error) {
	f, err := k.lookup("open", name)
	if err != nil {
		return nil, err
	}
	data, err := k.content(context.Background(), k, f)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return data, nil
}

// Stat tells a file's size, and makes the file for it the first time.
func (k *Kit) Stat(name string) (fs.FileInfo, error) {
	if _, ok := k.dirs[name]; ok {
		return k.folderInfo(name), nil
	}
	f, err := k.lookup("stat", name)
	if err != nil {
		return nil, err
	}
	size, _, err := k.known(context.Background(), k, f)
	if err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return info{path.Base(name), size, false}, nil
}

// ReadDir lists a folder without making anything.
func (k *Kit) ReadDir(name string) ([]fs.DirEntry, error) {
	list, ok := k.dirs[name]
	if !ok {
		if _, err := k.lookup("readdir", name); err != nil {
			return nil, err
		}
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	return append([]fs.DirEntry(nil), list...), nil
}

func (k *Kit) lookup(op, name string) (*file, error) {
	f, ok := k.byName[name]
	switch {
	case !fs.ValidPath(name):
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	case ok:
		return f, nil
	case k.dirs[name] != nil:
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

func (k *Kit) folderInfo(name string) info { return info{path.Base(name), 0, true} }

// An entry is a file or folder as its folder lists it.
type entry struct {
	kit *Kit
	at  string
	dir bool
}

func (e entry) Name() string               { return path.Base(e.at) }
func (e entry) IsDir() bool                { return e.dir }
func (e entry) Info() (fs.FileInfo, error) { return e.kit.Stat(e.at) }
func (e entry) String() string             { return fs.FormatDirEntry(e) }
func (e entry) Type() fs.FileMode {
	if e.dir {
		return fs.ModeDir
	}
	return 0
}

type info struct {
	name string
	size int64
	dir  bool
}

func (i info) Name() string { return i.name }
func (i info) Size() int64  { return i.size }

// ModTime is unknown, time.Time{}: a kit's files have no time of their own, and
// an HTTP server that was told the campaign's day would answer "not modified"
// for a file that was corrected that day. Package serve has ETags.
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.dir }
func (i info) Sys() any           { return nil }
func (i info) String() string     { return fs.FormatFileInfo(i) }
func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// An openFile reads and seeks in its content.
type openFile struct {
	info info
	bytes.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

// A folder reads its list once from front to back.
type folder struct {
	info info
	list []fs.DirEntry
	at   int
}

func (d *folder) Stat() (fs.FileInfo, error) { return d.info, nil }
func (d *folder) Close() error               { return nil }
func (d *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.info.name, Err: fs.ErrInvalid}
}

// ReadDir follows fs.ReadDirFile.
func (d *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := d.list[d.at:]
	if n > 0 {
		if len(rest) == 0 {
			return nil, io.EOF
		}
		rest = rest[:min(n, len(rest))]
	}
	d.at += len(rest)
	return append([]fs.DirEntry(nil), rest...), nil
}

// index builds the folders.
func (k *Kit) index() {
	k.dirs["."] = nil
	for _, f := range k.files {
		k.dirs[path.Dir(f.name)] = append(k.dirs[path.Dir(f.name)], entry{k, f.name, false})
		for dir := path.Dir(f.name); dir != "."; dir = path.Dir(dir) {
			if _, seen := k.dirs[dir]; !seen {
				k.dirs[dir] = nil
			}
			e := entry{k, dir, true}
			if up := path.Dir(dir); !slices.Contains(k.dirs[up], fs.DirEntry(e)) {
				k.dirs[up] = append(k.dirs[up], e)
			}
		}
	}
	for _, list := range k.dirs {
		slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
}
