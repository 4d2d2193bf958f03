// Package truth reads what a campaign is about to say and finds what is not
// so: figures that no fact holds, statements without their reservation or
// their source, wordings that are known to be wrong, figures that are out of
// date, counts that must not stand side by side, and what would harm a person.
//
// One engine reads every surface: cards and their alt texts, captions, posts,
// threads, letters, pages, events, reels, and words that a volunteer types. A
// program asks it at each place where words come in or go out:
//
//	checker := truth.New(c)
//	for _, f := range checker.Read(truth.Text{Words: words, Lang: "en", Where: truth.Own}) {
//		…
//	}
//
// An error is a false figure, a missing source, private data, or a wording
// that the campaign rules out. A warning says what a person has to judge. That
// nothing was found is no promise that all is well.
package truth

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/disguise"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A Place is where a text stands.
// It is a value, safe for concurrent use.
type Place int

// The places of texts.
const (
	Own     Place = iota // somebody's own words, on no card of the campaign yet
	Card                 // what is drawn on a picture
	Alt                  // what is said of a picture to those who do not see it
	Caption              // a post, or a part of a thread
	Letter
	Page
	Event
	Reel // what is shown, spoken or written under it
)

// A Text is some words on their way out.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Text struct {
	Words string
	Lang  string
	Where Place

	// Facts are the ids of those that the text tells. With none it is held to
	// the campaign as a whole, and only figures of people, money and shares
	// are looked up.
	Facts []string

	// Sourced: a source stands beside the words, as on a card.
	Sourced bool

	// Dated: the words give a day of their own, as those of an event do.
	Dated bool

	// Kept: the words list wordings in order to advise against them.
	Kept bool

	// Field, File and Line are passed on to the findings.
	Field, File string
	Line        int
}

// A Finding is one thing found. It is a [fault.Fault], so it can be said in
// the language of whoever is to mend it.
// It is safe for concurrent use.
type Finding struct {
	fault.Data
	Severity   campaign.Severity
	Fact       string // the fact's id, or ""
	File       string
	Line       int // from 1; 0 if it is not known
	Start, End int // bytes of the words; both 0 for the whole
}

// Error says it in English.
func (f Finding) Error() string { return fault.InEnglish(f) }

// Position is where it was found, if the text came from a file.
func (f Finding) Position() fault.Position { return fault.Position{File: f.File, Line: f.Line} }

// A Checker knows a campaign's facts. It is immutable and safe for concurrent
// use; the campaign must not change while it is used.
type Checker struct {
	words      func() func(lang, text, fact string) []campaign.Finding // of the campaign
	stated     map[float64][]string                                    // facts by the figures that they state, in order
	campaign   *campaign.Campaign
	facts      map[string]*known
	all        known // what any fact of the campaign holds
	apart      map[string]map[string]bool
	subjects   []string        // names of its subject
	hosts      []string        // of its publishers
	publishers []string        // how they are named
	said       spoken          // its quotations
	nouns      map[string]bool // what its facts count
	never      []wording
	meanings   func() []meaning    // of never
	seldom     *needle.Set         // of never
	stems      map[string][]string // of the words of each fact
	themes     *themes
	spans      []float64           // for how many days people are held
	since      day                 // the first year of which the facts tell a day
	heard      map[string][]number // of the texts of facts, which are read twice
}

// New makes a checker for a campaign.
func New(c *campaign.Campaign) *Checker {
	k := &Checker{words: sync.OnceValue(c.WordCheck), campaign: c, facts: map[string]*known{}, all: newKnown(), apart: c.Apart(), heard: map[string][]number{}}
	for _, p := range (&campaign.Campaign{Facts: c.Facts, Languages: c.Languages}).Pieces() {
		k.hear(p)
	}
	for i := range c.Facts {
		k.learn(&c.Facts[i])
		k.takeSpans(&c.Facts[i])
	}
	for _, f := range k.facts {
		k.all.add(f)
	}
	k.nouns, k.stated, k.said = nounsOf(c, k.heard), stated(c), spokenOf(c)
	k.subjects, k.hosts, k.publishers, k.never = subjectsOf(c), hostsOf(c), publishers(c), wordings(c)
	k.meanings = sync.OnceValue(func() []meaning { return meanings(k.never) })
	k.seldom, k.stems = seldom(k.never), stemsOf(c)
	k.themes, k.since = themesOf(c.Facts, k.stems), sinceWhen(k.all.said)
	for words := range k.heard { // again, for by now it is known what the facts count
		k.heard[words] = (&reading{Checker: k, Text: Text{Words: words}}).numbers()
	}
	return k
}

// Read finds what is not so in a text.
func (k *Checker) Read(t Text) []Finding { return k.read(t, false) }

// ReadMade is [Checker.Read] for a text that was put together of what the
// campaign says, whose words [campaign.Campaign.Check] has read already.
func (k *Checker) ReadMade(t Text) []Finding { return k.read(t, true) }

// read finds what is not so in a text. checked: the campaign's own check reads
// it too.
func (k *Checker) read(t Text, checked bool) []Finding {
	t.Words = unwrapped(t.Words, t.Where == Page || t.Where == Letter)
	words, at := disguise.Undo(t.Words)
	words = disguise.Digits(words)
	if whole, from := disguise.Gather(words); from != nil {
		words, at = whole, through(at, from)
	}
	if with, from := withAccents(words, t.Lang); from != nil && !checked {
		words, at = with, through(at, from)
	}
	t.Words = words
	r := &reading{Checker: k, Text: t, read: checked, lower: strings.ToLower(words)}
	for _, rule := range textRules {
		rule(r)
	}
	r.theirs()
	for i := range r.found {
		if f := &r.found[i]; at != nil && f.End > 0 {
			f.Start, f.End = at[f.Start], at[f.End]
		}
	}
	return r.inOrder()
}

