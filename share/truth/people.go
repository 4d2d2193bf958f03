package truth

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A peopleReader looks for what harms people.
type peopleReader struct{ *reading }

// people finds what harms a person: a child by name and school, an illness, a
// relative's account, a call to somebody's home; pictures made by machine,
// violence without its note, and what claims too much.
func (r peopleReader) people() {
	told := map[*harm]bool{}
	for start := 0; start < len(r.Words); {
		end := start
		for end < len(r.Words) && !r.breaksAt(end) {
			end++
		}
		r.line(start, min(end+1, len(r.Words)), told)
		start = end + 1
	}
}

// breaksAt reports whether a passage ends at a byte: at the end of a line, or
// of a sentence, if it is no question, which is one with its answer.
func (r peopleReader) breaksAt(i int) bool {
	switch r.Words[i] {
	case '\n':
		return true
	case '.', '!':
		return endsAt(r.Words, i)
	}
	return false
}

// line finds in one passage of the text what breaks the rules that were not told
// yet.
func (r peopleReader) line(start, end int, told map[*harm]bool) {
	likely := lists().likely.Likely(strings.ToLower(r.Words[start:end]))
	for _, h := range lists().Harms {
		mine := likely[:h.size()]
		likely = likely[h.size():]
		if !told[h] && slices.Contains(mine, true) {
			told[h] = r.harm(h, start, end, mine)
		}
	}
}

// harm reports whether a line of the text breaks a rule by one of the patterns
// that are likely to match.
func (r peopleReader) harm(h *harm, start, end int, likely []bool) bool {
	words := r.Words
	if h.Quoted {
		words, _ = r.unquoted()
	}
	words = words[start:end]
	tell := func(at []int) bool {
		if r.harmless(h, words, at) {
			return false
		}
		at0, at1 := start+at[0], start+at[1]
		r.find(h.Severity, h.Rule, at0, at1, fault.Values{"found": clip(strings.TrimSpace(r.Words[at0:at1]))})
		return true
	}
	for i, p := range h.Patterns {
		if likely[i] && slices.ContainsFunc(p.Found(words), tell) {
			return true
		}
	}
	likely = likely[len(h.Patterns):]
	for _, set := range h.Sets {
		if !slices.Contains(likely[:len(set)], false) && slices.ContainsFunc(inOneSentence(set, words), tell) {
			return true
		}
		likely = likely[len(set):]
	}
	return false
}

// sentences are where those of a text begin and end, before their mark.
func sentences(words string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for start := 0; start < len(words); {
			end := start
			for end < len(words) && !endsAt(words, end) {
				end++
			}
			if !yield(start, end) {
				return
			}
			start = end + 1
		}
	}
}

// inOneSentence are the spans of the sentences of a line in which all patterns
// of a set match, from the first match to the end of the last. A question and
// what follows it are one: "No papers? Say so."
func inOneSentence(set []*needle.Pattern, words string) (all [][]int) {
	for start := 0; start < len(words); {
		end := start
		for end < len(words) && (words[end] == '?' || !endsAt(words, end)) {
			end++
		}
		if at := matchedBy(set, words[start:end]); at != nil {
			all = append(all, []int{start + at[0], start + at[1]})
		}
		start = end + 1
	}
	return all
}

// matchedBy is what the patterns of a set span in a sentence, or nil.
func matchedBy(set []*needle.Pattern, sentence string) []int {
	low := strings.ToLower(sentence)
	span := []int{len(sentence), 0}
	for _, p := range set {
		at := p.First(sentence, low)
		if at == nil {
			return nil
		}
		span = []int{min(span[0], at[0]), max(span[1], at[1])}
	}
	return span
}

