package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// drawWithFonts draws with the font of a flag; without one, with those installed
// here where the theme's lack a character.
func (f *cardFlags) drawWithFonts(ctx context.Context, a *app, subject string, o *graphic.Options) (*graphic.Graphic, string, error) {
	if f.Font != "" {
		var err error
		if o.Fonts, err = readFonts(f.Font); err != nil {
			return nil, "", cli.Unreadable(f.Font, err)
		}
	}
	g, alt, err := f.draw(ctx, a, subject, o)
	lacks, is := lacksGlyph(err)
	if !is {
		return g, alt, err
	}
	if system, failed := graphic.SystemFonts(); failed == nil && f.Font == "" {
		o.Fonts = system
		if g, alt, err = f.draw(ctx, a, subject, o); err == nil {
			return g, alt, nil
		}
		if lacks, is = lacksGlyph(err); !is {
			return nil, "", err
		}
	}
	char, _ := lacks.Values()["char"].(string)
	return nil, "", cli.Refuse(cli.Problems, "card-font", cli.With{"char": char, "code": lacks.Values()["code"], "package": fontPackage(char)})
}

// lacksGlyph reports a card with a character that no font has.
func lacksGlyph(err error) (f fault.Fault, is bool) {
	is = errors.As(err, &f) && f.Rule() == "card-glyph"
	return f, is
}

// fontPackage is Debian's package of fonts that have a character.
func fontPackage(char string) string {
	r, _ := utf8.DecodeRuneInString(char)
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return "fonts-noto-cjk"
	case r >= '\U0001f000' && r < '\U00020000':
		return "fonts-noto-color-emoji"
	}
	return "fonts-noto-core"
}

// readFonts reads a font, or those of a folder.
func readFonts(name string) (*graphic.Fonts, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return graphic.LoadFonts(os.DirFS(name))
	}
	return graphic.LoadFont(os.DirFS(filepath.Dir(name)), filepath.Base(name))
}
