package theme

import (
	"io"
	"io/fs"
	"path"
)

// The most bytes of a file: more than any font of one style has and less than
// would hurt, and a hundred times what a theme of the shelf takes.
const (
	MaxFont  = 64 << 20
	MaxTheme = 1 << 20
)

// A Problem is what is wrong with a file, as the data of a fault.
type Problem struct {
	Rule   string
	Path   string   // of keys, "colors.amber"
	Near   []string // paths that it follows from, where the theme that this one extends has Path
	Values map[string]any
	Err    error // what was found in another file, such as a font
}

func (p *Problem) Error() string { return p.Rule + " at " + p.Path }

// Unwrap is what was found in another file, or nil.
func (p *Problem) Unwrap() error { return p.Err }

func wrong(rule, path string, values map[string]any) *Problem {
	return &Problem{Rule: rule, Path: path, Values: values}
}

// ReadFile reads a file of at most that many bytes, whatever its size is
// said to be. What would keep its reader waiting, as a pipe, is refused at once.
func ReadFile(fsys fs.FS, name string, most int64) ([]byte, error) {
	if irregular(fsys, name) {
		return nil, &Problem{Rule: "file-irregular"}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > most {
		return nil, &Problem{Rule: "file-large", Values: map[string]any{"most": most >> 20}}
	}
	return data, nil
}

// irregular reports what is a folder, a pipe or a device. It follows links by
// itself: there are file systems, as those of fs.Sub, that open a file to say
// what it is.
func irregular(fsys fs.FS, name string) bool {
	const mostLinks = 8
	for range mostLinks {
		info, err := fs.Lstat(fsys, name)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return err == nil && !info.Mode().IsRegular()
		}
		to, err := fs.ReadLink(fsys, name)
		if name = path.Join(path.Dir(name), to); err != nil || path.IsAbs(to) || !fs.ValidPath(name) {
			break
		}
	}
	info, err := fs.Stat(fsys, name)
	return err == nil && !info.Mode().IsRegular()
}
