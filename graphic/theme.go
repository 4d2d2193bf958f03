package graphic

import (
	"embed"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"image/color"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

//go:embed themes/*.json
var themeFiles embed.FS

//go:embed fonts
var fontFiles embed.FS

// Theme is a look: colours, typefaces and proportions, read from an embedded
// file. The zero Theme means the first of [Themes].
type Theme struct {
	Name string
	t    *theme
}

// theme is the file's content with its names resolved.
type theme struct {
	Name, About string
	Colors      map[string]string
	Schemes     map[string]*scheme
	Grounds     []ground
	Action      ground
	Document    ground // Head: the desk, Foot: the sheet
	Correction  ground // Head: the band, Foot: the card
	Type        map[string]face
	Rule        struct{ Top, Slug, Row float64 }
	Bleed       bool // focal figures pass the margins
}

// scheme is the colours that meet on one ground. Every text colour is at
// least 4.5:1 and every mark at least 3:1 against Ground.
type scheme struct {
	Ground, Text, Accent, Figure, Strong, Mute rgba
	Rule, Mark, Line, Idle                     rgba
	Highlight                                  rgba // behind emphasised words; none: they take Accent
}

type rgba struct {
	color.RGBA
	name string
}

func (c *rgba) UnmarshalText(b []byte) error {
	c.name = string(b)
	return nil
}

// ground is a way to divide a card: what leads, what follows, the panel of
// the action and the band of a phone number.
type ground struct{ Name, Head, Foot, Panel, Band string }

// face is how one role of text is set.
type face struct {
	Font, Strong      string
	Tracking, Leading float64
	Upper             bool
	Fill              bool // lines reach both edges
}

// Themes lists the embedded themes, Broadside first.
func Themes() []Theme {
	ts := loadThemes()
	out := make([]Theme, len(ts))
	for i, t := range ts {
		out[i] = Theme{Name: t.Name, t: t}
	}
	return out
}

// ThemeByName finds one of [Themes].
func ThemeByName(name string) (Theme, bool) {
	for _, t := range Themes() {
		if t.Name == name {
			return t, true
		}
	}
	return Theme{}, false
}

var loadThemes = sync.OnceValue(func() []*theme {
	var ts []*theme
	for _, name := range []string{"broadside", "newsroom", "dossier", "vigil", "photocopy"} {
		data, err := themeFiles.ReadFile("themes/" + name + ".json")
		if err == nil {
			var t *theme
			if t, err = parseTheme(data); err == nil {
				ts = append(ts, t)
			}
		}
		if err != nil {
			panic("graphic: embedded theme " + name + ": " + err.Error()) // a build that cannot draw
		}
	}
	return ts
})

func parseTheme(data []byte) (*theme, error) {
	t := new(theme)
	if err := json.Unmarshal(data, t); err != nil {
		return nil, err
	}
	for name, s := range t.Schemes {
		if err := s.resolve(t.Colors); err != nil {
			return nil, fmt.Errorf("scheme %s: %w", name, err)
		}
	}
	for _, g := range append([]ground{t.Action, t.Document, t.Correction}, t.Grounds...) {
		for _, s := range []string{g.Head, g.Foot, g.Panel, g.Band} {
			if t.Schemes[s] == nil {
				return nil, fmt.Errorf("ground %s: no scheme %q", g.Name, s)
			}
		}
	}
	return t, nil
}

func (s *scheme) resolve(colors map[string]string) error {
	all := []*rgba{&s.Ground, &s.Text, &s.Accent, &s.Figure, &s.Strong, &s.Mute, &s.Rule, &s.Mark, &s.Line, &s.Idle}
	if s.Highlight.name != "" {
		all = append(all, &s.Highlight)
	}
	for i, c := range all {
		v, err := colour.Parse(colors[c.name])
		if err != nil {
			return fmt.Errorf("colour %q: %w", c.name, err)
		}
		c.RGBA = v
		want := 4.5
		if i > 5 {
			want = 3
		}
		under := s.Ground
		if c == &s.Highlight {
			under, want = s.Accent, 4.5
		}
		if r := colour.Ratio(c.RGBA, under.RGBA); i > 0 && r < want {
			return fmt.Errorf("%s on %s is %.1f:1, below %.1f:1", c.name, s.Ground.name, r, want)
		}
	}
	return nil
}

// ground chooses by the card's ID, so that a set varies while every card
// always looks the same.
func (t *theme) ground(c *Card, name string) (ground, error) {
	for _, g := range slices.Concat(t.Grounds, []ground{t.Action}) {
		if g.Name == name {
			return g, nil
		}
	}
	if name != "" {
		return ground{}, &FieldError{Field: "Options.Ground", Problem: fmt.Sprintf("theme %s has no ground %q", t.Name, name)}
	}
	if c.ID == "" {
		return t.Grounds[0], nil
	}
	h := fnv.New32a()
	h.Write([]byte(c.ID))
	return t.Grounds[int(h.Sum32()>>8)%len(t.Grounds)], nil
}

// fontCache holds the embedded fonts that were needed so far.
var fontCache sync.Map // file name → *text.Font

func embedded(name string) (*text.Font, error) {
	if f, ok := fontCache.Load(name); ok {
		return f.(*text.Font), nil
	}
	data, err := fontFiles.ReadFile("fonts/" + name)
	if err != nil {
		return nil, err
	}
	f, err := text.ParseFont(path.Base(name), data)
	if err != nil {
		return nil, err
	}
	kept, _ := fontCache.LoadOrStore(name, f)
	return kept.(*text.Font), nil
}

// style is the face of a role with its fonts.
func (t *theme) style(role string, extra *Fonts) (*text.Style, error) {
	f := t.Type[role]
	st := &text.Style{Tracking: f.Tracking, Leading: f.Leading, Upper: f.Upper}
	var err error
	if st.Font, err = embedded(f.Font); err != nil {
		return nil, err
	}
	if f.Strong != "" {
		if st.Strong, err = embedded(f.Strong); err != nil {
			return nil, err
		}
	}
	if body := t.Type["body"].Font; body != f.Font {
		fallback, err := embedded(body)
		if err != nil {
			return nil, err
		}
		st.Fallback = append(st.Fallback, fallback)
	}
	if extra != nil {
		st.Fallback = append(st.Fallback, extra.fonts...)
	}
	return st, nil
}

// Fonts are typefaces that a caller adds. They are asked, in file order, for
// what the theme's own fonts lack. Safe for concurrent use.
type Fonts struct{ fonts []*text.Font }

// LoadFonts reads every .ttf and .otf file under fsys. A damaged font is an
// error that names its file.
func LoadFonts(fsys fs.FS) (*Fonts, error) {
	fonts := new(Fonts)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		ext := strings.ToLower(path.Ext(name))
		if err != nil || d.IsDir() || ext != ".ttf" && ext != ".otf" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		f, err := text.ParseFont(name, data)
		if err != nil {
			return err
		}
		fonts.fonts = append(fonts.fonts, f)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graphic: %w", err)
	}
	if len(fonts.fonts) == 0 {
		return nil, fmt.Errorf("graphic: no .ttf or .otf file among the fonts")
	}
	return fonts, nil
}

// light reports a ground on which a white plate would have no edge.
func (s *scheme) light() bool {
	return colour.Ratio(s.Ground.RGBA, color.RGBA{255, 255, 255, 255}) < 1.5
}

// codeDark is the darkest of the scheme's inks that a code can be read in.
func (s *scheme) codeDark() color.Color {
	white := color.RGBA{255, 255, 255, 255}
	best := color.RGBA{A: 255}
	for _, c := range []color.RGBA{s.Text.RGBA, s.Ground.RGBA} {
		if colour.Ratio(c, white) > 14 {
			best = c
		}
	}
	return best
}
