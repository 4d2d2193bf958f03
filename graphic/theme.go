package graphic

import (
	"embed"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"path"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

//go:embed themes/*.json fonts
var shelfFiles embed.FS

// shelf holds the embedded themes and fonts.
var shelf = theme.NewShelf(shelfFiles)

// themeNames are the embedded themes in their order.
var themeNames = []string{"broadside", "newsroom", "dossier", "vigil", "photocopy"}

// Theme is a look: colours, typefaces and proportions, read from an embedded
// file. The zero Theme means the first of [Themes]; one of a name alone is none.
// A Theme is safe for concurrent use as long as nobody changes it.
type Theme struct {
	Name string
	t    *theme.Theme
}

// ThemeNames are those of [Themes], for which none has to be read. The slice is
// the caller's own.
func ThemeNames() []string { return slices.Clone(themeNames) }

// Themes lists the embedded themes, Broadside first.
func Themes() []Theme {
	out := make([]Theme, len(themeNames))
	for i, name := range themeNames {
		out[i] = embedded(name)
	}
	return out
}

func embedded(name string) Theme {
	t, err := shelf.Theme(name)
	if err != nil {
		panic("graphic: embedded theme " + name + ": " + err.Error()) // a build that cannot draw
	}
	return Theme{Name: name, t: t}
}

// LoadTheme reads a theme from a JSON file of fsys, beside which its fonts
// may lie; a theme may also extend an embedded one and change what it likes.
// It refuses what no card may be drawn with: colours that cannot be told
// apart, for every pair that can meet, also without colour vision, and
// typefaces that are missing or damaged. The error is a *[FileError], or the
// system's own. See themes/broadside.json in this
// package for the fields.
func LoadTheme(fsys fs.FS, name string) (Theme, error) {
	if fsys == nil {
		return Theme{}, refuse("theme-folder", "", nil)
	}
	data, err := theme.ReadFile(fsys, name, theme.MaxTheme)
	if err != nil {
		return Theme{}, fileError(name, nil, err)
	}
	dir, err := fs.Sub(fsys, path.Dir(name))
	if err != nil {
		return Theme{}, fmt.Errorf("graphic: %w", err)
	}
	t, err := shelf.Parse(data, dir)
	if err == nil && t.Name == "" {
		err = &theme.Problem{Rule: "theme-missing", Path: "name"}
	}
	if err != nil {
		return Theme{}, fileError(name, data, themed(err))
	}
	return Theme{Name: t.Name, t: t}, nil
}

// themed says of a theme that does not exist which do, and of a font what is
// wrong with it, by the rules of this package.
func themed(err error) error {
	var p *theme.Problem
	if !errors.As(err, &p) {
		return err
	}
	switch p.Rule {
	case "theme-extends":
		p.Values["have"] = themeNames
	case "theme-font":
		p.Values["cause"] = fileError(p.Values["font"].(string), nil, p.Err)
	}
	return p
}

// content is that of the first of Themes where t is zero.
func (t Theme) content() (*theme.Theme, error) {
	switch {
	case t.t != nil:
		return t.t, nil
	case t.Name != "":
		return nil, refuse("card-theme", "Options.Theme", nil)
	}
	return embedded(themeNames[0]).t, nil
}

// Grounds names the grounds that a card of the theme may stand on, for
// [Options.Ground].
func (t Theme) Grounds() []string {
	content, err := t.content()
	if err != nil {
		return nil
	}
	var names []string
	for _, g := range content.Grounds {
		names = append(names, g.Name)
	}
	return names
}

// Palette returns the colours that show a theme, each once: of its grounds in
// turn what lies under the words that lead, the words and the marks. The slice
// is the caller's own.
func (t Theme) Palette() (p color.Palette) {
	content, err := t.content()
	if err != nil {
		return nil
	}
	for _, g := range content.Grounds {
		s := content.Schemes[g.Head]
		for _, c := range []theme.RGBA{s.Ground, s.Text, s.Mark} {
			if !slices.Contains(p, color.Color(c.RGBA)) {
				p = append(p, c.RGBA)
			}
		}
	}
	return p
}

// LookupTheme finds one of [Themes].
func LookupTheme(name string) (Theme, bool) {
	if !slices.Contains(themeNames, name) {
		return Theme{}, false
	}
	return embedded(name), true
}

// groundFor is the ground that was asked for by name, or that of the card's ID.
func groundFor(t *theme.Theme, id, name string) (theme.Ground, error) {
	if name == "" {
		return t.GroundOf(id), nil
	}
	g, ok := t.GroundNamed(name)
	if !ok {
		return theme.Ground{}, refuse("card-ground", "Options.Ground", fault.Values{"theme": t.Name, "ground": name})
	}
	return g, nil
}
