package graphic

import (
	"math"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Sticker is a reason, an act or both, for a format of [CutFormats]: the headline
// with its figure, what to do, and who says so.
// A Sticker is safe for concurrent use as long as nobody changes it.
type Sticker struct {
	Figure string `json:"figure,omitzero"` // as printed, at its place in the headline, or before it
	Prefix string `json:"prefix,omitzero"` // "At least", before a figure that the headline does not hold
	Act    string `json:"act,omitzero"`    // "Ask why: council.example"
	URL    string `json:"url,omitzero"`    // of a code beside the words; empty: none
	Round  bool   `json:"round,omitzero"`
}

var _ = wired[Sticker]("sticker")

func (b Sticker) traits() traits {
	return traits{whole: true, kept: true, loud: true, claims: b.Figure != ""}
}

func (b Sticker) check() *FieldError {
	if b.URL == "" {
		return nil
	}
	if err := (Action{URL: b.URL}).check(); err != nil {
		return refuse(err.Rule(), "URL", err.Values())
	}
	return nil
}

func (b Sticker) describe(w *tongue) string {
	code := ""
	if b.URL != "" {
		code = w.say("code", fault.Values{"address": Action{URL: b.URL}.address()}) + "."
	}
	return joinWords(b.Act, code)
}

func (b Sticker) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Sticker) arrange(c *composer, i int) []*parts.Column { return c.onCanvas(i, b.draw) }

// The measures of a sticker, in inches.
const (
	stickerSafe = 0.125 // at the edge, free of words: a knife strays as far
	stickerSide = 0.2   // the margins
	stickerTop  = 0.17
	stickerFoot = 0.16
	stickerMark = 0.26 // the height of a logo
	stickerCode = 0.18 // between the code and the words
	actAbove    = 0.1
	actBelow    = 0.05
	actLeast    = 0.16
	actSentence = 0.13 // the least of a sentence
	signGap     = 0.12
	tagGap      = 0.2
	citeAbove   = 0.11
	discRim     = 0.14
)

// Shares of a sticker: of the width for its code, of the height for what to do.
const (
	codeShare     = 0.4
	actShare      = 0.11
	sentenceShare = 0.072
	numberShare   = 0.26
)

func (b Sticker) draw(k *Canvas) error {
	w, h := k.Size()
	if b.Round && w == h {
		return b.round(k)
	}
	scheme := k.c.ground.Head
	k.on(scheme, Area{0, 0, w, h})
	in := k.c.f.inch()
	k.side = stickerSafe * in
	a := Area{stickerSide * in, stickerTop * in, w - 2*stickerSide*in, h - (stickerTop+stickerFoot)*in}
	if b.URL != "" {
		side := min(a.H, codeShare*a.W)
		plate := Area{a.X, a.Y + (a.H-side)/2, side, side}
		k.on(k.c.t.Lightest(), plate)
		if k.code(k.field+".URL", b.URL, plate) == 0 {
			return nil
		}
		k.pen.Scheme = k.c.scheme(scheme)
		a.X, a.W = a.X+side+stickerCode*in, a.W-side-stickerCode*in
	}
	p := pile{k, a}
	b.foot(&p)
	for _, line := range []struct {
		field, words string
		tone         Tone
	}{{".URL", b.typed(), ToneText}, {".Act", b.Act, ToneAccent}} {
		if line.words == "" {
			continue
		}
		s := k.Text(k.field+line.field, line.words, FaceLabel)
		act := s.Set(b.actSize(k, s, p.a.W, h), p.a.W)
		p.a.H -= act.Height + act.Under() + actBelow*in
		k.Draw(act, line.tone, p.a.X, p.a.Y+p.a.H)
		p.a.H -= actAbove * in
	}
	said := newSaying(k, b.Prefix, b.Figure, "")
	whole := b.Prefix == "" && k.c.says(b.Figure) && w > leastLong*h // one line holds it
	if said.figure == nil || whole {
		t := k.Text("Headline", k.Card().Headline, FaceDisplay)
		s, ok := t.loud(p.a.W, p.a.H, 1.2*k.Floor())
		if !ok {
			k.Refuse("Headline", max(1, t.p.Runes()/4))
			return nil
		}
		k.Draw(s, ToneText, p.a.X, p.a.Y+max(0, s.Rise())+max(0, (p.a.H-s.Rise()-s.Height-s.Under())*0.4))
		return nil
	}
	got, ok := said.in(p.a)
	if !ok {
		k.Refuse("Headline", 6)
		return nil
	}
	got.draw(k)
	return nil
}

// typed is the address of its code for those who type it.
func (b Sticker) typed() string {
	if b.URL == "" {
		return ""
	}
	return Action{URL: b.URL}.host()
}

// actSize is the size of the words that say what to do: a number to call is as large as the words. No
// word of it is wider than the sticker.
func (b Sticker) actSize(k *Canvas, t *Text, w, h float64) float64 {
	size := max(actLeast*k.c.f.inch(), actShare*h)
	if t.Empty() {
		return size
	}
	switch {
	case w > leastLong*h:
		size = longAct * h
	case t.p.Runes() > shortAct: // a sentence, and not as loud as the reason for it
		size = max(actSentence*k.c.f.inch(), sentenceShare*h)
	case b.Figure == "" && strings.ContainsFunc(b.Act, unicode.IsDigit) && w > h:
		size = max(size, min(0.94*t.Across(w), numberShare*h))
	}
	return max(k.Floor(), min(size, w/max(1e-6, t.p.Widest())))
}

// A sticker for a bumper is so many times as wide as high, and says what to do in
// a line of that share of its height. Up to shortAct characters are an address or
// a number.
const (
	leastLong = 4
	longAct   = 0.19
	shortAct  = 16
)

