package graphic

import (
	"errors"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
)

var variants = []variant{
	{}, {compact: true}, {drop: true}, {drop: true, compact: true},
	{drop: true, ragged: true}, {drop: true, ragged: true, compact: true},
	{short: true}, {short: true, drop: true, compact: true},
	{short: true, drop: true, ragged: true, compact: true},
	{bare: true}, {bare: true, drop: true, ragged: true}, {bare: true, short: true, drop: true, ragged: true},
}

// compose picks an arrangement by the shape of the content and of the format.
func (c *composer) compose() ([]*parts.Column, error) {
	var cols []*parts.Column
	if i := c.ownKind(); i >= 0 && (!c.v.bare || c.Blocks[i].traits().kept) {
		cols = c.Blocks[i].(arranger).arrange(c, i)
	}
	switch lead, rest := c.leading(); {
	case cols != nil:
	case c.f.Landscape():
		cols = c.landscape(lead, rest)
	case c.isAction():
		cols = c.actionCard()
	case lead >= 0:
		cols = c.Blocks[lead].(leader).card(c, lead, rest)
	case len(rest) > 0:
		cols = c.blockCard(rest)
	default:
		cols = c.claimCard()
	}
	if c.err != nil {
		return nil, c.err
	}
	for _, col := range cols {
		if much := col.Solve(c.v.drop, c.v.ragged); much != nil {
			return nil, fitError(much.Field, c.f.Name, much.Over)
		}
	}
	return cols, nil
}

// isAction reports a card whose headline is itself the call.
func (c *composer) isAction() bool {
	return !c.Action.empty() && len(c.Blocks) == 0 && (c.ground.Name == c.t.Action.Name)
}

// build lays the card out in the first variant that fits. The error is that
// of the last, the one with the shortest words.
func build(c *Card, f *Format, t *theme.Theme, g theme.Ground, fonts *Fonts, words *tongue) (*composer, []*parts.Column, error) {
	styles, shaped, filled := make(map[string]*text.Style), make(map[shapeKey]*text.Passage), make(map[fillKey][]text.Filling)
	try := func(v variant) (*composer, []*parts.Column, error) {
		ts := &typesetter{
			Card: c, f: f, t: t, fonts: fonts, ground: g, v: v, u: f.unit(), sizes: f.sizes,
			words: words, styles: styles, shaped: shaped, filled: filled,
		}
		if v.ample > 0 {
			ts.sizes = f.sizes.ample()
		}
		m := &composer{&furnisher{ts}}
		cols, err := m.compose()
		return m, cols, err
	}
	var last error
	for _, v := range variants {
		if v.short && !c.hasShort() || v.bare && (!f.low() || len(c.Blocks) == 0) {
			continue
		}
		if v.drop && f.DPI == 0 && len(c.Blocks) > 0 && !c.Action.empty() {
			v.compact = true // a smaller code rather than less above it
		}
		m, cols, err := try(v)
		if err == nil {
			// What a larger setting has to win over the one before it: lines
			// that reach both edges are worth some room.
			for _, worth := range []float64{0, 0.2} {
				slack := parts.Slackest(cols)
				if slack <= t.Slack() {
					break
				}
				v.ample++
				if ma, ample, err := try(v); err == nil && parts.Slackest(ample) < slack-worth && (worth == 0 || parts.Even(ample)) {
					m, cols = ma, ample
				}
			}
			return m, cols, nil
		}
		var fit *FitError
		if !errors.As(err, &fit) {
			return nil, nil, err
		}
		last = err
	}
	return nil, nil, last
}

func (c *Card) hasShort() bool { return c.HeadlineShort+c.BodyShort+c.SourceShort != "" }

// noteless reports a card that is drawn without its note, other than in a
// format whose cards have none.
func (c *composer) noteless(cols []*parts.Column) bool {
	if c.Note == "" || c.f.Landscape() {
		return false
	}
	return !slices.ContainsFunc(cols, func(col *parts.Column) bool {
		return slices.ContainsFunc(col.Slots(), func(s *parts.Slot) bool { return s.Noted })
	})
}
