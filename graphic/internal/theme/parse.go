package theme

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"maps"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
)

// Parse reads a theme's file. Its fonts are looked for in fsys, if it is not
// nil, and then on the shelf.
func (s *Shelf) Parse(data []byte, fsys fs.FS) (*Theme, error) {
	t := &Theme{shelf: s, files: fsys}
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
	for _, g := range append([]Ground{t.Action}, t.Grounds...) {
		if g.Name == "" {
			return nil, fmt.Errorf("grounds: one has no name")
		}
	}
	for _, g := range append([]Ground{t.Action, t.Document, t.Correction}, t.Grounds...) {
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
		if !slices.ContainsFunc(t.Grounds, func(g Ground) bool { return g.Name == name }) {
			return nil, fmt.Errorf("carousel: there is no ground %q", name)
		}
	}
	return t, t.checkType()
}

// decode reads the file over the theme that it extends.
func (t *Theme) decode(data []byte) error {
	var head struct {
		Extends string
		Grounds json.RawMessage
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return placed(err, data)
	}
	if head.Extends != "" {
		base, err := t.shelf.read(head.Extends)
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

func (t *Theme) checkType() error {
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

func (s *Scheme) resolve(colors map[string]string) error {
	const text, mark = colour.OfText, colour.OfMarks
	parts := []struct {
		field string
		color *RGBA
		want  float64
	}{
		{"ground", &s.Ground, 0}, {"text", &s.Text, text}, {"accent", &s.Accent, text}, {"figure", &s.Figure, text}, {"strong", &s.Strong, text},
		{"mute", &s.Mute, text}, {"rule", &s.Rule, mark}, {"mark", &s.Mark, text}, {"line", &s.Line, mark}, {"idle", &s.Idle, mark},
		{"highlight", &s.Highlight, 0},
	}
	for _, p := range parts {
		if p.field == "highlight" && p.color.Name == "" {
			continue
		}
		v, ok := colors[p.color.Name]
		if !ok {
			return fmt.Errorf("%s: there is no colour %q", p.field, p.color.Name)
		}
		var err error
		if p.color.RGBA, err = colour.Parse(v); err != nil {
			return fmt.Errorf("colors.%s: %w", p.color.Name, err)
		}
		if err := apart(p.color.Name, p.color.RGBA, s.Ground, p.want); err != nil {
			return err
		}
	}
	if s.Highlight.Name != "" {
		return apart(s.Text.Name, s.Text.RGBA, s.Highlight, colour.OfText)
	}
	return nil
}

// deuteranopeShare is how much of a contrast has to be left without green cones.
// The simulation is coarse, so that it may cost a tenth.
const deuteranopeShare = 0.9

// apart holds two colours that meet to a contrast, also as someone without
// green cones sees them. Contrast is a matter of light alone, so that what
// passes holds in greyscale too.
func apart(name string, ink color.RGBA, under RGBA, want float64) error {
	if r := colour.Ratio(ink, under.RGBA); r < want {
		return fmt.Errorf("%s on %s is %.1f:1, below %.1f:1", name, under.Name, colour.Tenths(r), want)
	}
	if r := colour.Ratio(colour.Deuteranope(ink), colour.Deuteranope(under.RGBA)); r < deuteranopeShare*want {
		return fmt.Errorf("%s on %s is %.1f:1 for a reader without green cones, too little below %.1f:1", name, under.Name, colour.Tenths(r), want)
	}
	return nil
}
