package graphic

import (
	"image/color"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

// schemes are the colours that a card may take beside those of its ground.
// They are told by name.
type schemes struct {
	t      *theme.Theme
	ground theme.Ground
}

func (k *Canvas) schemes() schemes { return schemes{k.c.t, k.c.ground} }

// of is the colour of a scheme's ground.
func (s schemes) of(name string) color.RGBA { return s.t.Schemes[name].Ground.RGBA }

// among reports a scheme whose ground is that of one of the others.
func (s schemes) among(all []string, name string) bool {
	return slices.ContainsFunc(all, func(other string) bool { return s.of(other) == s.of(name) })
}

// otherThan names the darkest scheme, or the lightest where that has this ground.
func (s schemes) otherThan(ground color.RGBA) string {
	if dark := s.darkest(); s.of(dark) != ground {
		return dark
	}
	return s.t.Lightest()
}

// darkest names the scheme with the darkest ground of the theme's own.
func (s schemes) darkest() string {
	light, g := s.t.Lightest(), s.t.Action
	for _, name := range []string{g.Head, g.Panel, g.Band} {
		if name != light && s.of(name) != s.of(light) {
			return name
		}
	}
	return light
}

// loudest names the scheme of the ground's head, or of an action where that is
// as light as the foot.
func (s schemes) loudest() string {
	if s.of(s.ground.Head) != s.of(s.t.Lightest()) {
		return s.ground.Head
	}
	return s.t.Action.Head
}

// bands names colours for n bands, the lightest first, so that no two
// neighbours are the same.
func (s schemes) bands(n int) []string {
	g := s.ground
	all := []string{s.t.Lightest()}
	for _, name := range []string{s.t.Action.Head, g.Panel, g.Head, g.Foot, g.Band} {
		if !s.among(all, name) {
			all = append(all, name)
		}
	}
	out := make([]string, n)
	for i := range out {
		out[i] = all[i%min(3, len(all))]
	}
	return out
}
