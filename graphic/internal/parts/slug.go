package parts

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// Slug is the line at the foot of every card: rule, source, as-of date, tag.
type Slug struct {
	Source []*text.Passage // each begins a line
	Fields []string
	Tag    *text.Passage // dropped where there is no room for it
	Low    bool          // takes a second line rather than drop the tag
	Spare  *Slug         // without that line; nil: none
	Whole  *Slug         // with the line that was shed; nil: none was
	Size   float64
	W      float64
	Rule   float64
	Gap    float64 // between rule and first cap top

	lines   []slugLine
	tagLine *text.Line
}

// Measures of a slug, in em of its text.
const (
	slugCapital = 0.7 // where it holds nothing but its tag
	slugLead    = 1.24
	beforeTag   = 1.2 // the least space between source and tag
)

type slugLine struct {
	text.Line
	field string
}

func (s *Slug) layout() {
	if s.lines != nil {
		return
	}
	s.breakLines(s.W)
	if s.Tag == nil {
		return
	}
	tag := s.Tag.Whole()
	room := s.Room()
	if s.Low && s.last() > room {
		s.breakLines(max(room, s.W/2))
		if len(s.lines) > 2 {
			s.breakLines(s.W)
		}
	}
	if s.last() <= room || len(s.lines) == 0 {
		s.tagLine = &tag
	}
}

func (s *Slug) breakLines(w float64) {
	s.lines = s.lines[:0]
	for i, p := range s.Source {
		for _, l := range p.Lines(w / s.Size) {
			s.lines = append(s.lines, slugLine{l, s.Fields[i]})
		}
	}
}

// last is the width of the last line.
func (s *Slug) last() float64 {
	if n := len(s.lines); n > 0 {
		return s.lines[n-1].Width * s.Size
	}
	return 0
}

func (s *Slug) cap() float64 {
	if len(s.Source) > 0 {
		return s.Source[0].Style.Font.CapHeight
	}
	return slugCapital
}

func (s *Slug) leading() float64 {
	if len(s.Source) > 0 {
		return max(slugLead, s.Source[0].Style.Leading)
	}
	return slugLead
}

func (s *Slug) Height() float64 {
	s.layout()
	h := 0.0
	if s.Rule > 0 {
		h = s.Rule + s.Gap
	}
	if n := max(len(s.lines), Btoi(s.tagLine != nil)); n > 0 {
		h += s.Size * (s.cap() + s.leading()*float64(n-1))
	}
	return h
}

func Btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *Slug) Span() (float64, float64) { return s.Height(), s.Height() }

func (s *Slug) Set(float64) float64 { return s.Height() }

func (s *Slug) Draw(p *Pen, x, y float64) {
	if s.Rule > 0 {
		p.rect(scene.Furniture, "", p.Rule.RGBA, x, y, s.W, s.Rule)
		y += s.Rule + s.Gap
	}
	y += s.Size * s.cap()
	for i := range s.lines {
		p.line(s.lines[i].field, &s.lines[i].Line, s.Size, x, y, s.W, p.Mute.RGBA, p.Mute.RGBA)
		if i < len(s.lines)-1 {
			y += s.leading() * s.Size
		}
	}
	if s.tagLine != nil {
		p.lineEnd("Tags", s.tagLine, s.Size, x+s.W, y, p.Text.RGBA)
	}
}

// shed drops the second line, and with it the tag, and reports whether that
// saves any height.
func (s *Slug) shed() bool {
	if s.Spare == nil || s.Spare.Height() >= s.Height() {
		return false
	}
	whole := *s
	*s = *s.Spare
	s.Whole = &whole
	return true
}

// restore takes the second line back, if there is room for it, and returns what
// it adds.
func (s *Slug) restore(room float64) float64 {
	if s.Whole == nil {
		return 0
	}
	more := s.Whole.Height() - s.Height()
	if more > room {
		return 0
	}
	*s = *s.Whole
	return more
}

// Room is what the tag leaves of its line.
func (s *Slug) Room() float64 { return s.W - (s.Tag.Width()+beforeTag)*s.Size }
