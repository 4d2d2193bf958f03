package text

import (
	"slices"
	"strings"
)

// leastKept is what of its size type keeps that gives some for lines which end
// with the sense: a difference that the eye does not see.
const leastKept = 0.97

// Headline breaks the passage into as many lines as Lines does, of which as few
// as can be end against the sense. They keep all of their size or a little less, no
// less than least. A passage that follows a figure may begin with a line of one word.
func (p *Passage) Headline(width, least float64, follows bool) (lines []Line, kept float64) {
	cuts := p.balance(width)
	kept = 1
	if lost := p.lost(cuts, follows); lost > 0 && len(cuts) > 2 {
		for _, g := range [...]float64{1, min(1, max(least, leastKept))} {
			fit := fitting{width: width / g, lines: len(cuts) - 1, sense: true, follows: follows}
			if better := p.fit(fit); len(better) == len(cuts) && p.lost(better, follows) < lost {
				cuts, lost = better, p.lost(better, follows)
				kept = min(1, max(g, width/p.longest(cuts)))
			}
		}
	}
	return p.lines(cuts), kept
}

// longest is the width of the longest line.
func (p *Passage) longest(cuts []int) float64 {
	w := 0.0
	for i, from := range cuts[:len(cuts)-1] {
		w = max(w, p.width(from, cuts[i+1]))
	}
	return w
}

// lost counts what in the ends of lines is against the sense.
func (p *Passage) lost(cuts []int, follows bool) int {
	n, w := 0, p.longest(cuts)
	for i, from := range cuts[:len(cuts)-1] {
		n += p.loses(from, cuts[i+1], p.width(from, cuts[i+1]) < (1-aloneSlack)*w, follows)
	}
	return n
}

// loses counts what at the end of a line of pieces i to j is against the sense: a word
// of grammar, a number or a speaker parted from what belongs to it, an emphasis that
// goes on, a short lone word at the start or the end of the whole.
func (p *Passage) loses(i, j int, short, follows bool) int {
	end := &p.pieces[j-1]
	alone := j-i == 1 && short && end.lastWord() == end.text
	switch {
	case j == len(p.pieces):
		return count(alone && i > 0)
	case alone && i == 0 && !follows && !end.closes():
		return loneFirst
	}
	return count(end.loud, end.binds(), p.opens(j) || p.qualifies(j) || p.counts(j), j-i > 1 && p.begins(j))
}

// loneFirst is more than all that another break of the first two lines could mend.
const loneFirst = 8

func count(all ...bool) (n int) {
	for _, is := range all {
		if is {
			n++
		}
	}
	return n
}

// binds reports a piece that ends in a word of grammar which belongs to the next.
func (pc *piece) binds() bool {
	word := strings.TrimLeft(pc.lastWord(), `([«“‘"'¿¡`)
	return grammar[strings.ToLower(word)]&(leads|ties) != 0
}

// Sensible is, of ways to fill a column that are as many lines as one, as loud and
// hardly smaller, the one of which the fewest lines end against the sense. Height
// tells how high one is, and whether it fits.
func (p *Passage) Sensible(ways []Filling, way *Filling, height func(*Filling) (float64, bool)) *Filling {
	lost := p.Lost(way)
	if lost == 0 {
		return way
	}
	best, least := way, slices.Min(way.Sizes)
	high, _ := height(way)
	for i := range ways {
		w := &ways[i]
		if len(w.Sizes) != len(way.Sizes) || slices.Min(w.Sizes) < leastKept*least || way.Heard && !w.Heard || w.Slight && !way.Slight {
			continue
		}
		n := p.Lost(w)
		if n > lost || n == lost && (best == way || w.Cost >= best.Cost) {
			continue
		}
		if h, ok := height(w); ok && h >= leastKept*high {
			best, lost = w, n
		}
	}
	return best
}

// Lost counts what in the ends of a filling's lines is against the sense. A lone
// word reaches both edges as others do.
func (p *Passage) Lost(way *Filling) int {
	n := 0
	for i, from := range way.Cuts[:len(way.Cuts)-1] {
		n += p.loses(from, way.Cuts[i+1], false, false)
	}
	return n
}
