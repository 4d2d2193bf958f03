package theme

import (
	"encoding/json"
	"fmt"
	"image/color"
	"io/fs"
	"maps"
	"reflect"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/wire"
)

// Parse reads a theme's file. Its fonts are looked for in fsys, if it is not
// nil, and then on the shelf. The error is a *[Problem], a *[wire.Problem] or
// the system's own.
func (s *Shelf) Parse(data []byte, fsys fs.FS) (*Theme, error) {
	if err := wire.Check(data, reflect.TypeFor[Theme](), nil); err != nil {
		return nil, err
	}
	t := &Theme{shelf: s, files: fsys}
	if err := t.decode(data); err != nil {
		return nil, err
	}
	for _, check := range []func() error{t.checkSchemes, t.checkGrounds, t.checkCarousel, t.checkType, t.checkMeasures} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// decode reads the file over the theme that it extends.
func (t *Theme) decode(data []byte) error {
	var head struct {
		Extends string
		Grounds json.RawMessage
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return err
	}
	if head.Extends != "" {
		base, err := t.shelf.read(head.Extends)
		if err != nil {
			return wrong("theme-extends", "extends", map[string]any{"theme": head.Extends})
		}
		if err := json.Unmarshal(base, t); err != nil {
			return err
		}
		t.Name, t.About = "", ""
	}
	if head.Grounds != nil {
		t.Grounds = nil
	}
	return json.Unmarshal(data, t)
}

func (t *Theme) checkSchemes() error {
	for _, name := range slices.Sorted(maps.Keys(t.Schemes)) {
		if err := t.Schemes[name].resolve("schemes."+name, t.Colors); err != nil {
			return err
		}
	}
	return nil
}

func (t *Theme) checkGrounds() error {
	if len(t.Grounds) == 0 {
		return wrong("theme-grounds", "grounds", nil)
	}
	for i, g := range t.Grounds {
		if err := t.checkGround(fmt.Sprintf("grounds[%d]", i), g, true); err != nil {
			return err
		}
	}
	if err := t.checkGround("action", t.Action, true); err != nil {
		return err
	}
	if err := t.checkGround("document", t.Document, false); err != nil {
		return err
	}
	return t.checkGround("correction", t.Correction, false)
}

// checkGround holds a ground to a name, where cards ask for it by one, and to
// schemes that there are.
func (t *Theme) checkGround(path string, g Ground, named bool) error {
	if g.Name == "" && named {
		return wrong("theme-missing", path+".name", nil)
	}
	for _, part := range []struct{ key, scheme string }{{"head", g.Head}, {"foot", g.Foot}, {"panel", g.Panel}, {"band", g.Band}, {"captions", g.Spoken()}} {
		if t.Schemes[part.scheme] == nil {
			return wrong("theme-scheme", path+"."+part.key, map[string]any{"scheme": part.scheme, "have": slices.Sorted(maps.Keys(t.Schemes))})
		}
	}
	return nil
}

func (t *Theme) checkCarousel() error {
	if len(t.Carousel.Inner) == 0 {
		return wrong("theme-inner", "carousel.inner", nil)
	}
	if err := t.checkSlide("carousel.cover", t.Carousel.Cover); err != nil {
		return err
	}
	for i, name := range t.Carousel.Inner {
		if err := t.checkSlide(fmt.Sprintf("carousel.inner[%d]", i), name); err != nil {
			return err
		}
	}
	return nil
}

func (t *Theme) checkSlide(path, name string) error {
	var have []string
	for _, g := range t.Grounds {
		have = append(have, g.Name)
	}
	if !slices.Contains(have, name) {
		return wrong("theme-ground", path, map[string]any{"ground": name, "have": have})
	}
	return nil
}

// roles are the kinds of text that a theme sets. A verb of an action is set as
// a passage, and the day of an event as a title, where the theme says nothing
// else.
var roles = []string{"display", "figure", "number", "passage", "verb", "day", "sub", "label", "body", "small"}

// The bounds within which type is still set and not scattered or piled up.
const (
	leastLeading, mostLeading = 0.8, 2.5 // em
	mostTracking              = 0.1      // em, either way
	leastTitle, mostTitle     = 0.7, 1.6 // times the titles of other themes
	mostRule                  = 24       // px on a canvas 1080 wide
)

func (t *Theme) checkType() error {
	if _, ok := t.Type["verb"]; !ok && t.Type != nil {
		t.Type["verb"] = t.Type["passage"]
	}
	if _, ok := t.Type["day"]; !ok && t.Type != nil {
		day := t.Type["display"]
		day.Size = 0
		t.Type["day"] = day
	}
	for name := range t.Type {
		if !slices.Contains(roles, name) {
			return wrong("theme-role", "type."+name, map[string]any{"role": name, "have": roles})
		}
	}
	for _, role := range roles {
		if err := t.checkFace("type."+role, role, t.Type[role]); err != nil {
			return err
		}
	}
	return nil
}

func (t *Theme) checkFace(path, role string, f Face) error {
	if f.Font == "" {
		return wrong("theme-missing", path+".font", nil)
	}
	for _, file := range []struct{ key, name string }{{"font", f.Font}, {"strong", f.Strong}} {
		if file.name == "" {
			continue
		}
		if _, err := t.font(file.name); err != nil {
			return &Problem{Rule: "theme-font", Path: path + "." + file.key, Values: map[string]any{"font": file.name, "cause": err}, Err: err}
		}
	}
	if f.Size != 0 && role != "display" {
		return wrong("theme-size", path+".size", nil)
	}
	if err := between(path+".leading", f.Leading, leastLeading, mostLeading); err != nil {
		return err
	}
	if err := between(path+".tracking", f.Tracking, -mostTracking, mostTracking); err != nil || f.Size == 0 {
		return err
	}
	return between(path+".size", f.Size, leastTitle, mostTitle)
}

func (t *Theme) checkMeasures() error {
	for _, m := range []struct {
		path    string
		v, most float64
	}{{"air", t.Air, 1}, {"rule.top", t.Rule.Top, mostRule}, {"rule.slug", t.Rule.Slug, mostRule}, {"rule.row", t.Rule.Row, mostRule}} {
		if err := between(m.path, m.v, 0, m.most); err != nil {
			return err
		}
	}
	return nil
}

func between(path string, v, least, most float64) error {
	if v >= least && v <= most {
		return nil
	}
	return wrong("theme-number", path, map[string]any{"value": v, "least": least, "most": most})
}

func (s *Scheme) resolve(path string, colors map[string]string) error {
	const text, mark = colour.OfText, colour.OfMarks
	parts := []struct {
		key   string
		color *RGBA
		want  float64
	}{
		{"ground", &s.Ground, 0}, {"text", &s.Text, text}, {"accent", &s.Accent, text}, {"figure", &s.Figure, text}, {"strong", &s.Strong, text},
		{"mute", &s.Mute, text}, {"rule", &s.Rule, mark}, {"mark", &s.Mark, text}, {"line", &s.Line, mark}, {"idle", &s.Idle, mark},
		{"highlight", &s.Highlight, 0}, {"land", &s.Land, 0},
	}
	for _, p := range parts {
		if (p.key == "highlight" || p.key == "land") && p.color.Name == "" {
			continue
		}
		v, ok := colors[p.color.Name]
		if !ok {
			return wrong("theme-color", path+"."+p.key, map[string]any{"color": p.color.Name, "have": slices.Sorted(maps.Keys(colors))})
		}
		var err error
		if p.color.RGBA, err = colour.Parse(v); err != nil {
			return wrong("theme-color-form", "colors."+p.color.Name, map[string]any{"value": v})
		}
		if err := apart(path+"."+p.key, p.color.Name, p.color.RGBA, s.Ground, p.want); err != nil {
			return err
		}
	}
	if s.Highlight.Name != "" {
		if err := apart(path+".highlight", s.Text.Name, s.Text.RGBA, s.Highlight, colour.OfText); err != nil {
			return err
		}
	}
	return s.overLand(path)
}

// overLand holds what a map draws over land to a contrast with it.
func (s *Scheme) overLand(path string) error {
	if s.Land.Name == "" {
		return nil
	}
	for _, p := range []struct {
		RGBA
		want float64
	}{{s.Text, colour.OfText}, {s.Mute, colour.OfText}, {s.Figure, colour.OfMarks}, {s.Mark, colour.OfMarks}, {s.Line, colour.OfMarks}} {
		if err := apart(path+".land", p.Name, p.RGBA.RGBA, s.Land, p.want); err != nil {
			return err
		}
	}
	return nil
}

// deuteranopeShare is how much of a contrast has to be left without green cones.
// The simulation is coarse, so that it may cost a tenth.
const deuteranopeShare = 0.9

// apart holds two colours that meet to a contrast, also as someone without
// green cones sees them. Contrast is a matter of light alone, so that what
// passes holds in greyscale too.
func apart(path, name string, ink color.RGBA, under RGBA, want float64) error {
	if r := colour.Ratio(ink, under.RGBA); r < want {
		return pale("theme-contrast", path, name, under, r, want)
	}
	if r := colour.Ratio(colour.Deuteranope(ink), colour.Deuteranope(under.RGBA)); r < deuteranopeShare*want {
		return pale("theme-contrast-cones", path, name, under, r, want)
	}
	return nil
}

func pale(rule, path, ink string, under RGBA, ratio, want float64) *Problem {
	p := wrong(rule, path, map[string]any{"ink": ink, "under": under.Name, "ratio": colour.Tenths(ratio), "want": want})
	p.Near = []string{"colors." + ink, "colors." + under.Name}
	return p
}
