package parts

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// BandLine is one line with something at its start and, bold, at its end, where
// the card's place in a set stands too.
type BandLine struct {
	Field      string
	Start, End *text.Passage // end may be nil
	Folio      *Masthead
	Size, W    float64
}

func (b *BandLine) Width() float64 {
	w := b.Start.Width() * b.Size
	if b.End != nil {
		w += (b.End.Width() + 1.2) * b.Size
	}
	return w + b.folioRoom()
}

// folioRoom is what the folio and the space before it take of the line.
func (b *BandLine) folioRoom() float64 {
	if w := b.Folio.FolioWidth(); w > 0 {
		return w + 1.2*b.Size
	}
	return 0
}

func (b *BandLine) height() float64 {
	return max(b.Start.Style.Font.CapHeight*b.Size, b.Folio.folioHeight())
}

func (b *BandLine) Span() (float64, float64) { return b.height(), b.height() }

func (b *BandLine) Set(float64) float64 { return b.height() }

func (b *BandLine) Draw(p *Pen, x, y float64) {
	line := b.Start.Whole()
	p.line(b.Field, &line, b.Size, x, y+b.height(), b.W, p.Accent.RGBA, p.Accent.RGBA)
	if b.End != nil {
		end := b.End.Whole()
		p.lineEnd(b.Field, &end, b.Size, x+b.W-b.folioRoom(), y+b.height(), p.Accent.RGBA)
	}
	b.Folio.drawFolio(p, x, y+b.height())
}