// harmless reports what is taken back, or turned to something else, by what
// stands around it.
func (r peopleReader) harmless(h *harm, words string, at []int) bool {
	before, found, after := around(words, at)
	sentence := before + found + after
	switch {
	case h.Noted && r.noted(),
		h.Denied && denied().MatchString(ballot().ReplaceAllString(before+half(found), "")),
		h.Dated && anyYear().MatchString(sentence),
		h.Subject && !r.subject(sentence) && !r.often(sentence),
		h.Asked && question(words, at, after) && !knowing().MatchString(before+found),
		h.Said && lists().Attributed.In(sentence),
		h.Unless != nil && h.Unless.In(found),
		h.After != nil && h.After.In(before),
		h.Then != nil && h.Then.In(after):
		return true
	}
	return false
}

// half is the first half of what was found, in whole words.
func half(found string) string {
	first, second := found[:len(found)/2], found[len(found)/2:]
	rest, _, _ := strings.Cut(second, " ")
	return first + rest
}

// question reports whether the sentence of a match ends as one.
func question(words string, at []int, after string) bool {
	end := at[1] + len(after)
	return end < len(words) && words[end] == '?' || strings.HasSuffix(words[at[0]:min(at[1], len(words))], "?")
}

// knowing is how a question begins that tells what it asks.
var knowing = pattern.New(`(?i)\b(?:did you know|do you know that|why|how (?:long|many)|since when|sab[ií]as|sabe usted que|por qué|cuánt\pL+|hasta cuándo)\b`)

// longestSentence is how many bytes of a sentence are read on either side of what
// stands in it: longer ones are lists, and would be read anew for each figure.
const longestSentence = 500

// around is the sentence that a match stands in.
func around(words string, at []int) (before, found, after string) {
	start, first := at[0], max(0, at[0]-longestSentence)
	for start > first && !endsAt(words, start-1) {
		start--
	}
	for !utf8.RuneStart(words[min(start, len(words)-1)]) {
		start++
	}
	end, last := at[1], min(len(words), at[1]+longestSentence)
	for end < last && !endsAt(words, end) {
		end++
	}
	for end < len(words) && !utf8.RuneStart(words[end]) {
		end++
	}
	return words[start:at[0]], words[at[0]:at[1]], words[at[1]:end]
}

// endsAt reports whether the byte at i ends a sentence.
func endsAt(words string, i int) bool {
	switch words[i] {
	case '!', '?', ';', '\n':
		return true
	case '.':
		last, spaced := i+1 == len(words), i+1 < len(words) && strings.IndexByte(" \t\n\v\f\r", words[i+1]) >= 0
		return last || spaced && !abbreviated(words[:i]) || closes().MatchString(words[i:min(len(words), i+nearby)])
	}
	return false
}

// closes is the end of a quotation, and of the sentence that it stands in.
var closes = pattern.New(`^\.[”»"] \p{Lu}`)

// abbreviated reports whether a text ends in what is written with a point: the
// U.S., Sen., EE. UU.
func abbreviated(s string) bool {
	word := s[strings.LastIndexAny(s, " .\n(“\"")+1:]
	return utf8.RuneCountInString(word) == 1 && word > "9" || slices.Contains(lists().Abbreviated, word)
}

var (
	// denied is what takes a claim back, or advises against it. "Sin parar" does not.
	denied = pattern.New(`(?i)\b(?:no|not|never|nobody|none|nor|neither|without|instead of|rather than|avoid|refuse|stop|myth|whether|` +
		`accused of|alleged|nunca|nadie|ni|jamás|sin (?:[^p]|p[^a])\pL*|en vez de|en lugar de|` +
		`evit\p{L}+|mito|ningun[oa]|ningún|si|acus\p{L}+ de|presunt[oa])\b|n['’]t\b`)

	// ballot is a denial that asks for something.
	ballot = pattern.New(`(?i)\b(?:not (?:one|a single)|ni un(?: solo)?|ningún) vot`)

	anyYear = pattern.New(`\b(?:19|20)\d\d\b`)
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
		r.bare = &[2]string{r.Words, r.lower}
		if strings.ContainsAny(r.Words, "“«\"") {
			words := quoted().ReplaceAllStringFunc(r.Words, blank)
			r.bare = &[2]string{words, strings.ToLower(words)}
		}
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