// wrapped is how long a line of a file is at least that goes on in the next.
const wrapped = 60

// unwrapped puts a space where a sentence only goes on in the next line, so that
// no wording is missed for where it is broken: between small letters, and in a
// file also where a line of a paragraph is full.
func unwrapped(s string, file bool) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	b := []byte(s)
	start := 0
	for i, c := range b {
		if c != '\n' {
			continue
		}
		full := file && i-start >= wrapped && i+1 < len(b) && !strings.ContainsRune("\n \t-*+>#|0123456789", rune(b[i+1]))
		if full || i > 0 && i+1 < len(b) && (small(b[i-1]) || b[i-1] == ',') && small(b[i+1]) {
			b[i] = ' '
		}
		start = i + 1
	}
	return string(b)
}

func small(c byte) bool { return 'a' <= c && c <= 'z' || c >= utf8.RuneSelf }

// through is where bytes stand in a text that was changed twice: of each byte
// after the second change its offset before it, and of that the one before the
// first, if that changed anything.
func through(first, second []int) []int {
	if first == nil {
		return second
	}
	all := make([]int, len(second))
	for i, at := range second {
		all[i] = first[at]
	}
	return all
}

// textRules are what a single text is held to; each is in the file of its
// subject.
var textRules = []func(*reading){
	(*reading).figures,
	func(r *reading) { dayReader{r}.days() },
	func(r *reading) { pairReader{r}.together() },
	(*reading).wrongs,
	(*reading).outdated,
	func(r *reading) { hedgeReader{r}.hedges() },
	func(r *reading) { countReader{r}.miscounts() },
	func(r *reading) { peopleReader{r}.people() },
	(*reading).hosts,
	func(r *reading) { sourceReader{r}.unsourced() },
	func(r *reading) { quotationReader{r}.quotations() },
	(*reading).blanks,
	(*reading).contacts,
	(*reading).meant,
}

// A reading is a text being read.
type reading struct {
	*Checker
	Text
	read  bool       // by the campaign's own check
	lower string     // the words in small letters
	bare  *[2]string // without quotations, and that in small letters
	nums  *[]number

	countsIn *[]number // those that are counts of the facts
	datesIn  *[]dated

	found []Finding
}

// numbers are the figures of the text.
func (r *reading) numbers() []number {
	if r.nums == nil {
		all := slices.Clone(r.numbersOf(r.Words)) // the checker keeps what it heard
		for i, n := range all {
			if n.kind == plain && (r.nouns[nounAfter(r.Words, n)] || r.Where != Alt && i+1 < len(all) && r.partOfWhole(n, all[i+1])) {
				all[i].kind = counted
			}
			v := n.values[0]
			if n.kind == plain && v >= unmistaken && !n.isYear() && len(r.stated[v]) > 0 && wholeBefore().MatchString(r.Words[max(0, n.start-nearby):n.start]) {
				all[i].kind = counted
			}
			if n.kind == plain && v >= large && r.all.sums[v] {
				all[i].kind = money
			}
		}
		r.nums = &all
	}
	return *r.nums
}

// wholeBefore is what stands before the number of a whole: "of the 238".
var wholeBefore = pattern.New(`(?i)\b(?:(?:of|out of|among) (?:the|those|these|all)|(?:de|entre) (?:los|las|es[oa]s|est[oa]s)) $`)

// numbersOf are the figures of a text.
func (k *Checker) numbersOf(words string) []number {
	if all, ok := k.heard[words]; ok {
		return all
	}
	return numbers(words)
}

func (r *reading) find(s campaign.Severity, rule string, start, end int, values fault.Values) {
	r.found = append(r.found, Finding{
		Data: breach(rule, r.Field, values), Severity: s, File: r.File, Line: r.Line, Start: start, End: end,
	})
}

// theirs adds what the campaign itself finds in words: private data, wording
// that harms, links that are none.
func (r *reading) theirs() {
	if r.Kept || r.read {
		return
	}
	fact := ""
	if len(r.Facts) > 0 {
		fact = r.Facts[0]
	}
	words := r.Words
	if r.Where == Letter {
		for _, at := range lists().Sender.All(words, r.lower) {
			at[1] = at[0] + len(firstSentence(words[at[0]:at[1]]))
			words = words[:at[0]] + blank(words[at[0]:at[1]]) + words[at[1]:]
		}
	}
	for _, f := range r.words()(r.Lang, words, fact) {
		if r.told(f.Rule()) {
			continue
		}
		r.found = append(r.found, Finding{Data: f.About(r.Field), Severity: f.Severity, File: r.File, Line: r.Line})
	}
}

// told reports whether a rule was found to be broken already.
func (r *reading) told(rule string) bool {
	return slices.ContainsFunc(r.found, func(f Finding) bool { return f.Rule() == rule })
}

// firstSentence is the beginning of a text up to where its first sentence ends.
func firstSentence(s string) string {
	for i := range len(s) {
		if endsAt(s, i) {
			return s[:i]
		}
	}
	return s
}

// inOrder puts the gravest first, and of one gravity what stands first.
func (r *reading) inOrder() []Finding {
	slices.SortStableFunc(r.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Start, b.Start))
	})
	return r.found
}
