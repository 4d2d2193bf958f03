package truth

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// wrongs finds wordings that a fact says are wrong. They are looked for in
// every text, whichever fact it tells: who gets it wrong does not say of what.
func (r *reading) wrongs() {
	if r.Kept {
		return
	}
	words, low := r.unquoted()
	likely := r.seldom.Likely(low)
	for i, w := range r.never {
		if !likely[i] || r.Lang != "" && w.lang != r.Lang || w.loose && !slices.Contains(r.Facts, w.fact) || !allIn(low, w.wrong) {
			continue
		}
		if at := phrase(w.wrong).FindStringIndex(words); at != nil {
			r.find(campaign.Error, "never-say", at[0], at[1], fault.Values{"wrong": strings.Trim(r.Words[at[0]:at[1]], " .,;:()"), "right": w.right, "fact": w.fact})
		}
	}
}

// A wording is a phrase that a fact says is wrong, beside the right one.
type wording struct {
	lang, wrong, right, fact string

	loose bool // wrong only of its fact
}

// wordings lists the wrong wordings of all facts.
func wordings(c *campaign.Campaign) (all []wording) {
	for i := range c.Facts {
		for _, lang := range slices.Sorted(maps.Keys(c.Facts[i].Never)) {
			for _, pair := range c.Facts[i].Never[lang] {
				all = append(all, wording{lang, pair.Wrong, pair.Right, c.Facts[i].ID, len(strings.Fields(pair.Wrong)) < telling})
			}
		}
	}
	return all
}

// seldom are the longest words of wrong wordings, by which most texts have none
// of them.
func seldom(all []wording) *needle.Set {
	members := make([][]string, len(all))
	for i, w := range all {
		members[i] = []string{longest(w.wrong)}
	}
	return needle.NewSet(members)
}

// allIn reports whether a text in small letters holds each word of a phrase.
func allIn(low, phrase string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(phrase)) {
		if passive[word] == "" && !strings.Contains(low, strings.Trim(word, ".,;:")) {
			return false
		}
	}
	return true
}

// passive are the words of a passive in the past, and those that may stand for each.
var passive = map[string]string{
	"was": "(?:was|were|been|got)", "were": "(?:was|were|been|got)",
	"fue": "(?:fue|fueron|sido|fuera)", "fueron": "(?:fue|fueron|sido|fuera)",
}

// telling is how many words a wrong wording has at least to be wrong wherever
// it stands. Shorter ones, such as "military units", are wrong of their fact.
const telling = 4

// longest is the longest word of a phrase, in small letters: where it is not,
// the phrase is not.
func longest(s string) string {
	long := ""
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if w = strings.Trim(w, ".,;:"); len(w) > len(long) {
			long = w
		}
	}
	return long
}

// outdated finds figures that were true once, in texts that tell their fact.
func (r *reading) outdated() {
	if r.Kept || strings.Contains(r.Field, ".chart.") || strings.Contains(r.Field, ".scene.") {
		return // the parts of a drawing date each other
	}
	for i := range r.campaign.Facts {
		f := &r.campaign.Facts[i]
		if len(r.Facts) > 0 && !slices.Contains(r.Facts, f.ID) {
			continue
		}
		for _, old := range f.Outdated {
			text := old.Text.In(r.Lang)
			at := r.oldValue(text, &old)
			if at == nil || excused(r.Words, old.OKIf[r.Lang]) || len(r.Facts) == 0 && !r.about(at) {
				continue
			}
			r.find(campaign.Error, "figure-superseded", at[0], at[1], fault.Values{"value": text, "fact": f.ID, "date": old.ReplacedOn.String()})
		}
	}
}

// oldValue is where a value that is out of date stands as it is written, or in
// free words, if it is money, by its amount: "six million".
func (r *reading) oldValue(text string, old *campaign.OldValue) []int {
	if text != "" && allIn(r.lower, text) {
		if at := phrase(text).FindStringIndex(r.Words); at != nil {
			return at
		}
	}
	if len(r.Facts) > 0 || kindOfUnit(old.Unit) != money {
		return nil
	}
	for _, n := range r.numbers() {
		if n.kind == money && slices.Contains(n.values, old.Value) {
			return []int{n.start, n.end}
		}
	}
	return nil
}

// excused reports whether one of some phrases begins a word of a text; in capitals
// it is one.
func excused(words string, phrases []string) bool {
	low := strings.ToLower(words)
	return slices.ContainsFunc(phrases, func(p string) bool {
		if p == "" {
			return false
		}
		in, name := low, p == strings.ToUpper(p)
		if name {
			in = words
		} else {
			p = strings.ToLower(p)
		}
		for from := 0; ; {
			at := strings.Index(in[from:], p)
			if at < 0 {
				return false
			}
			start, end := from+at, from+at+len(p)
			if next, _ := utf8.DecodeRuneInString(in[end:]); !isLetter(in[:start]) && !(name && unicode.IsLetter(next)) {
				return true
			}
			from = end
		}
	})
}

// about reports whether a figure in free words counts something, so that it is
// no house number.
func (r *reading) about(at []int) bool {
	for _, n := range r.numbers() {
		if n.start >= at[0] && n.end <= at[1] && n.kind != plain {
			return true
		}
	}
	return false
}

// quoted is what somebody else says.
var quoted = pattern.New(inQuotes)

const inQuotes = `“[^”\n]*”|«[^»\n]*»|"[^"\n]*"`

// single is what stands in single marks; an apostrophe does not end it.
const single = `|‘[^‘\n]{8,200}?’(?:[^\pL]|$)|(?:^|[\s(])'[^'\n]{8,200}'(?:[^\pL]|$)`

// between is what may stand between the words of a wrong wording: "it is still
// closed today to readers" is as wrong as "it is still closed to readers".
const between = `[^\pL\d.!?;:\n]+(?:\pL+[^\pL\d.!?;:\n]+){0,2}`

var phrases sync.Map // string → *regexp.Regexp

// phrase matches the words of s in order, whatever the case, with up to two
// others between any two of them, and not within longer words or numbers.
func phrase(s string) *regexp.Regexp {
	if p, ok := phrases.Load(s); ok {
		return p.(*regexp.Regexp)
	}
	words := strings.Fields(s)
	for i, w := range words {
		if words[i] = regexp.QuoteMeta(strings.Trim(w, ".,;:")); passive[w] != "" {
			words[i] = passive[w]
		}
	}
	p := regexp.MustCompile(`(?i)(?:^|[^\pL\d.,])` + strings.Join(words, between) + `(?:$|[^\pL\d.,]|[.,](?:$|\D))`)
	phrases.Store(s, p)
	return p
}

// anyIn reports whether one of the phrases stands in the words, whatever the
// case of their letters.
func anyIn(words string, phrases []string) bool {
	low := strings.ToLower(words)
	for _, p := range phrases {
		if strings.Contains(low, strings.ToLower(p)) {
			return true
		}
	}
	return false
}
