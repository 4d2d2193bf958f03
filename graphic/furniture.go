package graphic

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// masthead is the line above a card: kicker at the start, folio at the end,
// under a rule where the theme has one.
type masthead struct {
	kicker *text.Passage // nil: none
	folio  folio
	size   float64
	rule   float64
	w, u   float64
}

// folio is a card's place in its set; of 0, there is none.
type folio struct{ number, of int }

func (m *masthead) height() float64 {
	h := 0.0
	if m.rule > 0 {
		h = m.rule
	}
	if m.kicker != nil || m.folio.of > 1 {
		if h > 0 {
			h += 2.4 * m.u
		}
		h += max(0.74*m.size, m.folioHeight())
	}
	return h
}

func (m *masthead) folioHeight() float64 {
	if m.folio.of > 1 {
		return folioTall * m.folioBar()
	}
	return 0
}

// folioBar is the height of the folio's bars, which are larger where they are
// few, as on the slides of a carousel; folioTall is that of this card's.
func (m *masthead) folioBar() float64 {
	if m.folio.of <= fewSlides {
		return 2.4 * m.u
	}
	return 1.8 * m.u
}

const (
	folioTall = 1.67
	fewSlides = 7
)

func (m *masthead) span() (float64, float64) { return m.height(), m.height() }
func (m *masthead) set(float64) float64      { return m.height() }

func (m *masthead) draw(p *pen, x, y float64) {
	base := y + m.height()
	if m.rule > 0 {
		p.rect(scene.Furniture, "", p.Rule.RGBA, x, y, m.w, m.rule)
	}
	if m.kicker != nil {
		l := m.kicker.Whole()
		p.line("Kicker", &l, m.size, x, base, m.w, p.Accent.RGBA, p.Accent.RGBA)
	}
	m.drawFolio(p, x, base)
}

// folioBars are the width of the folio's bars and their distance.
func (m *masthead) folioBars() (bw, pitch float64) {
	bw, pitch = 0.8*m.u, 1.4*m.u
	if m.folio.of <= fewSlides {
		bw, pitch = 1.4*m.u, 2.4*m.u
	}
	if n, room := float64(m.folio.of), m.w*0.4; n*pitch > room {
		pitch = room / n
		bw = max(2, 0.55*pitch)
	}
	return bw, pitch
}

func (m *masthead) folioWidth() float64 {
	if m.folio.of < 2 {
		return 0
	}
	bw, pitch := m.folioBars()
	return float64(m.folio.of-1)*pitch + bw
}

// drawFolio shows the card's place in its set: one small bar a card, this
// one taller.
func (m *masthead) drawFolio(p *pen, x, base float64) {
	n := m.folio.of
	if n < 2 {
		return
	}
	bw, pitch := m.folioBars()
	bh, left := m.folioBar(), x+m.w-m.folioWidth()
	for i := range n {
		h, c := bh, p.Idle
		if i+1 == m.folio.number {
			h, c = folioTall*bh, p.Rule
		}
		p.rect(scene.Furniture, "Folio", c.RGBA, math.Floor(left+float64(i)*pitch), base-h, bw, h)
	}
}

// slug is the line at the foot of every card: rule, source, as-of date, tag.
type slug struct {
	source []*text.Passage // each begins a line
	fields []string
	tag    *text.Passage // dropped where there is no room for it
	low    bool          // takes a second line rather than drop the tag
	spare  *slug         // without that line; nil: none
	whole  *slug         // with the line that was shed; nil: none was
	size   float64
	w      float64
	rule   float64
	gap    float64 // between rule and first cap top

	lines   []slugLine
	tagLine *text.Line
}

type slugLine struct {
	text.Line
	field string
}

func (s *slug) layout() {
	if s.lines != nil {
		return
	}
	s.breakLines(s.w)
	if s.tag == nil {
		return
	}
	tag := s.tag.Whole()
	room := s.room()
	if s.low && s.last() > room {
		s.breakLines(max(room, s.w/2))
		if len(s.lines) > 2 {
			s.breakLines(s.w)
		}
	}
	if s.last() <= room || len(s.lines) == 0 {
		s.tagLine = &tag
	}
}

func (s *slug) breakLines(w float64) {
	s.lines = s.lines[:0]
	for i, p := range s.source {
		for _, l := range p.Lines(w / s.size) {
			s.lines = append(s.lines, slugLine{l, s.fields[i]})
		}
	}
}

// last is the width of the last line.
func (s *slug) last() float64 {
	if n := len(s.lines); n > 0 {
		return s.lines[n-1].Width * s.size
	}
	return 0
}

func (s *slug) cap() float64 {
	if len(s.source) > 0 {
		return s.source[0].Style.Font.CapHeight
	}
	return 0.7
}

func (s *slug) leading() float64 {
	if len(s.source) > 0 {
		return max(1.24, s.source[0].Style.Leading)
	}
	return 1.24
}

