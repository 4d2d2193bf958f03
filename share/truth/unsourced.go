package truth

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A sourceReader looks for what stands without a source.
type sourceReader struct{ *reading }

// unsourced finds a figure or a quotation on a card that says nowhere where it
// comes from, and in other free words a figure about the campaign's subject
// without a link and without anybody who says so.
func (r sourceReader) unsourced() {
	switch {
	case r.read || r.Sourced || len(r.Facts) > 0:
	case r.Where == Card:
		r.unsourcedCard()
	case !r.attributed():
		for _, n := range r.numbers() {
			if n.kind != plain && !n.isYear() && !r.aside(n) && len(r.subjects) > 0 && r.tells(n) {
				r.find(campaign.Error, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
				return
			}
		}
		r.weighty()
		r.retold()
		r.done()
	}
}

// retold finds a plain number of a fact that the sentence tells by its words: "he
// lost 31 pounds".
func (r sourceReader) retold() {
	if r.told("figure-unsourced") {
		return
	}
	for _, n := range slices.Concat(r.numbers(), smallInWords(r.Words)) {
		if n.values[0] < 2 || n.isYear() || r.numbering(n) || r.inDate(n) || !n.is(r.all.numbers) {
			continue
		}
		before, found, after := around(r.Words, []int{n.start, n.end})
		sentence := before + found + after
		if r.askedOf(n) || duty().MatchString(before) || score().MatchString(sentence) && votes.In(sentence) || r.longAgo(sentence) {
			continue // a law, or the outcome of a vote, which anybody can look up
		}
		if slices.ContainsFunc(r.stating(n), func(id string) bool { return r.retells(id, n, sentence) }) {
			r.find(campaign.Warning, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
			return
		}
	}
}

// retells reports whether a sentence with a figure tells a fact that states it, by
// its words or by what it counts: "31 pounds", "eleven families".
func (r sourceReader) retells(id string, n number, sentence string) bool {
	f := r.Checker.facts[id]
	if len(f.said) == 0 {
		return false // a law, which has no day
	}
	if n.values[0] >= fewest && slices.Contains(r.themes.alike(sentence, nearWords, nearWeight), id) {
		return true
	}
	noun := nounAfter(r.Words, n)
	if r.unmistakable(n) && (noun == "" || r.nouns[noun]) && r.themes.weighs(sentence, id, nil) >= nearWeight-1 {
		return true
	}
	of := peopleIn(whom().FindString(r.Words[n.end:min(len(r.Words), n.end+nearby)]))
	known := len(of) > 0 && f.peoples[of[0]]
	if unit := unitAfter(r.Words, n); unit >= 0 {
		known = n.values[0] >= fewest && slices.ContainsFunc(n.values, func(v float64) bool { return f.units[measured{v, unit}] })
	}
	return known && r.themes.weighs(sentence, id, nil) >= nearWeight
}

// smallInWords are the numbers in words of a text that are too small to be looked
// at otherwise.
func smallInWords(s string) (all []number) {
	for at := 0; at < len(s); {
		start, end := wordAt(s, at)
		at = max(end, at+1)
		if v := lists().Numerals.Units[strings.ToLower(s[start:end])]; v > 1 && v < fewest {
			all = append(all, number{values: []float64{v}, start: start, end: end, text: s[start:end]})
		}
	}
	return all
}

// askedOf reports a figure of the facts that a question only asks about.
func (r sourceReader) askedOf(n number) bool {
	return r.all.holds(n) && r.asked(dated{start: n.start, end: n.end}) && !knowing().MatchString(r.Words)
}

// duty is how a law is told.
var duty = pattern.New(`(?i)\b(?:must|shall|has to|have to|may|can|would|deben?|tienen? que|pueden?|podrían?)\b`)

// unsure is what makes of violence that is told one that is feared, asked about,
// or suffered by anybody.
var unsure = pattern.New(`(?i)\b(?:if|whether|could|can|might|may|would|should|must|will|risk\w*|danger\w*|fear\w*|no one|nobody|not|never|nor|` +
	`anyone|anybody|who|those|` +
	`whoever|say|si|podrí\pL+|pued\pL+|deb\pL+|peligro\w*|riesgo\w*|nadie|nunca|ni|no|sin|quien(?:es)?|cualquier\pL*|` +
	`será\pL*|sean?|teme\pL*|ojalá|que)\b|n['’]t\b`)

// done finds violence that is told as done, where nobody says so.
func (r sourceReader) done() {
	at := lists().Done.First(r.Words, r.lower)
	if at == nil {
		return
	}
	before, found, after := around(r.Words, at)
	if end := at[1] + len(after); unsure().MatchString(before) || r.longAgo(before+found+after) || end < len(r.Words) && r.Words[end] == '?' {
		return
	}
	r.find(campaign.Warning, "violence-unsourced", at[0], at[1], fault.Values{"found": clip(strings.TrimSpace(r.Words[at[0]:at[1]]))})
}

// large is a sum of money that a campaign tells, and no ticket or donation.
const large = 100_000

// weighty finds a share or a large sum in words that do not say what they are
// about: whoever knows judges.
func (r sourceReader) weighty() {
	if r.told("figure-of-no-fact") {
		return
	}
	for _, n := range r.numbers() {
		if n.kind == counted && r.unmistakable(n) && !r.aside(n) {
			r.find(campaign.Warning, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
			return
		}
	}
	shares := slices.DeleteFunc(sharesIn(r.Words), func(n number) bool { return !r.countsSome(n) && !r.sharesOf(n) })
	for _, n := range slices.Concat(r.numbers(), shares) {
		if r.askedOf(n) {
			continue
		}
		if (n.kind == percent && n.values[0] < 100 || n.kind == money && n.values[0] >= large) && !r.aside(n) {
			r.find(campaign.Warning, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
			return
		}
	}
}

// sharesOf reports a ratio that a fact has as a percentage, in a sentence with a word
// or two that tell that fact.
func (r sourceReader) sharesOf(n number) bool {
	before, _, after := around(r.Words, []int{n.start, n.end})
	for id, f := range r.Checker.facts {
		if nearly(n.values[0], f.shares) && r.themes.weighs(before+" "+after, id, nil) >= nearWeight-1 {
			return true
		}
	}
	return false
}

// unmistakable reports a count of the facts that is no round number, which
// anything may have.
func (r sourceReader) unmistakable(n number) bool {
	v := n.values[0]
	return v >= unmistaken && math.Mod(v, math.Pow10(int(math.Log10(v))-1)) != 0 && !n.isYear() && len(r.stated[v]) > 0
}

// countsSome reports whether the sentence of a share names what the facts count.
func (r *reading) countsSome(n number) bool {
	before, _, after := around(r.Words, []int{n.start, n.end})
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(before+" "+after), func(c rune) bool { return !unicode.IsLetter(c) }),
		func(word string) bool { return r.nouns[word] })
}

func (r sourceReader) unsourcedCard() {
	for _, n := range slices.Concat(r.numbers(), sharesIn(r.Words)) {
		if n.kind != plain {
			r.find(campaign.Error, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
			return
		}
	}
	if !r.attributed() {
		r.retold()
		r.done()
	}
	if at := quoted().FindStringIndex(r.Words); at != nil {
		r.find(r.asRead(), "quotation-unsourced", at[0], at[1], nil)
	}
}

// asRead is the severity of what is missing beside a passage: in a language of
// which the lists know nothing, who speaks may stand there unread.
func (r sourceReader) asRead() campaign.Severity {
	if _, known := lists().Qualifiers[r.Lang]; !known && r.Lang != "" {
		return campaign.Warning
	}
	return campaign.Error
}

// attributed reports whether a text says who says so, or leads to it.
func (r *reading) attributed() bool {
	return strings.Contains(r.Words, "://") || lists().Attributed.First(r.Words, r.lower) != nil || r.publisherIn(r.Words, r.lower)
}
