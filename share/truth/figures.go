package truth

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// figures finds numbers that no fact holds. Where the text names the facts it
// tells, each number has to stand in one of them; a letter also holds numbers
// that tell no fact, and a page looks at the campaign as a whole. In free words
// only those count that are told of people, of money or as a share, in a
// sentence that names what the campaign is about: the rest are hours, house
// numbers, ages, and what the campaign knows nothing of.
func (r *reading) figures() {
	if len(r.campaign.Facts) == 0 {
		return // there is nothing to hold them to
	}
	for _, n := range r.numbers() {
		switch {
		case r.aside(n):
		case len(r.Facts) == 0 || r.Where == Page || r.Where == Alt && n.kind == plain && (r.read || n.values[0] < unmistaken):
			r.unheard(n)
		case !r.held(n) && (r.Where != Letter || n.is(r.all.numbers) || n.kind != plain):
			r.find(campaign.Error, "figure-unknown", n.start, n.end, fault.Values{"figure": n.text, "facts": r.Facts})
		}
	}
	if len(r.Facts) > 0 {
		return // they may add figures up
	}
	r.shares(campaign.Error, sharesIn(r.Words))
	r.shares(campaign.Warning, fractionsIn(r.Words))
}

// shares finds those shares in words that no fact holds, as far as such words can
// say it.
func (r *reading) shares(s campaign.Severity, all []number) {
	for _, n := range all {
		if !nearly(n.values[0], r.all.shares) && (r.tells(n) || r.toldBy(n)) {
			r.find(s, "figure-of-no-fact", n.start, n.end, fault.Values{"figure": n.text, "known": []string{}})
		}
	}
}

// unheard finds a figure that no fact of the campaign holds.
func (r *reading) unheard(n number) {
	if n.kind == plain || r.all.holds(n) {
		return
	}
	before, found, after := around(r.Words, []int{n.start, n.end})
	if r.longAgo(before + found + after) {
		return
	}
	severity := campaign.Error
	small := n.kind == money && n.values[0] < large || n.kind == counted && n.values[0] < unmistaken
	if !r.tells(n) {
		if (r.Where != Page || small || !r.read) && !r.besideShare(n) && !r.ofItsPeople(n) && (r.read || !r.toldBy(n) && !r.nearSum(n)) {
			return
		}
		severity = campaign.Warning
	}
	r.find(severity, "figure-of-no-fact", n.start, n.end, fault.Values{"figure": n.text, "known": r.near(n)})
}

// nearSum reports a sum of money that is close to one of a fact which its sentence
// tells by some of its words.
func (r *reading) nearSum(n number) bool {
	if n.kind != money || n.values[0] < large {
		return false
	}
	before, _, after := around(r.Words, []int{n.start, n.end})
	return slices.ContainsFunc(r.near(n), func(id string) bool { return r.themes.weighs(before+" "+after, id, nil) >= nearWeight-1 })
}

// tells reports whether the sentence of a figure names what the campaign is
// about, or holds a count that stands in its facts: "60 percent of the 252". A
// campaign without such names is about all that it says.
func (r *reading) tells(n number) bool {
	before, found, after := around(r.Words, []int{n.start, n.end})
	price := n.kind == money && n.values[0] < large // of leaflets, by the hundred
	return len(r.subjects) == 0 || r.subject(before+found+after) || !price && r.besideCount(n, n.start-len(before), n.end+len(after))
}

// unmistaken is the least count that is known by its number alone.
const unmistaken = 100

// besideCount reports whether another number between two bytes is a count of
// the facts.
func (r *reading) besideCount(n number, from, to int) bool {
	all := r.counts()
	first, _ := slices.BinarySearchFunc(all, from, func(other number, at int) int { return other.start - at })
	for _, other := range all[first:] {
		if other.end > to {
			return false
		}
		if other.start != n.start {
			return true
		}
	}
	return false
}

// counts are the numbers of the text that are counts of the facts.
func (r *reading) counts() []number {
	if r.countsIn == nil {
		all := slices.DeleteFunc(slices.Clone(r.numbers()), func(n number) bool {
			return n.values[0] < unmistaken || n.isYear() || len(r.stated[n.values[0]]) == 0
		})
		r.countsIn = &all
	}
	return *r.countsIn
}

// besideShare reports whether a count of three digits or more stands in a
// sentence with a percentage of the facts, which may be meant.
func (r *reading) besideShare(n number) bool {
	before, _, after := around(r.Words, []int{n.start, n.end})
	return n.kind == counted && n.values[0] >= unmistaken && slices.ContainsFunc(r.numbers(), func(other number) bool {
		return other.kind == percent && other.start >= n.start-len(before) && other.end <= n.end+len(after) && r.all.holds(other)
	})
}