func (s *slug) height() float64 {
	s.layout()
	h := 0.0
	if s.rule > 0 {
		h = s.rule + s.gap
	}
	if n := max(len(s.lines), btoi(s.tagLine != nil)); n > 0 {
		h += s.size * (s.cap() + s.leading()*float64(n-1))
	}
	return h
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *slug) span() (float64, float64) { return s.height(), s.height() }
func (s *slug) set(float64) float64      { return s.height() }

func (s *slug) draw(p *pen, x, y float64) {
	if s.rule > 0 {
		p.rect(scene.Furniture, "", p.Rule.RGBA, x, y, s.w, s.rule)
		y += s.rule + s.gap
	}
	y += s.size * s.cap()
	for i := range s.lines {
		p.line(s.lines[i].field, &s.lines[i].Line, s.size, x, y, s.w, p.Mute.RGBA, p.Mute.RGBA)
		if i < len(s.lines)-1 {
			y += s.leading() * s.size
		}
	}
	if s.tagLine != nil {
		p.lineEnd("Tags", s.tagLine, s.size, x+s.w, y, p.Text.RGBA)
	}
}

// shed gives up the second line, and with it the tag, and reports whether that
// saves any height.
func (s *slug) shed() bool {
	if s.spare == nil || s.spare.height() >= s.height() {
		return false
	}
	whole := *s
	*s = *s.spare
	s.whole = &whole
	return true
}

// restore takes the second line back, if there is room for it, and returns what
// it adds.
func (s *slug) restore(room float64) float64 {
	if s.whole == nil {
		return 0
	}
	more := s.whole.height() - s.height()
	if more > room {
		return 0
	}
	*s = *s.whole
	return more
}

// masthead is the first slot of a card, nil where it would be empty.
func (c *composer) masthead(w float64) []*slot {
	m := &masthead{folio: folio{c.Folio.Number, c.Folio.Of}, size: c.sz().slug, rule: c.t.Rule.Top * c.u / 10, w: w, u: c.u}
	if c.f.Landscape() {
		m.folio = folio{}
	} else if c.Kicker != "" {
		m.kicker = c.shape("Kicker", c.Kicker, "label")
		if m.kicker.Width()*m.size > min(0.62*w, w-m.folioWidth()-1.2*m.size) {
			m.kicker = nil
		}
	}
	if m.height() == 0 {
		return nil
	}
	drop := 2
	if m.rule > 0 {
		drop = 0
	}
	return []*slot{{part: m, field: "Kicker", rank: fixed, drop: drop}}
}

// slug is the last slot of every card.
func (c *composer) slug(w float64, rule bool) *slot {
	s := c.slugLines(w, rule, !c.f.Landscape())
	if s.low && c.v.drop {
		s.spare = c.slugLines(w, rule, false)
	}
	gap := 5.2 * c.u
	if c.v.compact && !rule {
		gap = 3.8 * c.u
	}
	return &slot{part: s, field: "Source", rank: fixed, gap: gap}
}

func (c *composer) slugLines(w float64, rule, low bool) *slug {
	s := &slug{size: c.sz().slug, w: w, gap: 3.4 * c.u, low: low}
	if rule {
		s.rule = max(2, c.t.Rule.Slug*c.u/10)
	}
	for _, part := range []struct{ field, s string }{{"Source", c.sourceText()}, {"AsOf", c.AsOf}} {
		if part.s != "" {
			s.source = append(s.source, c.shape(part.field, part.s, "small"))
			s.fields = append(s.fields, part.field)
		}
	}
	if len(c.Tags) > 0 && !c.f.preview {
		s.tag = c.shape("Tags", "#"+strings.TrimPrefix(c.Tags[0], "#"), "label")
	}
	switch len(s.source) {
	case 1:
		c.splitIfLong(s)
	case 2:
		c.joinIfRoom(s)
	}
	return s
}

// splitIfLong puts the date on a line of its own beside the tag, where both
// are too long for one line.
func (c *composer) splitIfLong(s *slug) {
	source, field := s.source[0], s.fields[0]
	if field != "Source" || !s.low || s.tag == nil || source.Width()*s.size <= s.room() {
		return
	}
	whole := c.sourceText()
	if i := strings.LastIndexAny(whole, ",،"); i > 0 {
		_, n := utf8.DecodeRuneInString(whole[i:])
		name, date := whole[:i+n], strings.TrimSpace(whole[i+n:])
		if a := c.shape(field, name, "small"); date != "" && a.Width()*s.size <= s.w {
			s.source, s.fields = []*text.Passage{a, c.shape(field, date, "small")}, []string{field, field}
		}
	}
}

// joinIfRoom puts source and as-of date on one line, where that leaves the
// tag its room.
func (c *composer) joinIfRoom(s *slug) {
	both := c.shape("Source", c.sourceText()+" · "+c.AsOf, "small")
	room := s.w
	if s.low && s.tag != nil {
		room = s.room()
	}
	if both.Width()*s.size <= room {
		s.source, s.fields = []*text.Passage{both}, []string{"Source"}
	}
}

// room is what the tag leaves of its line.
func (s *slug) room() float64 { return s.w - (s.tag.Width()+1.2)*s.size }
