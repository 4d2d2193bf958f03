package graphic

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"image/color"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sync"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

//go:embed themes/*.json
var themeFiles embed.FS

//go:embed fonts
var fontFiles embed.FS

// Theme is a look: colours, typefaces and proportions, read from an embedded
// file. The zero Theme means the first of [Themes]; one of a name alone is none.
type Theme struct {
	Name string
	t    *theme
}

// theme is the file's content with its names resolved.
type theme struct {
	Extends     string // an embedded theme whose values stand where this has none
	Name, About string
	Colors      map[string]string
	Schemes     map[string]*scheme
	Grounds     []ground
	Action      ground
	Document    ground // Head: the desk, Foot: the sheet
	Correction  ground // Head: the band, Foot: the card
	Carousel    struct {
		Cover string   // the loudest ground
		Inner []string // quiet ones, in turn
	}
	Type  map[string]face
	Rule  struct{ Top, Slug, Row float64 }
	Air   float64 // the share of a card's height that may stay empty; 0: 0.12
	Bleed bool    // focal figures pass the margins
	Edge  bool    // a bar on the outer edge beside claims and quotations

	files    fs.FS
	fonts    sync.Map // file name → *text.Font, of files
	passages passages
}

// slack is how much of a card's height may stay empty before its parts are
// set larger.
func (t *theme) slack() float64 {
	if t.Air > 0 {
		return t.Air
	}
	return 0.12
}

// scheme is the colours that meet on one ground. Every text colour is at
// least 4.5:1 against Ground, and so is Mark, on which words stand in the
// colour of Ground; everything else that is drawn is at least 3:1.
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
type ground struct {
	Name, Head, Foot, Panel, Band string
	Strips                        bool // headlines stand on strips
}

// face is how one role of text is set.
type face struct {
	Font, Strong      string
	Tracking, Leading float64
	Size              float64 // of titles in a narrow display face, times that of others; 0 is 1
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

// maxTheme is a hundred times what an embedded theme takes.
const maxTheme = 1 << 20

// LoadTheme reads a theme from a JSON file of fsys, beside which its fonts
// may lie; a theme may also extend an embedded one and change what it likes.
// It refuses what no card may be drawn with: colours that cannot be told
// apart, for every pair that can meet, also without colour vision, and
// typefaces that are missing or damaged. See themes/broadside.json in this
// package for the fields.
func LoadTheme(fsys fs.FS, name string) (Theme, error) {
	if fsys == nil {
		return Theme{}, errors.New("graphic: no folder to load a theme from")
	}
	data, err := readBounded(fsys, name, maxTheme)
	if err != nil {
		return Theme{}, fmt.Errorf("graphic: %w", err)
	}
	dir, err := fs.Sub(fsys, path.Dir(name))
	if err != nil {
		return Theme{}, fmt.Errorf("graphic: %w", err)
	}
	t, err := parseTheme(data, dir)
	if err == nil && t.Name == "" {
		err = errors.New("name: is missing")
	}
	if err != nil {
		return Theme{}, fmt.Errorf("graphic: theme %s: %w", name, err)
	}
	return Theme{Name: t.Name, t: t}, nil
}

// content is that of the first of Themes where t is zero.
func (t Theme) content() (*theme, error) {
	switch {
	case t.t != nil:
		return t.t, nil
	case t.Name != "":
		return nil, &FieldError{"Options.Theme", "has a name alone: take one of Themes, or load it with LoadTheme"}
	}
	return loadThemes()[0], nil
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
			if t, err = parseTheme(data, nil); err == nil {
				ts = append(ts, t)
			}
		}
		if err != nil {
			panic("graphic: embedded theme " + name + ": " + err.Error()) // a build that cannot draw
		}
	}
	return ts
})

