package graphic

import (
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
)

// A Drawing is a picture of data by somebody outside this package: it draws a
// whole card on a [Canvas]. [Drawn] makes a block of it. A Drawing is used by
// several goroutines at once and must not change.
type Drawing interface {
	// Draw draws the card. What does not fit is the canvas's to say: its error
	// is that of [New], which then tries the card's short forms. An error of
	// Draw itself refuses the card.
	Draw(k *Canvas) error
	// Describe says in a language what the drawing shows, for the alt text.
	Describe(lang language.Tag) string
}

// Drawn is a block that a [Drawing] draws. It is not part of a card's document:
// JSON holds the blocks of this package alone.
// A Drawn is safe for concurrent use, as its Drawing is.
type Drawn struct{ Drawing Drawing }

func (d Drawn) traits() traits { return traits{claims: true, whole: true} }

func (d Drawn) check() *FieldError {
	if d.Drawing == nil {
		return refuse("canvas-drawing", "Drawing", nil)
	}
	return nil
}

func (d Drawn) describe(w *tongue) string { return d.Drawing.Describe(w.lang) }

func (d Drawn) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (d Drawn) arrange(c *composer, i int) []*parts.Column {
	return c.onPicture(i, d.Drawing.Draw)
}
