package theme

import (
	"fmt"
	"io"
	"io/fs"
)

// The most bytes of a file: more than any font of one style has and less than
// would hurt, and a hundred times what a theme of the shelf takes.
const (
	MaxFont  = 64 << 20
	MaxTheme = 1 << 20
)

// ReadFile reads a file of at most that many bytes, whatever its size is
// said to be.
func ReadFile(fsys fs.FS, name string, most int64) ([]byte, error) {
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
		return nil, fmt.Errorf("%s: is larger than %d MB", name, most>>20)
	}
	return data, nil
}
