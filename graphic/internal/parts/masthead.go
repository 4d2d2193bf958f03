package parts

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Masthead is the line above a card: kicker at the start, folio at the end,
// under a rule where the theme has one.
type Masthead struct {
	Kicker *text.Passage // nil: none
	Folio  Folio
	Size   float64
	Rule   float64
	W, U   float64
}

// Folio is a card's place in its set; of 0, there is none.
type Folio struct{ Number, Of int }

func (m *Masthead) Height() float64 {
	h := 0.0
	if m.Rule > 0 {
		h = m.Rule
	}
	if m.Kicker != nil || m.Folio.Of > 1 {
		if h > 0 {
			h += mastGap * m.U
		}
		h += max(kickerTall*m.Size, m.folioHeight())
	}
	return h
}

func (m *Masthead) folioHeight() float64 {
	if m.Folio.Of > 1 {
		return folioTall * m.folioBar()
	}
	return 0
}

// folioBar is the height of the folio's bars, which are larger where they are
// few, as on the slides of a carousel; folioTall is that of this card's.
func (m *Masthead) folioBar() float64 {
	if m.Folio.Of <= fewSlides {
		return slideHigh * m.U
	}
	return folioHigh * m.U
}

const (
	folioTall  = 1.67
	folioShare = 0.4  // of the line, at most
	kickerTall = 0.74 // cap height of a kicker, em
	fewSlides  = 7

	mastGap    = 2.4 // units, between the rule and the words
	folioHigh  = 1.8 // a folio's bars, units
	folioWide  = 0.8
	folioPitch = 1.4
	slideHigh  = 2.4 // the same where they are few
	slideWide  = 1.4
	slidePitch = 2.4
	folioThin  = 0.55 // of the pitch, where the line has no room
)

func (m *Masthead) Span() (float64, float64) { return m.Height(), m.Height() }

func (m *Masthead) Set(float64) float64 { return m.Height() }

func (m *Masthead) Draw(p *Pen, x, y float64) {
	base := y + m.Height()
	if m.Rule > 0 {
		p.rect(scene.Furniture, "", p.Rule.RGBA, x, y, m.W, m.Rule)
	}
	if m.Kicker != nil {
		l := m.Kicker.Whole()
		p.line("Kicker", &l, m.Size, x, base, m.W, p.Accent.RGBA, p.Accent.RGBA)
	}
	m.drawFolio(p, x, base)
}

// folioBars are the width of the folio's bars and their distance.
func (m *Masthead) folioBars() (bw, pitch float64) {
	bw, pitch = folioWide*m.U, folioPitch*m.U
	if m.Folio.Of <= fewSlides {
		bw, pitch = slideWide*m.U, slidePitch*m.U
	}
	if n, room := float64(m.Folio.Of), m.W*folioShare; n*pitch > room {
		pitch = room / n
		bw = max(2, folioThin*pitch)
	}
	return bw, pitch
}

func (m *Masthead) FolioWidth() float64 {
	if m.Folio.Of < 2 {
		return 0
	}
	bw, pitch := m.folioBars()
	return float64(m.Folio.Of-1)*pitch + bw
}

// drawFolio shows the card's place in its set: one small bar a card, this
// one taller.
func (m *Masthead) drawFolio(p *Pen, x, base float64) {
	n := m.Folio.Of
	if n < 2 {
		return
	}
	bw, pitch := m.folioBars()
	bh, left := m.folioBar(), x+m.W-m.FolioWidth()
	for i := range n {
		h, c := bh, p.Idle
		if i+1 == m.Folio.Number {
			h, c = folioTall*bh, p.Rule
		}
		p.rect(scene.Furniture, "Folio", c.RGBA, math.Floor(left+float64(i)*pitch), base-h, bw, h)
	}
}
