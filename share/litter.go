package share

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"
)

// litter are files that systems leave in the folders they show, by their names in
// small letters, with the bytes that they begin with: a name alone would let
// anything pass.
var litter = map[string]string{
	".ds_store":         "\x00\x00\x00\x01Bud1",             // Finder: how a folder is shown
	"thumbs.db":         "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", // Windows: small pictures
	"ehthumbs.db":       "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", // Windows: those of videos
	"ehthumbs_vista.db": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
	"desktop.ini":       "[",                // Windows: how a folder is shown
	".directory":        "[",                // KDE: the same
	"._":                "\x00\x05\x16\x07", // macOS: what other disks have no room for
	"icon\r":            "",                 // macOS: a folder's picture, empty but for that
	".localized":        "",                 // macOS: that a folder's name is translated
}

// isLitter reports a file that a Mac or Windows left: one of the names in
// litter, with that content or none.
func isLitter(fsys fs.FS, name string, d fs.DirEntry) bool {
	base := path.Base(name)
	magic, known := litter[strings.ToLower(base)]
	if !known && strings.HasPrefix(base, "._") {
		magic, known = litter["._"], true
	}
	if !known || !d.Type().IsRegular() {
		return false
	}
	f, err := fsys.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 32)
	n, err := io.ReadFull(f, head)
	if n == 0 {
		return err == io.EOF
	}
	head = bytes.TrimPrefix(head[:n], []byte("\xff\xfe")) // UTF-16 begins so
	return magic != "" && bytes.HasPrefix(bytes.TrimLeft(head, "\r\n"), []byte(magic))
}
