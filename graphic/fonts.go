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

// Fonts are typefaces that a caller adds, for what the theme's own fonts lack.
// Bold words ask the bold ones first and running text the regular ones, each in
// file order. Safe for concurrent use.
type Fonts struct{ fonts []*text.Further }

// all are the fonts, none of nil.
func (f *Fonts) all() []*text.Further {
	if f == nil {
		return nil
	}
	return f.fonts
}

// LoadFonts reads every .ttf, .otf and .ttc file under fsys, collections whole.
// Those in a folder that bears the name of a role of [Theme]'s type, such as
// "display" or "body", are asked first where a card has text in that role. A
// font that cannot be used is a *[FileError].
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

// LoadFont reads one file as LoadFonts reads each of many.
func LoadFont(fsys fs.FS, name string) (*Fonts, error) {
	if fsys == nil {
		return nil, refuse("font-folder", "", nil)
	}
	if !isFont(name) {
		return nil, refuse("font-none", "", nil)
	}
	fonts := new(Fonts)
	return fonts, fonts.add(fsys, name)
}

func isFont(name string) bool {
	return slices.Contains([]string{".ttf", ".otf", ".ttc"}, strings.ToLower(path.Ext(name)))
}

func (f *Fonts) add(fsys fs.FS, name string) error {
	data, err := theme.ReadFile(fsys, name, theme.MaxFont)
	if err != nil {
		return fileError(name, nil, err)
	}
	read, err := text.ParseFurther(name, data)
	if err != nil {
		return fileError(name, nil, err)
	}
	role, _, _ := strings.Cut(name, "/")
	for _, font := range read {
		font.Role = role // one that is no role's name is asked for none
	}
	f.fonts = append(f.fonts, read...)
	return nil
}

// preferred are fonts that systems bring for scripts beyond Latin, the best
// first for each script: a bold one, and beside it the regular one where that is
// another file.
var preferred = [][][]string{
	{{"IBMPlexSansArabic-Bold.ttf"}, {"NotoSansArabic-Bold.ttf", "NotoSansArabic-Regular.ttf"}, {"GeezaPro.ttc"}, {"segoeuib.ttf", "segoeui.ttf"}},
	{{"NotoSansHebrew-Bold.ttf", "NotoSansHebrew-Regular.ttf"}, {"ArialHB.ttc"}},
	{{"NotoSansDevanagari-Bold.ttf", "NotoSansDevanagari-Regular.ttf"}, {"Kohinoor.ttc"}, {"Nirmala.ttc"}, {"NirmalaB.ttf", "Nirmala.ttf"}},
	{{"NotoSansBengali-Bold.ttf", "NotoSansBengali-Regular.ttf"}, {"KohinoorBangla.ttc"}},
	{{"NotoSansThai-Bold.ttf", "NotoSansThai-Regular.ttf"}, {"Thonburi.ttc"}, {"LeelaUIb.ttf", "LeelawUI.ttf"}},
	{{"NotoSansEthiopic-Bold.ttf", "NotoSansEthiopic-Regular.ttf"}, {"Kefa.ttc"}, {"ebrimabd.ttf", "ebrima.ttf"}},
	{{"NotoSans-Bold.ttf", "NotoSans-Regular.ttf"}, {"Arial Unicode.ttf"}, {"segoeuib.ttf", "segoeui.ttf"}}, // Cyrillic, Greek, Vietnamese
	{
		{"NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc"}, {"NotoSansCJKsc-Bold.otf", "NotoSansCJKsc-Regular.otf"},
		{"Hiragino Sans GB.ttc"}, {"msyhbd.ttc", "msyh.ttc"},
	},
	{{"NotoColorEmoji.ttf"}, {"Apple Color Emoji.ttc"}, {"seguiemj.ttf"}},
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
	for _, families := range preferred {
		for _, family := range families {
			before := len(fonts.fonts)
			for _, name := range family {
				if file, ok := found[name]; ok {
					_ = fonts.add(os.DirFS(filepath.Dir(file)), name) // damaged: as good as not installed
				}
			}
			if len(fonts.fonts) > before {
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