// inch is an inch in px; on a screen, a share of the short side.
func (f *Format) inch() float64 {
	if f.DPI > 0 {
		return f.DPI
	}
	return float64(min(f.W, f.H)) / 2
}

// foot is the source, and on a long sticker the tag, at the bottom.
func (b Sticker) foot(p *pile) {
	k := p.k
	cite := k.Text("Source", k.c.Card.cited(), FaceSmall)
	if cite.Empty() {
		return
	}
	w := b.sign(p)
	var tag Setting
	if tags := k.Card().Tags; len(tags) > 0 && w > leastLong*p.a.H {
		tag = k.Text("Tags", "#"+strings.TrimPrefix(tags[0], "#"), FaceLabel).Set(k.Floor(), w)
		w -= tag.Wide + tagGap*k.c.f.inch()
	}
	s := cite.Set(k.Floor(), w)
	p.a.H -= s.Height + s.Under()
	k.Draw(s, ToneMute, p.a.X, p.a.Y+p.a.H)
	if tag.Text != nil {
		k.Draw(tag, ToneText, p.a.X+w+tagGap*k.c.f.inch(), p.a.Y+p.a.H+s.Height-tag.Height)
	}
	p.a.H -= citeAbove * k.c.f.inch()
}

// sign sets the first logo at the end of the foot, and returns the width that it
// leaves there.
func (b Sticker) sign(p *pile) float64 {
	k, in := p.k, p.k.c.f.inch()
	if len(k.c.Card.Logos) == 0 || b.URL != "" {
		return p.a.W
	}
	art := k.c.Card.Logos[0].Art
	high := stickerMark * in
	wide := min(art.ratio(), logoWide) * high
	high = wide / art.ratio()
	at := logoPainter{k}.artwork("Logos[0]", art, Area{p.a.X + p.a.W - wide - plateRim*k.Unit(), p.a.Y + p.a.H - high, wide, high})
	k.kept = append(k.kept, at)
	return at.X - p.a.X - signGap*in
}

// The lines of a disc: size and gap below as shares of its diameter, width in
// radii.
const (
	discHead, discHeadGap     = 0.17, 0.07
	discBefore, discBeforeGap = 0.085, 0.05
	discFigure, discFigureGap = 0.29, 0.06
	discAfter, discAfterGap   = 0.1, 0.06
	discAct, discActGap       = 0.075, 0.05
	discWide, discAfterWide   = 1.72, 1.8
)

// round sets the words in the middle of a disc, as large as it holds them.
func (b Sticker) round(k *Canvas) error {
	w, _ := k.Size()
	k.on(k.c.ground.Head, Area{0, 0, w, w})
	in := k.c.f.inch()
	k.side = stickerSafe * in
	r := w/2 - discRim*in
	for scale := 1.6; scale > 0.4; scale -= 0.03 {
		for _, narrow := range []float64{discWide, 1.4, 1.1} { // of the last lines, which stand where the disc is
			if rows, ok := b.stack(k, r, scale, narrow); ok {
				for _, s := range rows {
					k.Draw(s.Setting, s.tone, s.x, s.y)
				}
				return nil
			}
		}
	}
	k.Refuse("Headline", 8)
	return nil
}

// stack is the lines of a disc of radius r, each in its middle, the citation at
// most so many radii wide; false where one leaves it.
func (b Sticker) stack(k *Canvas, r, scale, narrow float64) ([]placed, bool) {
	w, _ := k.Size()
	floor := k.Floor()
	var rows []placed
	y := 0.0
	add := func(t *Text, tone Tone, size, gap, wide float64) bool {
		if t == nil || t.Empty() {
			return true
		}
		s := t.Set(max(size, floor), wide*r)
		s.set()
		for i := range s.lines {
			l := s.lines[i]
			if i > 0 {
				y += t.leading()*l.size - l.cap
			}
			wide := l.size * (l.Ink.MaxX - l.Ink.MinX)
			line := Setting{Text: t, Height: l.cap, Size: l.size, Wide: wide, lines: []settingLine{l}}
			line.lines[0].base = l.cap
			rows = append(rows, placed{line, tone, (w-wide)/2 - l.size*l.Ink.MinX, y})
			y += l.cap
		}
		y += max(gap, s.Under()+0.02*r)
		return len(s.lines) <= 4
	}
	said := newSaying(k, b.Prefix, b.Figure, "")
	d := 2 * r * scale
	ok := true
	if said.figure == nil {
		ok = add(k.Text("Headline", k.Card().Headline, FaceDisplay), ToneText, discHead*d, discHeadGap*d, discWide)
	} else {
		ok = add(said.before, ToneAccent, discBefore*d, discBeforeGap*d, discWide) &&
			add(said.figure, ToneFigure, discFigure*d/max(0.3, said.figure.Capital(1)), discFigureGap*d, 2) &&
			add(said.after, ToneText, discAfter*d, discAfterGap*d, discAfterWide)
	}
	ok = ok && add(k.Text(k.field+".Act", b.Act, FaceLabel), ToneAccent, discAct*d, discActGap*d, discWide)
	ok = ok && add(k.Text("Source", k.c.Card.cited(), FaceSmall), ToneMute, floor, 0, narrow)
	if !ok || y > 2*r {
		return nil, false
	}
	for i := range rows {
		rows[i].y += w/2 - y/2
		far := max(math.Abs(rows[i].y-w/2), math.Abs(rows[i].y+rows[i].Height-w/2))
		if far >= r || rows[i].Wide/2 > math.Sqrt(r*r-far*far) {
			return nil, false
		}
	}
	return rows, true
}
