package graphic

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// Fonts are typefaces that a caller adds. They are asked, in file order, for
// what the theme's own fonts lack. Safe for concurrent use.
type Fonts struct{ fonts []*text.Font }

// all are the fonts, none of nil.
func (f *Fonts) all() []*text.Font {
	if f == nil {
		return nil
	}
	return f.fonts
}

// LoadFonts reads every .ttf, .otf and .ttc file under fsys, of a collection
// its first font. A font that cannot be used is a
// *[FileError].
//
// Glyphs keep their own colours where a font has them as bitmaps (CBDT, sbix)
// or as layers (COLR version 0). For how lines break in scripts without spaces
// between words see [Card.Lang].
func LoadFonts(fsys fs.FS) (*Fonts, error) {
	if fsys == nil {
		return nil, refuse("font-folder", "", nil)
	}
	fonts := new(Fonts)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("graphic: %w", err)
		case d.IsDir() || !isFont(name):
			return nil
		}
		return fonts.add(fsys, name)
	})
	if err != nil {
		return nil, err
	}
	if len(fonts.fonts) == 0 {
		return nil, refuse("font-none", "", nil)
	}
	return fonts, nil
}

func isFont(name string) bool {
	return slices.Contains([]string{".ttf", ".otf", ".ttc"}, strings.ToLower(path.Ext(name)))
}

func (f *Fonts) add(fsys fs.FS, name string) error {
	data, err := theme.ReadFile(fsys, name, theme.MaxFont)
	if err != nil {
		return fileError(name, nil, err)
	}
	font, err := text.ParseFont(name, data)
	if err != nil {
		return fileError(name, nil, err)
	}
	f.fonts = append(f.fonts, font)
	return nil
}

// preferred are fonts that systems bring for scripts beyond Latin, the best
// first for each script.
var preferred = [][]string{
	{"IBMPlexSansArabic-Bold.ttf", "NotoSansArabic-Bold.ttf", "GeezaPro.ttc", "segoeui.ttf"},
	{"NotoSansHebrew-Bold.ttf", "ArialHB.ttc"},
	{"NotoSansDevanagari-Bold.ttf", "Kohinoor.ttc", "Nirmala.ttc", "Nirmala.ttf"},
	{"NotoSansBengali-Bold.ttf", "KohinoorBangla.ttc"},
	{"NotoSansThai-Bold.ttf", "Thonburi.ttc", "LeelawUI.ttf"},
	{"NotoSansEthiopic-Bold.ttf", "Kefa.ttc", "ebrima.ttf"},
	{"NotoSans-Bold.ttf", "Arial Unicode.ttf", "segoeuib.ttf"}, // Cyrillic, Greek, Vietnamese
	{"NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf", "Hiragino Sans GB.ttc", "msyh.ttc"},
	{"NotoColorEmoji.ttf", "Apple Color Emoji.ttc", "seguiemj.ttf"},
}

// SystemFonts finds fonts for other scripts among those installed on this
// computer, from a fixed list of good ones. What is drawn with them may differ
// from computer to computer: a campaign that wants the same bytes everywhere
// brings its own fonts and calls [LoadFonts].
func SystemFonts() (*Fonts, error) {
	found := make(map[string]string)
	for _, dir := range fontDirs() {
		// What cannot be read is as good as not installed.
		filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && isFont(name) {
				found[d.Name()] = name
			}
			return nil
		})
	}
	fonts := new(Fonts)
	for _, names := range preferred {
		for _, name := range names {
			file, ok := found[name]
			if ok && fonts.add(os.DirFS(filepath.Dir(file)), name) == nil {
				break
			}
		}
	}
	if len(fonts.fonts) == 0 {
		return nil, refuse("font-installed", "", nil)
	}
	return fonts, nil
}

// fontDirs are where the systems keep their fonts.
func fontDirs() []string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.Join(os.Getenv("WINDIR"), "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".local", "share", "fonts")}
}
