package hashtag

import (
	"fmt"
	"strings"
)

// Thread makes as many posts as the text needs, each of which fits p, all but a single
// one numbered "1/5" at the end. It splits at paragraphs, else after sentences, else
// after clauses, else between words, and leaves no word alone. Tags go into the first
// part, where they are found; the accounts and the link into the last. Tags and
// accounts that leave no room there are dropped, the last first. The parts'
// texts, joined by the white space between them, give the text back.
//
// The error is a *TooLongError if one word or the link alone does not fit, or a
// *TagError as for Compose. Post.Short is not used.
func (p Platform) Thread(post Post) ([]string, error) {
	d, err := p.draft(post, post.Text)
	if err != nil {
		return nil, err
	}
	if s, ok := d.fit(); ok {
		return []string{s}, nil
	}
	places := cuts(d.text, post.Lang)
	for digits := 1; ; digits++ {
		s := splitter{d: d, cuts: places, digits: digits}
		s.trimTags()
		if err := s.split(); err != nil {
			return nil, err
		}
		if len(fmt.Sprint(len(s.parts))) <= digits {
			return s.numbered(), nil
		}
	}
}

// A splitter fills the parts of a thread from left to right.
type splitter struct {
	d      *draft
	cuts   []cut
	digits int // that the number of parts is expected to have
	parts  []string
	from   int // where the part begins
	at     int // the first cut that is not used up
}

// trimTags drops tags, the last first, until they leave the first part half its room.
func (s *splitter) trimTags() {
	p := s.d.p
	tags := s.d.tags
	for len(tags) > 0 && p.MaxLength > 0 && p.Length(joinTags(tags))*2 > p.MaxLength {
		tags = tags[:len(tags)-1]
	}
	s.d.tags = tags
}

func (s *splitter) split() error {
	for s.from < len(s.d.text) {
		i := s.longest()
		if i < s.at {
			if s.lighten(false) {
				continue
			}
			return s.d.p.tooLong(s.dressed(s.d.text[s.from:s.cuts[s.at].end], false))
		}
		if i == len(s.cuts)-1 && s.fits(s.d.text[s.from:], true) {
			s.parts = append(s.parts, s.part(s.d.text[s.from:], true))
			return nil
		}
		c := s.cuts[s.best(i)]
		s.parts = append(s.parts, s.part(s.d.text[s.from:c.end], false))
		s.from = c.next
		for s.at < len(s.cuts) && s.cuts[s.at].end <= c.end {
			s.at++
		}
	}
	for !s.fits("", true) {
		if s.lighten(true) {
			continue
		}
		return s.d.p.tooLong(s.dressed("", true))
	}
	s.parts = append(s.parts, s.part("", true))
	return nil
}

// lighten drops what a part can do without, of the first a tag, of the last an
// account. It reports whether there was any.
func (s *splitter) lighten(last bool) bool {
	d := s.d
	switch {
	case len(s.parts) == 0 && len(d.tags) > 0:
		d.tags = d.tags[:len(d.tags)-1]
	case last && len(d.names) > 0:
		d.names = d.names[:len(d.names)-1]
	default:
		return false
	}
	return true
}

// part returns the text of a part with what belongs to it, but for its number.
func (s *splitter) part(text string, last bool) string {
	d := draft{}
	if len(s.parts) == 0 {
		d.tags = s.d.tags
	}
	if last {
		d.names, d.link = s.d.names, s.d.link
	}
	return d.assemble(text, d.names, d.tags, " ")
}

// dressed adds the widest number that the part may get.
func (s *splitter) dressed(text string, last bool) string {
	return fmt.Sprintf("%s %d/%s", s.part(text, last), len(s.parts)+1, strings.Repeat("9", s.digits))
}

func (s *splitter) fits(text string, last bool) bool { return s.d.p.fits(s.dressed(text, last)) }

// longest returns the last cut that a part can reach, by doubling steps and then halving
// them, or s.at-1 if it reaches none.
func (s *splitter) longest() int {
	reaches := func(i int) bool { return i < len(s.cuts) && s.fits(s.d.text[s.from:s.cuts[i].end], false) }
	low, step := s.at-1, 1
	for reaches(low + step) {
		low += step
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if reaches(low + step) {
			low += step
		}
	}
	return low
}

// best looks back from cut i for a better one: the end of a paragraph or sentence that
// leaves the part at least a third full, of a clause at least half.
func (s *splitter) best(i int) int {
	full := s.cuts[i].end - s.from
	for _, want := range []struct {
		level cutLevel
		least int
	}{{cutParagraph, full / 3}, {cutSentence, full / 3}, {cutClause, full / 2}, {cutWord, 0}} {
		for j := i; j >= s.at && s.cuts[j].end-s.from >= want.least; j-- {
			if s.cuts[j].level >= want.level && !s.leavesLone(j) {
				return j
			}
		}
	}
	return i
}

// leavesLone reports a cut after which one word stands alone, at the end of this part or
// as the whole of the next, or nothing at all.
func (s *splitter) leavesLone(i int) bool { return s.cuts[i].lone || i == len(s.cuts)-1 }

func (s *splitter) numbered() []string {
	for i, part := range s.parts {
		s.parts[i] = strings.TrimLeft(fmt.Sprintf("%s %d/%d", part, i+1, len(s.parts)), " ")
	}
	return s.parts
}
