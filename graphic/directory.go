package graphic

import (
	"math"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Directory leads to an organisation or a report: the headline is the reason to
// go there, a question or a figure; its name and a line about it stand below, and
// the address on a band at the foot.
// A Directory is safe for concurrent use as long as nobody changes it.
type Directory struct {
	Name string `json:"name,omitzero"`
	Line string `json:"line,omitzero"` // what it is, in a few words
	URL  string `json:"url,omitzero"`  // its host stands on the foot
	Foot string `json:"foot,omitzero"` // beside the address: "List of Nov. 23. Not an endorsement by the group."
	Bars int    `json:"bars,omitzero"` // under the headline; the card's note says what one is
}

var _ = wired[Directory]("directory")

func (b Directory) traits() traits { return traits{whole: true, claims: b.Bars > 0} }

func (b Directory) check() *FieldError {
	switch {
	case b.Name == "":
		return refuse("directory-name", "Name", nil)
	case b.URL == "":
		return refuse("label-url", "URL", nil)
	case b.Bars < 0 || b.Bars > mostField:
		return refuse("field-count", "Bars", fault.Values{"n": b.Bars, "most": mostField})
	}
	if err := (Action{URL: b.URL}).check(); err != nil {
		return refuse(err.Rule(), "URL", err.Values())
	}
	return nil
}

func (b Directory) describe(w *tongue) string {
	bars := ""
	if b.Bars > 0 {
		bars = w.say("people", fault.Values{"n": b.Bars}) + "."
	}
	return joinWords(bars, b.Name+":", b.Line, Action{URL: b.URL}.host()+".", b.Foot)
}

func (b Directory) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Directory) arrange(c *composer, i int) []*parts.Column { return c.onCanvas(i, b.draw) }

// The measures of a directory, in units.
const (
	directoryKicker = 3.4 // sizes
	directoryLine   = 4.4 // of the line about it
	directoryAlone  = 5.4 // of that, without bars
	directoryNote   = 3.2
	directoryFoot   = 2.9
	nameLeast       = 4.4
	nameMost        = 7.4
	kickerUnder     = 3.6 // gaps
	titleUnder      = 4.6
	nameOver        = 0.8 // over a line of the name, and below it, on its strip
	barsNote        = 2.4
	linesGap        = 2.4 // below the strips
	footPad         = 3.2 // over the address
	footUnder       = 2.4 // below it
)

// Shares of a directory.
const (
	nameHigh = 0.3  // of the room for words: the name, at most
	barsHigh = 0.12 // of the height: the bars, at least
	barsMore = 0.1  // and more where words leave it
)

func (b Directory) draw(k *Canvas) error {
	w, h := k.Size()
	u, c, room := k.Unit(), k.Card(), k.Room()
	k.on(k.schemes().loudest(), Area{0, 0, w, h})
	top := b.foot(k, room)
	if k.err != nil {
		return nil
	}
	k.pen.Scheme = k.c.scheme(k.schemes().loudest())
	p := pile{k, Area{room.X, room.Y, room.W, top - 5*u - room.Y}}
	if c.Kicker != "" {
		p.put(p.line("Kicker", c.Kicker, FaceLabel, directoryKicker*u), ToneAccent, kickerUnder*u)
	}
	name := k.Text(k.field+".Name", b.Name, FaceDisplay)
	size := directoryLine * u
	if b.Bars == 0 {
		size = directoryAlone * u
	}
	line := p.line(k.field+".Line", b.Line, FaceBody, size)
	named, ok := name.Even(p.a.W-2*u, nameHigh*p.a.H, nameLeast*u, nameMost*u)
	if !ok {
		k.Refuse(k.field+".Name", max(1, name.p.Runes()/4))
		return nil
	}
	named = name.Set(named.Size, p.a.W-2*u)
	strip := named.Capital(named.Size) + named.Above(named.Size) + named.Below(named.Size) + 2*nameOver*u
	low := float64(named.Lines())*(strip+u) + 3*u
	if line.Height > 0 {
		low += line.Height + line.Under() + 2*u
	}
	if b.counts(c.Headline) {
		if left, ok := b.count(p); ok {
			b.told(left, name, line)
			return nil
		}
	}
	title := k.Text("Headline", c.Headline, FaceDisplay)
	field := 0.0
	note := p.line("Note", c.Note, FaceBody, directoryNote*u)
	if b.Bars > 0 {
		field = max(10*u, barsHigh*h)
		low += field + note.Height + 6*u
	}
	said, ok := title.loud(p.a.W, p.a.H-low-3*u, 6*u)
	if !ok {
		k.Refuse("Headline", max(1, title.p.Runes()/4))
		return nil
	}
	p.put(said, ToneText, titleUnder*u)
	free := max(0, p.a.H-low+3*u)
	if b.Bars > 0 {
		more := min(free, barsMore*h)
		field, free = field+more, free-more
		k.Bars(Solid, ranks(b.Bars, Area{p.a.X, math.Round(p.a.Y), p.a.W, math.Round(field - 3*u)})...)
		p.skip(field - 3*u + barsNote*u)
		p.put(note, ToneText, 3*u)
	}
	p.skip(min(free, 6*u))
	b.strips(&p, named, strip)
	k.Draw(line, ToneText, p.a.X, p.a.Y)
	return nil
}

