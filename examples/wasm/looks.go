//go:build js && wasm

package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"

	"github.com/shutdowncecot/toolkit/graphic"
)

// A campaign's own themes and fonts, where its folder has some.
type ownLooks struct {
	files  fs.FS
	fonts  *graphic.Fonts
	themes map[string]graphic.Theme // that were read
}

var looks ownLooks

// looksOf reads a zip of the folders themes and fonts.
func looksOf(data []byte) (l ownLooks, err error) {
	if len(data) == 0 {
		return l, nil
	}
	if l.files, err = zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
		return l, err
	}
	l.themes = make(map[string]graphic.Theme)
	dir, err := fs.Sub(l.files, "fonts")
	if err != nil {
		return l, err
	}
	if _, err := fs.Stat(l.files, "fonts"); errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	l.fonts, err = graphic.LoadFonts(dir)
	return l, err
}

// theme is the campaign's theme of a name, else the built-in one; no name is the
// first of these.
func (l *ownLooks) theme(name string) (t graphic.Theme, err error) {
	if t, ok := l.themes[name]; ok {
		return t, nil
	}
	file := "themes/" + name + ".json"
	if l.files != nil {
		if _, err := fs.Stat(l.files, file); err == nil {
			l.themes[name], err = graphic.LoadTheme(l.files, file)
			return l.themes[name], err
		}
	}
	t, ok := graphic.LookupTheme(name)
	if !ok && name != "" {
		return t, unknown("theme", name)
	}
	return t, nil
}
