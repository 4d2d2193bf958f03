package truth

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Campaign finds what is not so in all that the campaign says: each text for
// itself, its languages side by side, and the facts as data. The findings are
// in the order of the files.
func (k *Checker) Campaign() []Finding {
	said := slices.DeleteFunc(k.campaign.Pieces(), func(p campaign.Piece) bool { return !says(p) })
	all := append(k.each(said), k.twins(said)...)
	all = append(all, k.data()...)
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(b.Severity, a.Severity))
	})
	return all
}

// batch is how many texts are read by one goroutine.
const batch = 200

// each reads texts, each for itself.
func (k *Checker) each(pieces []campaign.Piece) []Finding {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	found := make([][]Finding, (len(pieces)+batch-1)/batch)
	for i := range found {
		g.Go(func() error {
			for _, p := range pieces[i*batch : min(len(pieces), (i+1)*batch)] {
				found[i] = append(found[i], k.read(k.text(p), true)...)
			}
			return nil
		})
	}
	g.Wait()
	return slices.Concat(found...)
}

// says reports whether a piece is told to readers: no id, no address, nothing
// for editors, and no wording that is kept in order to be avoided.
func says(p campaign.Piece) bool {
	kept := strings.Contains(p.Path, ".superseded[") || strings.Contains(p.Path, ".never.") || strings.Contains(p.Path, "slots[") || p.Path == "guide"
	return p.Lang != "" && !p.Editors && !kept && strings.ContainsAny(p.Words, " \u00a0")
}

// surfaces are the places of a campaign's texts, by how their paths begin.
var surfaces = []struct {
	path  string
	where Place
}{
	{"captions", Caption}, {"threads", Caption}, {"reels", Reel}, {"events", Event}, {"facts", Card},
}

// beside are the parts of a fact that stand on no card by themselves.
var beside = []string{".replies[", ".quote.", ".title", ".hedge[", ".chart.", ".figures[", ".scene.", ".claim", ".attribution"}

// text is a piece as a text to be read. The words of a fact itself are held to
// no fact: they are what the others are held to.
func (k *Checker) text(p campaign.Piece) Text {
	t := Text{Words: p.Words, Lang: p.Lang, Where: Page, Facts: p.Rests, Sourced: true, Field: p.Path, File: p.File, Line: p.Line}
	for _, s := range surfaces {
		if strings.HasPrefix(p.Path, s.path) {
			t.Where = s.where
		}
	}
	if strings.Contains(p.File, "letters/") {
		t.Where = Letter
	}
	if strings.HasPrefix(p.Path, "captions") && !strings.HasSuffix(p.Path, ".text") {
		t.Where = Card // a headline
	}
	t.Kept = k.glossary(p)
	if t.Where == Card && slices.ContainsFunc(beside, func(part string) bool { return strings.Contains(p.Path, part) }) {
		t.Where = Page
	}
	return t
}

// glossary reports a page that lists words in order to advise against them.
func (k *Checker) glossary(p campaign.Piece) bool {
	return slices.ContainsFunc(k.campaign.Pages, func(page campaign.Page) bool {
		return page.Glossary && strings.HasSuffix(p.File, "pages/"+page.Lang+"/"+page.ID+".md")
	})
}

// twins finds figures and grave words that stand in one language of a text
// and not in another.
func (k *Checker) twins(pieces []campaign.Piece) (all []Finding) {
	texts := make(map[string]map[string][]campaign.Piece)
	for _, p := range pieces {
		if p.Lang == "" || p.Editors {
			continue
		}
		twin := p.Twin()
		if texts[twin] == nil {
			texts[twin] = make(map[string][]campaign.Piece)
		}
		texts[twin][p.Lang] = append(texts[twin][p.Lang], p)
	}
	for _, twin := range slices.Sorted(maps.Keys(texts)) {
		all = append(all, k.compare(texts[twin])...)
	}
	return all
}

