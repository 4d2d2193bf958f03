package share

import (
	"context"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/graphic"
)

// alike is how much wider than in another language a figure may be.
const alike = 1.04

// level makes the figures of a fact's cards in one format as wide in every
// language, where all of them print it alike: longer words are no reason to
// say a thing less loudly.
func (p *plan) level(ctx context.Context, errs []error) error {
	if len(p.editions) < 2 {
		return nil
	}
	for range levellings {
		wide, found := make([]float64, len(p.pictures)), false // of the figures that are too wide
		err := each(ctx, len(p.pictures), func(i int) error {
			if pic := &p.pictures[i]; pic.settled && pic.scene && errs[i] == nil {
				wide[i] = pic.narrowest()
			}
			return nil
		})
		if err != nil {
			return err
		}
		for i := range wide {
			if wide[i] > 0 {
				p.pictures[i].narrow(wide[i])
				found = true
			}
		}
		if !found {
			break
		}
	}
	return nil
}

// levellings is how often figures are compared: one that is held to a width may
// come out narrower than that.
const levellings = 3

// narrowest is the width, as a part of the card's, that the figure has where it
// has least and is as in the card's own language; 0 if the card's is no wider.
func (pic *FactCard) narrowest() float64 {
	own, figure := pic.figureWide, pic.figureText
	least := own
	for _, ed := range pic.plan.editions {
		other, ok := pic.plan.byCard[cardKey{pic.Fact, ed.lang, pic.Format.Name}]
		if !ok || ed.lang == pic.Lang || figure == "" {
			continue
		}
		twin := FactCard{Fact: pic.Fact, Lang: ed.lang, Format: pic.Format, plan: pic.plan, fact: pic.fact}
		if twin = pic.plan.pictures[other]; !twin.settled {
			if drawn, err := twin.settleScene(); err != nil || !drawn {
				continue
			}
		}
		if twin.figureText == figure && twin.scene {
			least = min(least, twin.figureWide)
		}
	}
	if own <= alike*least {
		return 0
	}
	return alike * least
}

// narrow holds the figure to a width, if the card can be drawn so. A narrower one
// may stand in another grid, and be narrower still: the widest that comes of it is taken.
func (pic *FactCard) narrow(most float64) {
	as := *pic
	best := as
	best.figureWide = leastLevel * most
	for _, share := range [...]float64{1, 0.98, 0.96, 0.94} {
		as.wide = share * most
		g, err := as.Graphic()
		if err != nil || !g.Whole() || !g.Drawn() {
			continue
		}
		as.measureFigure(g)
		if as.figureText == pic.figureText && as.figureWide > best.figureWide {
			as.Alt = as.alt(g)
			best = as
		}
		if best.figureWide > 0.98*as.wide {
			break
		}
	}
	if best.wide != pic.wide {
		*pic = best
	}
}

// leastLevel is how much of the width that it may have a figure keeps.
const leastLevel = 0.85

// measureFigure notes the largest number of a card that stands alone, and how much
// of the card's width it takes.
func (pic *FactCard) measureFigure(g *graphic.Graphic) {
	pic.figureWide, pic.figureText = 0, ""
	boxes := g.Boxes()
	for i := range boxes {
		b := &boxes[i]
		if w := float64(b.Rect.Dx()) / float64(pic.Format.W); w > pic.figureWide && numberAlone(b) && b.Size > figureSize*pic.Format.Floor {
			pic.figureWide, pic.figureText = w, b.Text
		}
	}
}

// figureSize is from where a number is the card's figure, of the smallest type.
const figureSize = 2.5

func numberAlone(b *graphic.Box) bool {
	return len(strings.Fields(b.Text)) == 1 && strings.ContainsFunc(b.Text, unicode.IsDigit)
}
