package text

import (
	"math"
	"slices"
)

// A Filling is one way to set a passage as lines that all reach both edges
// of a column, each in its own size.
type Filling struct {
	Cuts   []int
	Sizes  []float64 // of each line, for a column of width 1
	Inks   []Ink     // of each line, in em
	Height float64   // cap tops to last baseline, gaps not counted
	Cost   float64   // 0 is an even block
	Heard  bool      // its largest line has a word of what is emphasised, if anything is
	Slight bool      // its largest line says nothing alone
}

// Limits of a filling: how much adjacent lines may differ in height, and how
// small a line may be for a column of width 1.
type Limits struct {
	Ratio   float64
	Least   float64
	MaxSize float64
}

// Fillings lists the ways to fill a column of width 1, lowest first. It is
// empty where no way keeps the limits.
func (p *Passage) Fillings(lim Limits) []Filling {
	const most = 14 // pieces: 8,192 ways
	if len(p.pieces) == 0 || len(p.pieces) > most || p.mixed() {
		return nil
	}
	f := filler{p: p, lim: lim, ink: make(map[[2]int]Ink)}
	f.extend([]int{0}, nil, 0, 0)
	return f.out
}

// mixed reports text of which some reads from right to left.
func (p *Passage) mixed() bool {
	for i := range p.pieces {
		for _, f := range p.pieces[i].frags {
			if f.level > 0 {
				return true
			}
		}
	}
	return false
}

// Torn counts the lines of a filling whose last word belongs to the next line.
func (p *Passage) Torn(way *Filling) int {
	n := 0
	for _, j := range way.Cuts[1 : len(way.Cuts)-1] {
		if p.pieces[j-1].hangs() || p.opens(j) || p.qualifies(j) {
			n++
		}
	}
	return n
}

type filler struct {
	p   *Passage
	lim Limits
	ink map[[2]int]Ink
	out []Filling
}

func (f *filler) extend(cuts []int, sizes []float64, height, cost float64) {
	i := cuts[len(cuts)-1]
	if i == len(f.p.pieces) {
		way := Filling{Cuts: append([]int(nil), cuts...), Sizes: append([]float64(nil), sizes...), Height: height}
		way.Cost = cost/float64(len(sizes)) + f.p.hushed(&way)
		for k := range sizes {
			way.Inks = append(way.Inks, f.ink[[2]int{cuts[k], cuts[k+1]}])
		}
		f.out = append(f.out, way)
		return
	}
	for j := i + 1; j <= len(f.p.pieces); j++ {
		if last := &f.p.pieces[j-1]; (!last.syllable || last.word) && f.p.barred(j, 1/f.lim.Least) {
			continue
		}
		size := min(1/f.width(i, j), f.lim.MaxSize)
		if size < f.lim.Least {
			return
		}
		if whole := i == 0 && j == len(f.p.pieces); !whole && size*f.width(i, j) < 0.75 {
			continue // a lone short word that would stand far from the edge
		}
		if n := len(sizes); n > 0 {
			if r := size / sizes[n-1]; r > f.lim.Ratio || r < 1/f.lim.Ratio {
				continue
			}
		}
		f.extend(append(cuts, j), append(sizes, size), height+size*f.p.Style.Font.CapHeight, cost+f.lineCost(i, j, sizes, size))
	}
}

// hushed is what it costs that the largest line is not of emphasised words, says
// nothing alone or is one short word.
func (p *Passage) hushed(way *Filling) float64 {
	cuts, sizes := way.Cuts, way.Sizes
	largest, sum, marked, torn := 0, 0.0, 0, -1
	for i, size := range sizes {
		had := marked
		if size > sizes[largest] {
			largest = i
		}
		for _, w := range p.pieces[cuts[i]:cuts[i+1]] {
			if w.strong {
				sum, marked = sum+size*float64(w.runes), marked+w.runes
			}
		}
		if marked > had {
			torn++
		}
	}
	c, of := 0.0, p.pieces[cuts[largest]:cuts[largest+1]]
	way.Heard = marked == 0 || slices.ContainsFunc(of, func(w piece) bool { return w.strong })
	if marked > 0 {
		c += math.Log(sizes[largest]*float64(marked)/sum) + 0.92*float64(torn)
	}
	if !way.Heard {
		c += hushedCost
	}
	way.Slight = len(sizes) > 1 && saysNothing(of)
	switch {
	case len(sizes) < 2:
	case way.Slight:
		c += slightCost
	case len(of) == 1 && of[0].runes <= loneWord && !of[0].strong:
		c++
	}
	return c
}

// hushedCost is that of a largest line without a word that is emphasised.
const hushedCost = 0.42

// slightCost outweighs what an uneven block costs.
const slightCost = 3

// loneWord is up to how many characters a word has that seldom means something
// alone: "the", "para", "men".
const loneWord = 4

func (f *filler) lineCost(i, j int, sizes []float64, size float64) float64 {
	c := 0.0
	if n := len(sizes); n > 0 {
		c += math.Abs(math.Log(size / sizes[n-1]))
	}
	if j < len(f.p.pieces) {
		last, next := &f.p.pieces[j-1], &f.p.pieces[j]
		if last.hangs() {
			c += 0.6
		} else if f.p.opens(j) || f.p.qualifies(j) || f.p.counts(j) {
			c += 0.35
		}
		if last.strong != next.strong {
			c -= 0.25 // an emphasis that fills its own lines
		}
		if last.loud {
			c += 0.35 // one that is torn apart
		}
		switch {
		case last.syllable:
			c += 0.2
		case last.soft:
			c++
		}
	}
	return c
}

func (f *filler) width(i, j int) float64 {
	ink, ok := f.ink[[2]int{i, j}]
	if !ok {
		ink = f.p.span(i, j)
		f.ink[[2]int{i, j}] = ink
	}
	return max(ink.MaxX-ink.MinX, 1e-3)
}

// Set places the lines of a filling.
func (p *Passage) Set(f *Filling) []Line {
	lines := make([]Line, len(f.Sizes))
	for i := range lines {
		lines[i] = p.line(f.Cuts[i], f.Cuts[i+1])
	}
	return lines
}