// compare holds each language of a text to all the others.
func (k *Checker) compare(byLang map[string][]campaign.Piece) (all []Finding) {
	if len(byLang) < 2 || k.sentElsewhere(byLang) {
		return nil
	}
	langs := slices.Sorted(maps.Keys(byLang))
	said := map[string]*figuresSaid{}
	for _, lang := range langs {
		said[lang] = k.saidBy(byLang[lang])
	}
	for _, lang := range langs {
		for _, other := range langs {
			if lang == other {
				continue
			}
			for i, p := range byLang[lang] {
				all = append(all, k.onlyHere(p, said[lang].of[i], said[other].values)...)
				all = append(all, k.monthOnly(p, byLang[other])...)
				all = append(all, graveOnly(p, lang, other, byLang[other])...)
			}
		}
	}
	return all
}

// sentElsewhere reports a letter that goes out in another language: what
// stands in this one explains it.
func (k *Checker) sentElsewhere(byLang map[string][]campaign.Piece) bool {
	for lang, pieces := range byLang {
		for i := range k.campaign.Letters {
			l := &k.campaign.Letters[i]
			if l.SentIn != "" && l.Lang == lang && strings.HasSuffix(pieces[0].File, "/"+lang+"/"+l.ID+".md") {
				return true
			}
		}
	}
	return false
}

// figuresSaid are the numbers of some pieces: of each, and what all can mean.
type figuresSaid struct {
	of     [][]number
	values map[float64]bool
}

func (k *Checker) saidBy(pieces []campaign.Piece) *figuresSaid {
	said := &figuresSaid{values: make(map[float64]bool)}
	for _, p := range pieces {
		all := k.numbersOf(p.Words)
		said.of = append(said.of, all)
		for _, n := range all {
			for _, v := range n.values {
				said.values[v] = true
			}
		}
	}
	return said
}

// fewest is the least number that is not also written as a word.
const fewest = 13

// onlyHere finds the numbers of a piece that do not stand in the other language.
func (k *Checker) onlyHere(p campaign.Piece, of []number, held map[float64]bool) (all []Finding) {
	r := &reading{Checker: k, Text: k.text(p)}
	severity := campaign.Error
	if inEvent(p) {
		severity = campaign.Warning
	}
	for _, n := range of {
		if n.is(held) || n.values[0] < fewest && n.kind == plain || r.aside(n) {
			continue
		}
		r.find(severity, "figure-twin", n.start, n.end, fault.Values{"figure": n.text})
	}
	return r.found
}

// inEvent reports what is filled into the form of an event: the number of a
// house, a room or an hour, which says nothing of a fact.
func inEvent(p campaign.Piece) bool {
	return strings.HasPrefix(p.Path, "events[") && strings.Contains(p.Path, ".fields[")
}

// monthOnly finds the months of a piece that the other language does not name.
func (k *Checker) monthOnly(p campaign.Piece, theirs []campaign.Piece) []Finding {
	there := map[int]bool{}
	for _, other := range theirs {
		if _, known := lists().Qualifiers[other.Lang]; !known {
			return nil // whose months are called otherwise
		}
		for _, m := range monthsIn(other.Words, false) {
			there[int(m.day)] = true
		}
	}
	r := &reading{Checker: k, Text: k.text(p)}
	for _, m := range monthsIn(p.Words, true) {
		if !there[int(m.day)] {
			r.find(campaign.Error, "figure-twin", m.start, m.end, fault.Values{"figure": p.Words[m.start:m.end]})
		}
	}
	return r.found
}

// graveOnly finds a grave word of one language without its like in another.
// Long texts may say a thing in one place and not in the other.
func graveOnly(p campaign.Piece, lang, other string, theirs []campaign.Piece) (all []Finding) {
	if len(p.Words) > 300 || p.Spoken || len(theirs) != 1 {
		return nil
	}
	for _, group := range lists().Grave {
		if word := firstOf(p.Words, group[lang]); word != "" && firstOf(theirs[0].Words, group[other]) == "" && len(group[other]) > 0 {
			all = append(all, Finding{
				Data: english.New("grave-twin", p.Path, fault.Values{"word": word}), Severity: campaign.Warning, Fact: p.Fact, File: p.File, Line: p.Line,
			})
		}
	}
	return all
}

func firstOf(words string, stems []string) string {
	low := strings.ToLower(words)
	for _, stem := range stems {
		if strings.Contains(low, stem) {
			return stem
		}
	}
	return ""
}