// counts reports a headline that begins with the number of its bars.
func (b Directory) counts(headline string) bool {
	_, ok := strings.CutPrefix(text.Plain(headline), strconv.Itoa(b.Bars)+" ")
	return ok && b.Bars > 0
}

// The measures of a headline that begins with the number of its bars: that
// number's height, of the area, how much of the width it takes at most, and how
// many bars stand beside it at most.
const (
	countHigh = 0.3
	countWide = 0.62
	countMost = 60
)

// count sets the number large with its bars beside it and the rest of the
// headline as one line below; false where there are too many bars or words.
func (b Directory) count(p pile) (pile, bool) {
	k, u := p.k, p.k.Unit()
	number, rest, _ := strings.Cut(text.Plain(k.Card().Headline), " ")
	if b.Bars > countMost {
		return p, false
	}
	t := k.Text("Headline", number, FaceFigure)
	size := min(countHigh*p.a.H/max(0.1, t.Capital(1)), t.Across(countWide*p.a.W))
	figure := t.Set(size, 2*p.a.W)
	after := k.Text("Headline", rest, FaceDisplay)
	across := min(14*u, lineFits*after.Across(p.a.W))
	if across < max(6*u, k.Floor()) {
		return p, false
	}
	line := after.Set(across, lineRoom*p.a.W)
	wide := t.Width(size)
	k.Draw(figure, ToneFigure, p.a.X, p.a.Y)
	x := p.a.X + wide + 5*u
	k.Bars(Solid, ranks(b.Bars, Area{x, math.Round(p.a.Y), p.a.X + p.a.W - x, math.Round(figure.Height)})...)
	p.skip(figure.Height + 6*u)
	p.put(line, ToneText, 5*u)
	return p, true
}

// told sets what the bars are, the name and the line about it, as large as the
// area holds them.
func (b Directory) told(p pile, name *Text, line Setting) {
	k, u := p.k, p.k.Unit()
	note := p.line("Note", k.Card().Note, FaceBody, directoryNote*u)
	p.put(note, ToneText, 4*u)
	named := name.Set(min(nameMost*u, name.Across(0.98*p.a.W)), p.a.W)
	strip := named.Capital(named.Size) + named.Above(named.Size) + named.Below(named.Size) + 2*nameOver*u
	left := p.a.H - float64(named.Lines())*(strip+u) - linesGap*u
	if large, ok := line.Text.Even(p.a.W, left, 3*u, 6*u); ok {
		line = large
	}
	p.skip(max(0, min(5*u, left-line.Height-line.Under()-u)))
	b.strips(&p, named, strip)
	k.Draw(line, ToneText, p.a.X, p.a.Y)
}

// strips sets the name, each line on a strip of its own.
func (b Directory) strips(p *pile, s Setting, high float64) {
	k, u := p.k, p.k.Unit()
	s.set()
	for i := range s.lines {
		l := s.lines[i]
		k.Rect(ToneAccent, Area{p.a.X - u, math.Round(p.a.Y), l.size*(l.Ink.MaxX-l.Ink.MinX) + 2*u, math.Round(high)})
		l.base = l.cap
		k.Draw(Setting{Text: s.Text, Height: l.cap, Size: l.size, lines: []settingLine{l}}, ToneGround, p.a.X, math.Round(p.a.Y)+s.Above(l.size)+nameOver*u)
		p.skip(high + u)
	}
	p.skip(linesGap * u)
}

// foot is the band with the address, and what is to be said of it; it returns
// its top.
func (b Directory) foot(k *Canvas, room Area) float64 {
	w, h := k.Size()
	u := k.Unit()
	p := pile{k, room}
	size := max(k.Floor(), directoryFoot*u)
	host := k.Text(k.field+".URL", Action{URL: b.URL}.host(), FaceDisplay)
	wide := 0.5 * room.W
	if b.Foot == "" {
		wide = room.W
	}
	address := host.Set(min(9*u, host.Across(wide)), room.W)
	said := k.Text(k.field+".Foot", b.Foot, FaceSmall).Set(size, room.W-min(address.Wide, wide)-4*u)
	slug := p.slugLine(k.c.Card.cited())
	high := max(address.Height+address.Under(), said.Height+said.Under())
	top := math.Round(p.a.Y + p.a.H - footUnder*u - high - footPad*u)
	if address.Size < k.Floor() || said.Lines() > 5 {
		k.Refuse(k.field+".Foot", 10)
	}
	k.on(k.c.t.Lightest(), Area{0, top, w, h - top})
	y := top + footPad*u
	k.Draw(address, ToneAccent, room.X, y+max(0, (high-address.Height-address.Under())/2))
	for i := range said.lines {
		l := said.lines[i]
		x := room.X + room.W - l.size*max(l.Width, l.Ink.MaxX)
		k.Draw(Setting{Text: said.Text, Height: l.cap, Size: l.size, lines: []settingLine{l}}, ToneMute, x, y)
	}
	slug()
	return top
}
