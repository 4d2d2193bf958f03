package truth

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
)

// A harm is a rule about people, or about what a text claims, and what breaks
// it. What its keys mean stands in lists/people.yaml.
type harm struct {
	rule                                    string
	severity                                campaign.Severity
	denied, quoted, noted, dated, bySubject bool
	unless, after, then                     *needle.Pattern
	patterns                                []*needle.Pattern
}

// people finds what harms a person: a child by name and school, an illness, a
// relative's account, a call to somebody's home; pictures made by machine,
// violence without its note, and what claims too much.
func (r *reading) people() {
	for _, h := range lists().Harms {
		words, low := r.Words, r.lower
		if h.quoted {
			words, low = r.unquoted()
		}
		for _, p := range h.patterns {
			if at := p.First(words, low); at != nil && !r.harmless(h, words, at) {
				r.find(h.severity, h.rule, at[0], at[1], fault.Values{"found": clip(strings.TrimSpace(r.Words[at[0]:at[1]]))})
				break
			}
		}
	}
}

// harmless reports what is taken back, or turned to something else, by what
// stands around it.
func (r *reading) harmless(h *harm, words string, at []int) bool {
	before, found, after := around(words, at)
	sentence := before + found + after
	switch {
	case h.noted && r.noted(),
		h.denied && denied.MatchString(before+found[:len(found)/2]),
		h.dated && anyYear.MatchString(sentence),
		h.bySubject && !r.subject(sentence),
		h.unless != nil && h.unless.In(found),
		h.after != nil && h.after.In(before),
		h.then != nil && h.then.In(after):
		return true
	}
	return false
}

// around is the sentence that a match stands in.
func around(words string, at []int) (before, found, after string) {
	before, after = words[:at[0]], words[at[1]:]
	if ends := sentenceEnd.FindAllStringIndex(before, -1); len(ends) > 0 {
		before = before[ends[len(ends)-1][1]:]
	}
	if end := sentenceEnd.FindStringIndex(after); end != nil {
		after = after[:end[0]]
	}
	return before, words[at[0]:at[1]], after
}

var (
	sentenceEnd = regexp.MustCompile(`[!?;\n]|\.(?:\s|$)`)

	// denied is what takes a claim back, or advises against it.
	denied = regexp.MustCompile(`(?i)\b(?:no|not|never|nobody|none|nor|neither|without|instead of|rather than|avoid|refuse|stop|myth|whether|` +
		`accused of|alleged|nunca|nadie|ni|jamás|sin|en vez de|en lugar de|evit\p{L}+|mito|ningun[oa]|ningún|si|acus\p{L}+ de|presunt[oa])\b|n['’]t\b`)

	anyYear = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
)

// noted reports whether a content note stands in the text or belongs to a fact
// that it tells.
func (r *reading) noted() bool {
	for _, id := range r.Facts {
		if f := r.Checker.facts[id]; f != nil && f.fact != nil && f.fact.ContentNote.In(r.Lang) != "" {
			return true
		}
	}
	return slices.ContainsFunc([]string{"content note", "aviso de contenido"}, func(note string) bool { return strings.Contains(r.lower, note) })
}

// unquoted is the text without what somebody else says.
func (r *reading) unquoted() (words, lower string) {
	if r.bare == nil {
		words := quoted.ReplaceAllStringFunc(r.Words, blank)
		r.bare = &[2]string{words, strings.ToLower(words)}
	}
	return r.bare[0], r.bare[1]
}

// clip keeps a finding to one line that a person can find again.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
