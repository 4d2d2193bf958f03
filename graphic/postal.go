package graphic

import (
	"strconv"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Postal is the side of a postcard that is written and addressed by hand: the
// headline greets, the body is the message, and the bottom right stays empty for
// the post's bar code.
// A Postal is safe for concurrent use as long as nobody changes it.
type Postal struct {
	Own   string       `json:"own,omitzero"`   // over four lines: "In my own words"
	Sign  []string     `json:"sign,omitempty"` // one or two short lines: "First name", "Town, ZIP"
	Stamp string       `json:"stamp,omitzero"` // "Stamp"
	To    []PostalLine `json:"to,omitempty"`   // two to four
}

var _ = wired[Postal]("postal")

// A PostalLine is a line of the address: printed, or to be written on, with what
// belongs there below.
// A PostalLine is safe for concurrent use as long as nobody changes it.
type PostalLine struct {
	Text  string `json:"text,omitzero"`  // "The Honorable"
	Blank bool   `json:"blank,omitzero"` // a line to write on, after the text
	Label string `json:"label,omitzero"` // below: "City, state, ZIP"
}

func (b Postal) traits() traits { return traits{whole: true, kept: true} }

func (b Postal) check() *FieldError {
	switch n := len(b.To); {
	case n < 2 || n > 4:
		return refuse("postal-lines", "To", fault.Values{"n": n})
	case len(b.Sign) > 2:
		return refuse("postal-sign", "Sign", fault.Values{"n": len(b.Sign)})
	}
	return nil
}

func (b Postal) describe(*tongue) string {
	words := []string{b.Own}
	words = append(words, b.Sign...)
	words = append(words, b.Stamp)
	for _, l := range b.To {
		words = append(words, l.Text, l.Label)
	}
	return joinWords(words...)
}

func (b Postal) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Postal) arrange(c *composer, i int) []*parts.Column { return c.onCanvas(i, b.draw) }

// The measures of a postcard's side, in sixths of its width, which are inches of
// one of 6 by 4; USPS, Domestic Mail Manual 202 and 601, read 2026-11.
const (
	postalMargin  = 0.28
	postalFold    = 3.08 // the line between message and address
	postalTo      = 3.32
	postalToEnd   = 5.5
	postalBarcode = 0.625 // from the bottom, 4.75 from the right
	postalPitch   = 0.32  // between lines to write on
)

func (b Postal) draw(k *Canvas) error {
	w, h := k.Size()
	in := w / 6
	k.side = 0.2 * in
	k.on(k.c.t.Lightest(), Area{0, 0, w, h})
	line := max(2, 0.013*in)
	k.Rect(ToneText, Area{postalFold * in, 0.26 * in, line, h - (0.26+postalBarcode+0.03)*in})
	b.stamp(k, in, w)
	b.address(k, in, h, line)
	return b.message(k, in, h, line)
}

func (b Postal) stamp(k *Canvas, in, w float64) {
	a := Area{w - 1.14*in, 0.25 * in, 0.88 * in, in}
	k.Line(ToneText, max(2, 0.012*in), Spot{a.X, a.Y}, Spot{a.X + a.W, a.Y}, Spot{a.X + a.W, a.Y + a.H}, Spot{a.X, a.Y + a.H}, Spot{a.X, a.Y})
	s := k.Text(k.field+".Stamp", b.Stamp, FaceBody).Set(max(k.Floor(), 0.11*in), a.W)
	k.Draw(s, ToneText, a.X+(a.W-s.Wide)/2, a.Y+(a.H-s.Height)/2)
}

// address is the block of lines, which ends above the bar code.
func (b Postal) address(k *Canvas, in, h, line float64) {
	y, end := h-2.36*in, postalToEnd*in
	step := (2.36 - postalBarcode - 0.16) * in / float64(len(b.To))
	for i, l := range b.To {
		at := k.field + ".To[" + strconv.Itoa(i) + "]"
		x := postalTo * in
		base := y + float64(i)*step
		s := k.Text(at+".Text", l.Text, FaceLabel).Set(max(k.Floor(), 0.13*in), end-x)
		if s.Height > 0 {
			k.Draw(s, ToneText, x, base)
			x += s.Wide + 0.06*in
		}
		if l.Blank {
			k.Rect(ToneText, Area{x, base + 0.13*in, end - x, line})
		}
		if l.Label != "" {
			s := k.Text(at+".Label", l.Label, FaceBody).Set(k.Floor(), end-postalTo*in)
			k.Draw(s, ToneText, postalTo*in, base+0.19*in)
		}
	}
}

// message is the greeting, the words, four lines of the sender's and their name.
func (b Postal) message(k *Canvas, in, h, line float64) error {
	x, wide := postalMargin*in, (postalFold-0.18-postalMargin)*in
	p := pile{k, Area{x, 0.28 * in, wide, h - 0.28*in}}
	lines := 4 * postalPitch * in
	low := h - (postalBarcode+0.37)*in // of the lines to sign on
	p.a.H = low - lines - p.a.Y - 0.02*in
	greeting := k.Text("Headline", k.Card().Headline, FaceBody).Set(max(k.Floor(), 0.17*in), wide)
	own := k.Text(k.field+".Own", b.Own, FaceLabel).Set(k.Floor(), wide)
	p.put(greeting, ToneText, 0.11*in)
	text := k.Text("Body", k.Card().Body, FaceBody)
	s, ok := text.Even(wide, p.a.H-own.Height-0.12*in, k.Floor(), 0.165*in)
	if !ok {
		k.Refuse("Body", max(1, text.p.Runes()/5))
		return nil
	}
	p.put(s, ToneText, 0)
	y := low - lines
	k.Draw(own, ToneText, x, y-own.Height)
	for i := range 4 {
		k.Rect(ToneText, Area{x, y + float64(i+1)*postalPitch*in - line, wide, line})
	}
	gap := 0.13 * in
	each := (wide - gap*float64(len(b.Sign)-1)) / max(1, float64(len(b.Sign)))
	for i, l := range b.Sign {
		at := x + float64(i)*(each+gap)
		k.Rect(ToneText, Area{at, low + 0.3*in - line, each, line})
		s := k.Text(k.field+".Sign["+strconv.Itoa(i)+"]", l, FaceBody).Set(k.Floor(), each)
		k.Draw(s, ToneText, at, low+0.34*in)
	}
	note := k.Text("Note", k.Card().Note, FaceBody).Set(k.Floor(), 0.97*in) // beside the bar code
	k.Draw(note, ToneText, x, h-0.14*in-note.Height-note.Under())
	return nil
}
