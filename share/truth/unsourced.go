package truth

import (
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// unsourced finds a figure or a quotation on a card that says nowhere where it
// comes from, and in other free words a figure about the campaign's subject
// without a link and without anybody who says so.
func (r *reading) unsourced() {
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
	}
}

// large is a sum of money that a campaign tells, and no ticket or donation.
const large = 100_000

// weighty finds a share or a large sum in words that do not say what they are
// about: whoever knows judges.
func (r *reading) weighty() {
	if r.told("figure-of-no-fact") {
		return
	}
	shares := slices.DeleteFunc(sharesIn(r.Words), func(n number) bool { return !r.counts(n) })
	for _, n := range slices.Concat(r.numbers(), shares) {
		if (n.kind == percent && n.values[0] < 100 || n.kind == money && n.values[0] >= large) && !r.aside(n) {
			r.find(campaign.Warning, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
			return
		}
	}
}

// counts reports whether the sentence of a share names what the facts count.
func (r *reading) counts(n number) bool {
	before, _, after := around(r.Words, []int{n.start, n.end})
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(before+" "+after), func(c rune) bool { return !unicode.IsLetter(c) }),
		func(word string) bool { return r.nouns[word] })
}

func (r *reading) unsourcedCard() {
	for _, n := range slices.Concat(r.numbers(), sharesIn(r.Words)) {
		if n.kind != plain {
			r.find(campaign.Error, "figure-unsourced", n.start, n.end, fault.Values{"figure": n.text})
			return
		}
	}
	if at := quoted().FindStringIndex(r.Words); at != nil {
		r.find(r.asRead(), "quotation-unsourced", at[0], at[1], nil)
	}
}

// asRead is the severity of what is missing beside a passage: in a language of
// which the lists know nothing, who speaks may stand there unread.
func (r *reading) asRead() campaign.Severity {
	if _, known := lists().Qualifiers[r.Lang]; !known && r.Lang != "" {
		return campaign.Warning
	}
	return campaign.Error
}

// attributed reports whether a text says who says so, or leads to it.
func (r *reading) attributed() bool {
	if strings.Contains(r.Words, "://") || lists().Attributed.First(r.Words, r.lower) != nil {
		return true
	}
	for _, name := range r.publishers {
		if strings.Contains(r.lower, name) {
			return true
		}
	}
	return false
}