// parseTheme reads a theme's file. Its fonts are looked for in fsys, if it is
// not nil, and then among the embedded ones.
func parseTheme(data []byte, fsys fs.FS) (*theme, error) {
	t := &theme{files: fsys}
	if err := t.decode(data); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(t.Schemes)) {
		if t.Schemes[name] == nil {
			return nil, fmt.Errorf("schemes.%s: is empty", name)
		}
		if err := t.Schemes[name].resolve(t.Colors); err != nil {
			return nil, fmt.Errorf("schemes.%s: %w", name, err)
		}
	}
	if len(t.Grounds) == 0 {
		return nil, fmt.Errorf("grounds: a theme has at least one")
	}
	for _, g := range append([]ground{t.Action}, t.Grounds...) {
		if g.Name == "" {
			return nil, fmt.Errorf("grounds: one has no name")
		}
	}
	for _, g := range append([]ground{t.Action, t.Document, t.Correction}, t.Grounds...) {
		for _, s := range []string{g.Head, g.Foot, g.Panel, g.Band} {
			if t.Schemes[s] == nil {
				return nil, fmt.Errorf("ground %q: there is no scheme %q", g.Name, s)
			}
		}
	}
	if len(t.Carousel.Inner) == 0 {
		return nil, fmt.Errorf("carousel.inner: names at least one ground")
	}
	for _, name := range append([]string{t.Carousel.Cover}, t.Carousel.Inner...) {
		if !slices.ContainsFunc(t.Grounds, func(g ground) bool { return g.Name == name }) {
			return nil, fmt.Errorf("carousel: there is no ground %q", name)
		}
	}
	return t, t.checkType()
}

// decode reads the file over the theme that it extends.
func (t *theme) decode(data []byte) error {
	var head struct {
		Extends string
		Grounds json.RawMessage
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return placed(err, data)
	}
	if head.Extends != "" {
		base, err := themeFiles.ReadFile("themes/" + head.Extends + ".json")
		if err != nil {
			return fmt.Errorf("extends: there is no theme %q", head.Extends)
		}
		if err := json.Unmarshal(base, t); err != nil {
			return err
		}
		t.Name, t.About = "", ""
	}
	if head.Grounds != nil {
		t.Grounds = nil
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	return placed(dec.Decode(t), data)
}

// placed says on which line of the file a mistake is, where JSON tells.
func placed(err error, data []byte) error {
	at := int64(-1)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at = kind.Offset
	}
	if at < 0 || at > int64(len(data)) {
		return err
	}
	return fmt.Errorf("line %d: %w", 1+bytes.Count(data[:at], []byte("\n")), err)
}

// roles are the kinds of text that a theme sets. A verb of an action is set as
// a passage where the theme says nothing else.
var roles = []string{"display", "figure", "number", "passage", "verb", "sub", "label", "body", "small"}

func (t *theme) checkType() error {
	if _, ok := t.Type["verb"]; !ok && t.Type != nil {
		t.Type["verb"] = t.Type["passage"]
	}
	for _, role := range roles {
		f := t.Type[role]
		if f.Font == "" {
			return fmt.Errorf("type.%s.font: is missing", role)
		}
		for _, name := range []string{f.Font, f.Strong} {
			if name == "" {
				continue
			}
			if _, err := t.font(name); err != nil {
				return fmt.Errorf("type.%s: %w", role, err)
			}
		}
		if f.Leading < 0.8 || f.Leading > 2.5 {
			return fmt.Errorf("type.%s.leading: %g is not between 0.8 and 2.5", role, f.Leading)
		}
		if f.Tracking < -0.1 || f.Tracking > 0.1 {
			return fmt.Errorf("type.%s.tracking: %g is not between -0.1 and 0.1", role, f.Tracking)
		}
		if f.Size != 0 && role != "display" {
			return fmt.Errorf("type.%s.size: only display has one", role)
		}
		if f.Size != 0 && (f.Size < 0.7 || f.Size > 1.6) {
			return fmt.Errorf("type.display.size: %g is not between 0.7 and 1.6", f.Size)
		}
	}
	if t.Air < 0 || t.Air > 1 {
		return fmt.Errorf("air: %g is not between 0 and 1", t.Air)
	}
	for _, rule := range []struct {
		name string
		v    float64
	}{{"top", t.Rule.Top}, {"slug", t.Rule.Slug}, {"row", t.Rule.Row}} {
		if rule.v < 0 || rule.v > 24 {
			return fmt.Errorf("rule.%s: %g is not between 0 and 24", rule.name, rule.v)
		}
	}
	return nil
}

