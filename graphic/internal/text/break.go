package text

import (
	"math"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Lines breaks the passage for a column of the given width in em, with as few
// lines as it needs and those balanced: no line is much shorter than the
// others and the last is not a lone word. A piece wider than the column
// overhangs; compare [Passage.Widest].
func (p *Passage) Lines(width float64) []Line {
	return p.lines(p.balance(width))
}

func (p *Passage) lines(cuts []int) []Line {
	if len(cuts) == 2 {
		return []Line{p.whole}
	}
	lines := make([]Line, len(cuts)-1)
	for i := range lines {
		lines[i] = p.line(cuts[i], cuts[i+1])
	}
	return lines
}

// Phrased is the passage broken where its phrases end rather than into lines of
// one length, for words that are read in passing.
func (p *Passage) Phrased() *Passage {
	out := *p
	out.phrased = true
	return &out
}

// Count is the number of lines that Lines would return.
func (p *Passage) Count(width float64) int {
	n, start := 0, 0
	for start < len(p.pieces) {
		start = p.reach(start, width)
		n++
	}
	return n
}

// reach is the end of the longest line from piece start.
func (p *Passage) reach(start int, width float64) int {
	end := start + 1
	last := end
	w := p.pieces[start].lead + p.pieces[start].width
	for end < len(p.pieces) && !p.pieces[end-1].mandatory {
		w += p.pieces[end-1].space + p.pieces[end].width
		if w+p.end(end) > width+rounding {
			break
		}
		end++
		if !p.barred(end, width) {
			last = end
		}
	}
	return last
}

// barred reports a cut within a word that has a line to itself in a column of
// the given width, or before a particle that has one with what it follows.
func (p *Passage) barred(cut int, width float64) bool {
	return p.holds(cut, width, func(pc *piece) bool { return pc.soft }) ||
		p.holds(cut, width, func(pc *piece) bool { return pc.clinging })
}

// holds reports a cut after one of the pieces that hold on to the next, where
// all that hold together fit the width.
func (p *Passage) holds(cut int, width float64, tied func(*piece) bool) bool {
	if cut == len(p.pieces) || !tied(&p.pieces[cut-1]) {
		return false
	}
	from, to := cut-1, cut
	for from > 0 && tied(&p.pieces[from-1]) {
		from--
	}
	for tied(&p.pieces[to]) {
		to++
	}
	return p.width(from, to+1) <= width+rounding
}

// MinWidth is the least column in which the passage takes at most n lines.
func (p *Passage) MinWidth(n int) float64 {
	lo, hi := p.Widest(), p.Width()
	if p.Count(lo) <= n {
		return lo
	}
	for hi-lo > closeWidth {
		if mid := (lo + hi) / 2; p.Count(mid) <= n {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}

// balance returns the cuts, first 0 and last len(pieces), that leave the
// least squared slack over the fewest lines.
func (p *Passage) balance(width float64) []int {
	switch lines := p.Count(width); lines {
	case 0:
		return []int{0}
	case 1:
		return []int{0, len(p.pieces)}
	default:
		return p.fit(fitting{width: width, lines: lines})
	}
}

// A fitting is a column, em, and how many lines it is to have.
type fitting struct {
	width   float64
	lines   int
	sense   bool // few lines end against the sense, however ragged they are
	follows bool // see Headline
}

// fit returns the cuts of the least cost.
func (p *Passage) fit(f fitting) []int {
	n, lines, width := len(p.pieces), f.lines, f.width
	ideal := max(p.MinWidth(lines), leastWidth)
	// The first j pieces in k lines have their least cost at j*rows+k, and
	// there too where the last of these lines begins.
	rows := lines + 1
	best, from := make([]float64, (n+1)*rows), make([]int, (n+1)*rows)
	for i := range best {
		best[i] = math.Inf(1)
	}
	best[0] = 0
	for j := 1; j <= n; j++ {
		if p.barred(j, width) {
			continue
		}
		for i := j - 1; i >= 0; i-- {
			w := p.width(i, j)
			if j-i > 1 && (w > width+rounding || p.pieces[i].mandatory) {
				break
			}
			c := p.cost(i, j, w, ideal, width)
			if f.sense {
				c += lostCost * float64(p.loses(i, j, w < (1-aloneSlack)*ideal, f.follows))
			}
			before, now := best[i*rows:][:lines], best[j*rows+1:][:lines]
			for k := range before {
				if before[k]+c < now[k] {
					now[k], from[j*rows+1+k] = before[k]+c, i
				}
			}
		}
	}
	if math.IsInf(best[n*rows+lines], 1) {
		return p.greedy(width)
	}
	cuts := make([]int, lines+1)
	cuts[lines] = n
	for k, j := lines, n; k > 0; k-- {
		j = from[j*rows+k]
		cuts[k-1] = j
	}
	return cuts
}

// Unrest is how ragged and badly broken the lines of a column are, 0 where all
// are of one length.
func (p *Passage) Unrest(width float64) float64 {
	cuts := p.balance(width)
	lines := len(cuts) - 1
	ideal, sum := max(p.MinWidth(lines), leastWidth), 0.0
	for i := range lines {
		sum += p.cost(cuts[i], cuts[i+1], p.width(cuts[i], cuts[i+1]), ideal, width)
	}
	return sum / float64(max(1, lines))
}

func (p *Passage) greedy(width float64) []int {
	cuts := []int{0}
	for start := 0; start < len(p.pieces); {
		start = p.reach(start, width)
		cuts = append(cuts, start)
	}
	return cuts
}

// What breaks cost beside a line's squared slack: that of a line half as long as
// the others is 0.25.
const (
	widowCost   = 0.6  // a last word alone, times its slack
	shortCost   = 0.4  // a last line below a quarter of the column
	openingCost = 0.25 // before a word that opens something, or after one that goes on
	loudCost    = 0.3  // within marked words
	softCost    = 0.1  // within a word
	phraseCost  = 0.3  // a word of grammar at the end, in phrased text
	largeCost   = 0.22 // in large type
	hangingCost = 0.03
	lostCost    = 100  // against the sense, where that comes first
	aloneSlack  = 0.3  // from which a word alone costs anything
	firstCost   = 0.9  // of its slack, as the first line
	singleCost  = 0.15 // as another
)

// rounding is what it may add to a line that fits; leastWidth keeps a width
// from nought; closeWidth is how near the least column is found, em.
const (
	rounding   = 1e-9
	leastWidth = 1e-6
	closeWidth = 0.005
)

// cost of a line of pieces i to j, w wide, in a column. Short last lines and
// lone last words cost as much as a very ragged line.
func (p *Passage) cost(i, j int, w, ideal, column float64) float64 {
	slack := (ideal - w) / ideal
	c := slack * slack
	last := j == len(p.pieces)
	switch {
	case last && i > 0 && j-i == 1:
		c += widowCost * max(0.25, slack) // less lonely the longer it is
	case last && i > 0 && w < column/4:
		c += shortCost
	}
	if last {
		return c
	}
	end := &p.pieces[j-1]
	if end.hangs() {
		c += p.hangCost(column)
	}
	if column < displayColumn && j-i == 1 && !end.closes() {
		c += p.aloneCost(i, slack)
	}
	if p.opens(j) || p.qualifies(j) || p.counts(j) || j-i > 1 && p.begins(j) {
		c += openingCost
	}
	if end.loud {
		c += loudCost
	}
	if end.soft {
		c += softCost
	}
	return c
}

// displayColumn is the widest column, in em, in which type is so large that each
// line is read by itself.
const displayColumn = 16

// hangCost is that of a word of grammar at the end of a line.
func (p *Passage) hangCost(column float64) float64 {
	switch {
	case p.phrased:
		return phraseCost
	case column < displayColumn:
		return largeCost
	}
	return hangingCost
}

// aloneCost is that of a word which has a line to itself, slack short of the
// others: worst as the first, where a reader takes it for all there is.
func (p *Passage) aloneCost(i int, slack float64) float64 {
	switch {
	case slack < aloneSlack:
		return 0
	case i == 0:
		return firstCost * slack
	}
	return singleCost * slack
}

// closes reports a piece that ends a sentence or announces what follows it, and
// may stand alone.
func (pc *piece) closes() bool {
	return strings.HasSuffix(pc.text, ":") || sentenceEnd().MatchString(pc.text)
}

// opens reports a cut within the few words before a colon that say who speaks
// or what follows: "Supreme Court: people must get notice".
func (p *Passage) opens(cut int) bool {
	for k := cut; k < min(3, len(p.pieces)-1); k++ {
		if strings.HasSuffix(p.pieces[k].text, ":") {
			return true
		}
	}
	return false
}

// begins reports a cut after the first word of a sentence that goes on, where
// another has just ended: "No visits. Never", "outdoors."
func (p *Passage) begins(cut int) bool {
	if cut < 2 || sentenceEnd().MatchString(p.pieces[cut-1].text) {
		return false
	}
	return sentenceEnd().MatchString(p.pieces[cut-2].text)
}

// sentenceEnd is the end of a word in small letters, which abbreviations seldom
// have so many of.
var sentenceEnd = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\p{Ll}{4,}[.!?]+["”’»]?$`) })

// qualifies reports a cut between a number and the words that say what it is,
// or between these: "more than 91,300", "under 300".
func (p *Passage) qualifies(cut int) bool {
	for k := cut; k < min(cut+2, len(p.pieces)); k++ {
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(p.pieces[k].text, "$€£"))
		if unicode.IsDigit(next) && qualifiers[strings.ToLower(p.pieces[k-1].lastWord())] {
			return true
		}
	}
	return false
}

// counts reports a cut between a number and the word after it, which says of what
// it is one or up to which it goes: "50 readers", "65 to 70". A year is none, and
// other words of grammar say nothing of it: "238" and "with a card".
func (p *Passage) counts(cut int) bool {
	word := p.pieces[cut-1].lastWord()
	next, _ := utf8.DecodeRuneInString(p.pieces[cut].text)
	if !numeral(word) || digits(word, 4, 4) || !unicode.IsDigit(lastRune(word)) || !unicode.IsLower(next) {
		return false
	}
	return grammar[p.pieces[cut].text] == 0 || p.numbered(cut+1)
}

// numbered reports a piece that begins with a number.
func (p *Passage) numbered(i int) bool {
	return i < len(p.pieces) && unicode.IsDigit(firstRune(p.pieces[i].text))
}

var qualifiers = set(`than least about almost nearly over around some under to de menos unos unas casi hasta`)

// lastWord is what a piece ends with.
func (pc *piece) lastWord() string {
	if i := strings.LastIndex(pc.text, string(nbsp)); i >= 0 {
		return pc.text[i+len(string(nbsp)):]
	}
	return pc.text
}
