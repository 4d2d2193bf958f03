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
	postalSafe    = 0.2   // at the edges, free of words
	postalRule    = 0.013
	foldTop       = 0.26
	foldBelow     = 0.03 // above the bar code
	stampTop      = 0.25
	stampWide     = 0.88 // of its place, which is an inch high
	stampStart    = 1.14 // from the right edge to its left one
	stampRule     = 0.012
	stampSize     = 0.11
	toTop         = 2.36 // of the address, from the bottom
	toBelow       = 0.16 // above the bar code
	toSize        = 0.13
	toGap         = 0.06 // from the text to the line to write on
	toLine        = 0.13 // from the top of the text
	toLabel       = 0.19
	messageTop    = 0.28
	messageEnd    = 0.18 // before the fold
	messageGap    = 0.12 // above what introduces the sender's own lines
	messageSize   = 0.165
	greetingSize  = 0.17
	greetingGap   = 0.11
	ownGap        = 0.02 // above the sender's own lines
	signLow       = 0.37 // above the bar code
	signBetween   = 0.13
	signRule      = 0.3 // from those to the lines to sign on
	signLabel     = 0.34
	noteWide      = 0.97 // beside the bar code
	noteFoot      = 0.14
)

func (b Postal) draw(k *Canvas) error {
	w, h := k.Size()
	in := w / 6
	k.side = postalSafe * in
	k.on(k.c.t.Lightest(), Area{0, 0, w, h})
	line := max(2, postalRule*in)
	k.Rect(ToneText, Area{postalFold * in, foldTop * in, line, h - (foldTop+postalBarcode+foldBelow)*in})
	b.stamp(k, in, w)
	b.address(k, in, h, line)
	return b.message(k, in, h, line)
}

func (b Postal) stamp(k *Canvas, in, w float64) {
	a := Area{w - stampStart*in, stampTop * in, stampWide * in, in}
	k.Line(ToneText, max(2, stampRule*in), Spot{a.X, a.Y}, Spot{a.X + a.W, a.Y}, Spot{a.X + a.W, a.Y + a.H}, Spot{a.X, a.Y + a.H}, Spot{a.X, a.Y})
	s := k.Text(k.field+".Stamp", b.Stamp, FaceBody).Set(max(k.Floor(), stampSize*in), a.W)
	k.Draw(s, ToneText, a.X+(a.W-s.Wide)/2, a.Y+(a.H-s.Height)/2)
}

// address is the block of lines, which ends above the bar code.
func (b Postal) address(k *Canvas, in, h, line float64) {
	y, end := h-toTop*in, postalToEnd*in
	step := (toTop - postalBarcode - toBelow) * in / float64(len(b.To))
	for i, l := range b.To {
		at := k.field + ".To[" + strconv.Itoa(i) + "]"
		x := postalTo * in
		base := y + float64(i)*step
		s := k.Text(at+".Text", l.Text, FaceLabel).Set(max(k.Floor(), toSize*in), end-x)
		if s.Height > 0 {
			k.Draw(s, ToneText, x, base)
			x += s.Wide + toGap*in
		}
		if l.Blank {
			k.Rect(ToneText, Area{x, base + toLine*in, end - x, line})
		}
		if l.Label != "" {
			s := k.Text(at+".Label", l.Label, FaceBody).Set(k.Floor(), end-postalTo*in)
			k.Draw(s, ToneText, postalTo*in, base+toLabel*in)
		}
	}
}

// message is the greeting, the words, four lines of the sender's and their name.
func (b Postal) message(k *Canvas, in, h, line float64) error {
	x, wide := postalMargin*in, (postalFold-messageEnd-postalMargin)*in
	p := pile{k, Area{x, messageTop * in, wide, h - messageTop*in}}
	lines := 4 * postalPitch * in
	low := h - (postalBarcode+signLow)*in // of the lines to sign on
	p.a.H = low - lines - p.a.Y - ownGap*in
	greeting := k.Text("Headline", k.Card().Headline, FaceBody).Set(max(k.Floor(), greetingSize*in), wide)
	own := k.Text(k.field+".Own", b.Own, FaceLabel).Set(k.Floor(), wide)
	p.put(greeting, ToneText, greetingGap*in)
	text := k.Text("Body", k.Card().Body, FaceBody)
	s, ok := text.Even(wide, p.a.H-own.Height-messageGap*in, k.Floor(), messageSize*in)
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
	gap := signBetween * in
	each := (wide - gap*float64(len(b.Sign)-1)) / max(1, float64(len(b.Sign)))
	for i, l := range b.Sign {
		at := x + float64(i)*(each+gap)
		k.Rect(ToneText, Area{at, low + signRule*in - line, each, line})
		s := k.Text(k.field+".Sign["+strconv.Itoa(i)+"]", l, FaceBody).Set(k.Floor(), each)
		k.Draw(s, ToneText, at, low+signLabel*in)
	}
	note := k.Text("Note", k.Card().Note, FaceBody).Set(k.Floor(), noteWide*in)
	k.Draw(note, ToneText, x, h-noteFoot*in-note.Height-note.Under())
	return nil
}
