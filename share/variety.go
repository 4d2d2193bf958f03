package share

import (
	"errors"
	"hash/fnv"
	"io/fs"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// walkLooks walks the set: a fact has the style that it names; else its topic
// keeps to one theme, and no two neighbours have the same theme and ground. The
// walk of a card begins where its id says, so that a new fact changes few of the
// others.
func (p *plan) walkLooks() map[string]look {
	themes := make(map[string]graphic.Theme)
	for i, t := range p.campaign.Topics {
		themes[t.ID] = p.themeOr(t.Theme, p.themes[i%len(p.themes)])
	}
	out := make(map[string]look, len(p.facts))
	last := make(map[string]string) // theme → ground
	for _, f := range p.facts {
		l := look{theme: p.theme}
		if t, ok := themes[f.Topic]; ok {
			l.theme = t
		}
		l.theme = p.themeOr(f.Style.Theme, l.theme)
		switch {
		case f.Style.Ground != "" && l.theme.Name == f.Style.Theme:
			l.ground = f.Style.Ground
			last[l.theme.Name] = l.ground
		case !f.IsAction():
			l.ground = walk(l.theme.Grounds(), f.ID, last[l.theme.Name])
			last[l.theme.Name] = l.ground
		}
		out[f.ID] = l
	}
	return out
}

// walk chooses by id and steps on from what the neighbour has.
func walk(all []string, id, neighbour string) string {
	if len(all) == 0 {
		return ""
	}
	h := fnv.New32a()
	h.Write([]byte(id))
	at := int(h.Sum32()>>8) % len(all)
	if all[at] == neighbour {
		at = (at + 1) % len(all)
	}
	return all[at]
}

// themesFor resolves the themes of a kit: those given, the campaign's own,
// from its folder or by a built-in name, or two that alternate.
func themesFor(c *campaign.Campaign, given []graphic.Theme) ([]graphic.Theme, error) {
	if len(given) > 0 {
		return given, nil
	}
	names := []string{"broadside", "newsroom"}
	if c.Theme != "" {
		names = []string{c.Theme}
	}
	var themes []graphic.Theme
	for _, name := range names {
		t, err := themeNamed(c, name)
		if err != nil {
			return nil, err
		}
		themes = append(themes, t)
	}
	return themes, nil
}

// ownThemes holds the themes that topics, facts, events and steps name. They count for
// nothing where the kit or the campaign has chosen for all.
func ownThemes(c *campaign.Campaign, given []graphic.Theme) (map[string]graphic.Theme, error) {
	if c.Theme != "" || len(given) > 0 {
		return nil, nil
	}
	var names []string
	for _, t := range c.Topics {
		names = append(names, t.Theme)
	}
	for i := range c.Facts {
		names = append(names, c.Facts[i].Style.Theme)
	}
	for _, e := range c.Events {
		names = append(names, e.Theme)
	}
	for _, s := range c.Steps {
		names = append(names, s.Theme)
	}
	out := make(map[string]graphic.Theme)
	for _, name := range names {
		if _, ok := out[name]; ok || name == "" {
			continue
		}
		t, err := themeNamed(c, name)
		if err != nil {
			return nil, err
		}
		out[name] = t
	}
	return out, nil
}

// themeOr is a theme that the campaign names, or the other one.
func (p *plan) themeOr(name string, other graphic.Theme) graphic.Theme {
	if t, ok := p.own[name]; ok {
		return t
	}
	return other
}

func themeNamed(c *campaign.Campaign, name string) (graphic.Theme, error) {
	if files := c.Files(); files != nil {
		file := "themes/" + name + ".json"
		switch _, err := fs.Stat(files, file); {
		case err == nil:
			return graphic.LoadTheme(files, file)
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid):
			return graphic.Theme{}, err // above all fs.ErrClosed
		}
	}
	t, ok := graphic.LookupTheme(name)
	if !ok {
		var names []string
		for _, t := range graphic.Themes() {
			names = append(names, t.Name)
		}
		return t, kitError("kit-theme", fault.Values{"theme": name, "have": names})
	}
	return t, nil
}

// fontsFor returns the fonts given, else those of the campaign's folder.
func fontsFor(c *campaign.Campaign, given *graphic.Fonts) (*graphic.Fonts, error) {
	files := c.Files()
	if given != nil || files == nil {
		return given, nil
	}
	switch list, err := fs.ReadDir(files, "fonts"); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, kitFailed("kit-fonts", "fonts", err)
	case !slices.ContainsFunc(list, func(e fs.DirEntry) bool { return !strings.HasPrefix(e.Name(), ".") }):
		return nil, nil
	}
	dir, err := fs.Sub(files, "fonts")
	if err != nil {
		return nil, err
	}
	fonts, err := graphic.LoadFonts(dir)
	if err != nil {
		failed := kitFailed("kit-fonts", "fonts", err)
		if damaged := new(graphic.FileError); errors.As(err, &damaged) { // whose place is one within the folder
			failed = kitFailed("kit-fonts", "fonts/"+damaged.Position().File, err)
			failed.Err = errors.Unwrap(damaged)
		}
		return nil, failed
	}
	return fonts, nil
}