// ofItsPeople reports whether the sentence of a count names the people of the
// campaign's subject, who are many and have other figures too, or whether the
// count is close to one of the facts and of those whom many of them count.
func (r *reading) ofItsPeople(n number) bool {
	if n.kind != counted || n.values[0] < unmistaken {
		return false
	}
	before, found, after := around(r.Words, []int{n.start, n.end})
	return r.akin(before+found+after) || r.countsOften(n) && len(r.near(n)) > 0
}

// countsOften reports whether a figure counts a people that several facts count.
func (r *reading) countsOften(n number) bool {
	return r.often(whom().FindString(r.Words[n.end:min(len(r.Words), n.end+nearby)]))
}

// often reports whether the first people that a text names is a nation of which
// several facts tell by their number.
func (k *Checker) often(s string) bool {
	if len(k.facts) < fewFacts { // as of a row of a table
		return false
	}
	of, facts := peopleIn(s), 0
	for _, f := range k.facts {
		if len(of) > 0 && of[0] < lists().Nations && f.peoples[of[0]] {
			facts++
		}
	}
	return facts >= fewFacts
}

// toldBy reports whether the sentence of a figure names a publisher of facts, and
// whom they count or what one of them tells.
func (r *reading) toldBy(n number) bool {
	before, found, after := around(r.Words, []int{n.start, n.end})
	sentence := before + found + after
	return r.publisherIn(sentence, strings.ToLower(sentence)) &&
		(n.kind == percent && r.countsSome(n) || len(r.themes.alike(before+" "+after, nearWords, nearWeight)) > 0)
}

func (r *reading) held(n number) bool {
	for _, id := range r.Facts {
		if f := r.Checker.facts[id]; f != nil && f.holds(n) {
			return true
		}
	}
	return false
}

// near names the facts that hold a figure close to this one, which may have
// been meant.
func (r *reading) near(n number) []string {
	var ids []string
	for _, f := range r.campaign.Facts {
		for _, g := range f.Figures {
			if v := n.values[0]; v >= g.Value*0.8 && v <= g.Value*1.25 && len(ids) < 3 {
				ids = append(ids, f.ID)
				break
			}
		}
	}
	return ids
}

var (
	// listed is a number that numbers a line of a list, or a heading.
	listed = pattern.New(`(?:^|\n)[ \t]*(?:[-*] )?\p{Lu}?$`)

	// tasks are units of what a reader is to do, not of what happened.
	tasks = pattern.New(`^[ \x{00A0}-]?(?i:minutes?|seconds?|words?|characters?|questions?|pages?|copies|hour\b|` +
		`(?:to|a) \d+ (?:words|palabras)|minutos?|segundos?|palabras?|caracteres|preguntas?|páginas?|copias|hora\b)`)
)

// aside reports numbers that state nothing: of a list, of how long a task
// takes, and in letters and pages small numbers that count nobody, and the
// dates, which also say for what time records are asked.
func (r *reading) aside(n number) bool {
	switch {
	case r.numbering(n):
		return true
	case r.Where == Letter || r.Where == Page || r.Where == Event || r.Where == Alt:
		return n.isYear() || n.kind == plain && n.values[0] < 100 || r.inDate(n)
	}
	return false
}

// numbering reports the number of a line of a list, or of how long a task takes.
func (r *reading) numbering(n number) bool {
	before, after := r.Words[max(0, n.start-nearby):n.start], r.Words[n.end:min(len(r.Words), n.end+nearby)]
	return strings.HasPrefix(after, ". ") && listed().MatchString(before) || strings.HasSuffix(before, "(") && strings.HasPrefix(after, "):") ||
		tasks().MatchString(after)
}

// inDate reports the day or the year of a date.
func (r *reading) inDate(n number) bool {
	return datesIn(r.Words, n)
}

// datesIn reports a number of a text that is the day or the year of a date.
func datesIn(words string, n number) bool {
	if n.values[0] > daysOfMonth && !n.isYear() {
		return false
	}
	before, after := words[max(0, n.start-nearby):n.start], words[n.end:min(len(words), n.end+nearby)]
	return strings.HasSuffix(before, " ") && monthEnding(strings.TrimSuffix(before[:len(before)-1], ".")+" ") > 0 || dayOfMonth(after)
}

// dayOfMonth reports whether a month follows in which a number is a day: " de marzo".
func dayOfMonth(after string) bool {
	after, spaced := strings.CutPrefix(strings.TrimPrefix(strings.TrimPrefix(after, "."), "º"), " ")
	after = strings.TrimPrefix(after, "de ")
	start, end := wordAt(after, 0)
	return spaced && start == 0 && monthOf(after[:end]) > 0
}

const daysOfMonth = 31

func (n number) isYear() bool {
	return len(n.text) == 4 && n.values[0] >= 1700 && n.values[0] < 2100
}