func (s *scheme) resolve(colors map[string]string) error {
	parts := []struct {
		field string
		*rgba
		want float64
	}{
		{"ground", &s.Ground, 0}, {"text", &s.Text, 4.5}, {"accent", &s.Accent, 4.5}, {"figure", &s.Figure, 4.5}, {"strong", &s.Strong, 4.5},
		{"mute", &s.Mute, 4.5}, {"rule", &s.Rule, 3}, {"mark", &s.Mark, 4.5}, {"line", &s.Line, 3}, {"idle", &s.Idle, 3}, {"highlight", &s.Highlight, 0},
	}
	for _, p := range parts {
		if p.field == "highlight" && p.name == "" {
			continue
		}
		v, ok := colors[p.name]
		if !ok {
			return fmt.Errorf("%s: there is no colour %q", p.field, p.name)
		}
		var err error
		if p.RGBA, err = colour.Parse(v); err != nil {
			return fmt.Errorf("colors.%s: %w", p.name, err)
		}
		if err := apart(p.name, p.RGBA, s.Ground, p.want); err != nil {
			return err
		}
	}
	if s.Highlight.name != "" {
		return apart(s.Text.name, s.Text.RGBA, s.Highlight, 4.5)
	}
	return nil
}

// apart holds two colours that meet to a contrast, also as someone without
// green cones sees them. Contrast is a matter of light alone, so that what
// passes holds in greyscale too.
func apart(name string, ink color.RGBA, under rgba, want float64) error {
	if r := colour.Ratio(ink, under.RGBA); r < want {
		return fmt.Errorf("%s on %s is %.1f:1, below %.1f:1", name, under.name, tenths(r), want)
	}
	if r := colour.Ratio(colour.Deuteranope(ink), colour.Deuteranope(under.RGBA)); r < 0.9*want {
		return fmt.Errorf("%s on %s is %.1f:1 for a reader without green cones, too little below %.1f:1", name, under.name, tenths(r), want)
	}
	return nil
}

// ground chooses by the card's ID, so that a set varies while every card
// always looks the same.
func (t *theme) ground(c *Card, name string) (ground, error) {
	if name != "" {
		for _, g := range slices.Concat(t.Grounds, []ground{t.Action}) {
			if g.Name == name {
				return g, nil
			}
		}
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

// font is one of the theme's own files or of the embedded ones.
func (t *theme) font(name string) (*text.Font, error) {
	if t.files == nil {
		return embedded(name)
	}
	if f, ok := t.fonts.Load(name); ok {
		return f.(*text.Font), nil
	}
	data, err := readBounded(t.files, name, maxFont)
	if errors.Is(err, fs.ErrNotExist) {
		return embedded(name)
	}
	if err != nil {
		return nil, err
	}
	f, err := text.ParseFont(name, data)
	if err != nil {
		return nil, err
	}
	kept, _ := t.fonts.LoadOrStore(name, f)
	return kept.(*text.Font), nil
}

// The fonts behind every theme's own are for Arabic: one for running text and
// one for all that is bold. They are parsed when a card needs them.
var (
	arabicText = lastFont("ibm-plex-sans-arabic/IBMPlexSansArabic_500Medium.ttf")
	arabicBold = lastFont("ibm-plex-sans-arabic/IBMPlexSansArabic_700Bold.ttf")
)

func lastFont(name string) func() *text.Font {
	return sync.OnceValue(func() *text.Font {
		f, err := embedded(name)
		if err != nil {
			panic("graphic: embedded font: " + err.Error()) // a build that cannot draw
		}
		return f
	})
}

// style is the face of a role with its fonts.
func (t *theme) style(role string, extra *Fonts) (*text.Style, error) {
	f := t.Type[role]
	st := &text.Style{Tracking: f.Tracking, Leading: f.Leading, Upper: f.Upper}
	var err error
	if st.Font, err = t.font(f.Font); err != nil {
		return nil, err
	}
	if f.Strong != "" {
		if st.Strong, err = t.font(f.Strong); err != nil {
			return nil, err
		}
	}
	running := role == "body" || role == "small"
	body := t.Type["body"].Font
	if heavy := t.Type["body"].Strong; heavy != "" && !running {
		body = heavy
	}
	if body != f.Font {
		fallback, err := t.font(body)
		if err != nil {
			return nil, err
		}
		st.Fallback = append(st.Fallback, fallback)
	}
	if extra != nil {
		st.Fallback = append(st.Fallback, extra.fonts...)
	}
	if st.Last = arabicBold; running {
		st.Last = arabicText
	}
	return st, nil
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
