package graphic

import (
	"math"
	"slices"
)

// A footLine is a line at the foot of the field: the citation, the sentence
// above it or what a kind of bars is, beside one of them.
type footLine struct {
	Setting
	tone   Tone
	group  int     // of the sample, -1: none
	indent float64 // of the words, for it
	y      float64 // from the first one's capitals
}

// feet leaves out cells for the lines at the foot.
func (f *sowing) feet(p *plot) bool {
	wide := float64(f.k.scene.W) - f.k.Room().X - p.x0
	lines, h := f.footLines(wide)
	most := 0.0
	for i := range lines {
		most = max(most, lines[i].indent+lines[i].Wide)
	}
	if most > wide+1 {
		return false
	}
	p.foot = block{col: p.from, w: min(p.cols-p.from, p.cells(p.x0+most+1.2*f.k.Unit())), h: 1}
	for ; p.foot.h <= p.rows/3+1; p.foot.h++ {
		p.foot.row = p.rows - p.foot.h
		if f.k.c.f.deep {
			p.foot.row = int(math.Floor(f.stickerTop()/p.py)) - p.foot.h
		}
		if f.footArea(p).H >= h {
			return true
		}
	}
	return false
}

// footArea is where the lines at the foot may stand.
func (f *sowing) footArea(p *plot) Area {
	a := p.within(p.foot)
	up := p.py - p.bh - 0.9*f.k.Unit() // as near to the bars above as words may come
	a.Y, a.H = a.Y-up, a.H+up
	a.H = min(a.H, float64(f.k.scene.H)-leastEdge-1-a.Y)
	return a
}

const footGap = 1.8

// footLines sets the lines at the foot, w wide, and returns their height.
func (f *sowing) footLines(w float64) (lines []footLine, h float64) {
	w = 8 * math.Floor(w/8)
	if kept, ok := f.feetSet[w]; ok {
		return slices.Clone(kept.lines), kept.h
	}
	lines, h = f.setFoot(w)
	f.feetSet[w] = setFeet{slices.Clone(lines), h}
	return lines, h
}

// setFeet are the lines of a foot and their height.
type setFeet struct {
	lines []footLine
	h     float64
}

func (f *sowing) setFoot(w float64) (lines []footLine, h float64) {
	u := f.k.Unit()
	add := func(l footLine) {
		if n := len(lines) - 1; n >= 0 {
			h += max(footGap*u, lines[n].Under()+0.8*u)
		}
		l.y = h
		h += l.Height
		lines = append(lines, l)
	}
	for i, t := range f.labels {
		if f.legend && t != nil {
			add(footLine{Setting: t.Set(max(f.k.Floor(), legendSize*u), w-sampleRoom*u), tone: ToneText, group: i, indent: sampleRoom * u})
		}
	}
	if f.body != nil {
		add(footLine{Setting: f.body.Set(f.footSize(), w), tone: ToneText, group: -1})
	}
	add(footLine{Setting: f.cite.Set(f.footSize(), w), tone: ToneMute, group: -1})
	return lines, h + lines[len(lines)-1].Under()
}

// A legend at the foot, in units: its words, the bar before them, and where
// they begin.
const (
	legendSize = 3.9
	sampleWide = 1.8
	sampleRoom = 3.4
)

// The box of a story that a platform's link sticker takes, in px of 1080 by
// 1920: nothing is drawn in it.
var linkSticker = Area{65, 1410, 620, 120}
