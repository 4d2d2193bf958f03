// Package inspect looks at a finished card as its readers and their cameras
// will: it measures the painted pixels and reads the codes back, worn as a
// platform wears them. Package graphic promises what is found here; a caller
// that must be sure, or that draws over a card, can check.
package inspect

import (
	"encoding/json"
	"image"
	"image/color"
	"math"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Report is what was found on one card.
// A Report is safe for concurrent use as long as nobody changes it.
type Report struct {
	Texts   []Text   `json:"texts"`
	Symbols []Symbol `json:"symbols,omitempty"`
	Defects []Defect `json:"defects,omitempty"`
}

// Text is one line of text.
// A Text is safe for concurrent use as long as nobody changes it.
type Text struct {
	Field    string  `json:"field"`
	Text     string  `json:"text"`
	Points   float64 `json:"points"`   // as displayed or printed
	Contrast float64 `json:"contrast"` // the least around it, on the painted pixels
	Glyphs   int     `json:"glyphs"`   // that it is drawn with
}

// Symbol is one QR code.
// A Symbol is safe for concurrent use as long as nobody changes it.
type Symbol struct {
	Content string  `json:"content"` // as read from the card
	Module  float64 `json:"module"`  // px
	Worn    bool    `json:"worn"`    // is read after a third of the size and JPEG quality 50
}

// Defect is something that readers would stumble over. It is a [fault.Fault] of
// one of [Rules], which are finer than Kind; its field is that of the card.
// A Defect is safe for concurrent use as long as nobody changes it.
type Defect struct {
	fault.Data
	Kind Kind
}

// String says kind, field and what was found, in English.
func (d Defect) String() string { return string(d.Kind) + ": " + fault.InEnglish(d) }

// Error is String.
func (d Defect) Error() string { return d.String() }

// MarshalJSON writes kind, rule, field and what was found, the last in English.
func (d Defect) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Kind  Kind   `json:"kind"`
		Rule  string `json:"rule"`
		Field string `json:"field"`
		What  string `json:"what"`
	}{d.Kind, d.Rule(), d.Field(), d.English().Line()})
}

// Kind sorts defects.
// A Kind is safe for concurrent use.
type Kind string

// The kinds of defects.
const (
	Size     Kind = "size"     // text below the format's floor
	Contrast Kind = "contrast" // below 4.5:1
	Safe     Kind = "safe"     // outside the format's safe area
	QR       Kind = "qr"       // cannot be read, or holds something else
	Glyphs   Kind = "glyphs"   // a character that its font lacks, or a line that shows nothing
)

// slack is what measuring on pixels may fall below a promise that was
// computed.
const slack = 0.02

// Graphic paints a card and measures it. It is safe for concurrent use.
func Graphic(g *graphic.Graphic) *Report {
	r, m, f := &Report{}, g.Image(), g.Format()
	for _, b := range g.Boxes() {
		switch {
		case b.Code:
			r.code(m, b)
		case b.Text != "":
			r.text(m, b, &f)
		}
		if !b.Bleeds && !b.Rect.Empty() && !b.Rect.In(f.Safe) {
			r.add(Safe, "defect-safe", b.Field, fault.Values{"rect": b.Rect, "safe": f.Safe})
		}
	}
	return r
}

func (r *Report) add(k Kind, rule, field string, values fault.Values) {
	r.Defects = append(r.Defects, Defect{rules.New(rule, field, values), k})
}

func (r *Report) text(m *image.RGBA, b graphic.Box, f *graphic.Format) {
	t := Text{Field: b.Field, Text: b.Text, Points: points(b.Size, f), Contrast: contrast(m, b), Glyphs: b.Glyphs}
	r.Texts = append(r.Texts, t)
	if b.Missing > 0 {
		r.add(Glyphs, "defect-missing", b.Field, fault.Values{"n": b.Missing, "of": b.Glyphs})
	}
	if !inked(m, b) {
		r.add(Glyphs, "defect-blank", b.Field, fault.Values{"text": b.Text})
		return
	}
	if b.Size < f.Floor*(1-slack) {
		r.add(Size, "defect-size", b.Field, fault.Values{"px": math.Floor(10*b.Size) / 10, "floor": f.Floor})
	}
	if t.Contrast < colour.OfText*(1-slack) {
		r.add(Contrast, "defect-contrast", b.Field, fault.Values{"ratio": colour.Tenths(t.Contrast), "want": colour.OfText})
	}
}

// points is a text size as it meets the eye: a screen format's floor is 11 pt.
func points(size float64, f *graphic.Format) float64 {
	if f.DPI > 0 {
		return size / f.DPI * 72
	}
	return size / f.Floor * 11
}

// Grounds are told from the edges of letters by where they are, since edges
// touch ink, and for strokes too thin to have full ink by their area: a ground
// fills at least groundShare of a line's box in one of bins steps of light.
const (
	bins        = 32
	groundShare = 0.06
)

// contrast is the least between a text's ink and the grounds it stands on.
func contrast(m *image.RGBA, b graphic.Box) float64 {
	var count [bins]int
	var light [bins]float64
	box := b.Rect.Inset(-2).Intersect(m.Rect)
	total, modal := 0, 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			c := m.RGBAAt(x, y)
			if c == b.Color || touches(m, x, y, b.Color) {
				continue
			}
			l := colour.Luminance(c)
			i := min(bins-1, int(math.Sqrt(l)*bins)) // the eye's steps, nearly
			count[i]++
			light[i] += l
			total++
			if count[i] > count[modal] {
				modal = i
			}
		}
	}
	if total == 0 {
		return 1
	}
	least, ink := math.Inf(1), colour.Luminance(b.Color)
	for i, n := range count {
		if i == modal || float64(n) >= groundShare*float64(total) {
			l := light[i] / float64(n)
			least = min(least, (max(l, ink)+0.05)/(min(l, ink)+0.05))
		}
	}
	return least
}

// inked reports whether anything of a line's own colour was painted.
func inked(m *image.RGBA, b graphic.Box) bool {
	box := b.Rect.Intersect(m.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if m.RGBAAt(x, y) == b.Color {
				return true
			}
		}
	}
	return false
}

// touches reports whether a pixel beside, above or below has the colour.
func touches(m *image.RGBA, x, y int, c color.RGBA) bool {
	return m.RGBAAt(x-1, y) == c || m.RGBAAt(x+1, y) == c || m.RGBAAt(x, y-1) == c || m.RGBAAt(x, y+1) == c
}
