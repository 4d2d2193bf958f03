package share

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// The pace of a reel that is made of a fact. A cue of mostCue cells fills the
// three lines of the band.
const (
	mostCue      = 64  // cells
	leastCue     = 1.4 // seconds
	leastScene   = 4.0
	fillingScene = 7.0 // marks are lit one by one
)

// calm is the pace at which a film is watched beside its words, by how many
// cells a second can be read at most.
func calm(most float64) float64 { return 15 * most / 17 }

// A director says what a reel shows, scene by scene.
type director struct{ *edition }

// reelOf makes a reel of a fact in one language: its headline; its chart or
// what was said, while the whole claim with its reservations stands below; its
// source; what it asks for. Nothing is left out, so a long claim takes longer.
func (ed director) reelOf(f *campaign.Fact) *campaign.Reel {
	in := func(t campaign.Text) string { return t.Plain(ed.lang) }
	r := &campaign.Reel{
		ID: f.ID, Title: f.Headline, Facts: slices.Concat([]string{f.ID}, f.Chart.Also), ContentNote: f.ContentNote,
		Captions: map[string][]campaign.Cue{},
	}
	claim := joined(" ", figure.Sentence(in(f.Claim)), figure.Sentence(capital(in(f.Attribution))))
	show := campaign.ShowHeadline
	switch {
	case ed.chartStands(f) && len(blocks(f, ed.lang, ed.say)) > 0:
		show = campaign.ShowChart
	case f.Quote.Text.Has(ed.lang):
		show = campaign.ShowQuote
	}
	if show != campaign.ShowHeadline {
		ed.addScene(r, f, campaign.ShowHeadline, leastScene, "")
	}
	ed.addScene(r, f, show, fillingScene, claim)
	if f.Source.Publisher.Has(ed.lang) {
		ed.addScene(r, f, campaign.ShowSource, leastScene, ed.say.List(in(f.Source.Publisher), ed.say.Long(f.Source.Published)))
	}
	if a, ok := ed.asks(f); ok {
		ed.addScene(r, f, campaign.ShowAction, leastScene, joined(" ", figure.Sentence(in(a.Verb)), in(a.Phone)))
	}
	return r
}

// addScene adds a scene, of the time at least that its words take to be read.
func (ed director) addScene(r *campaign.Reel, f *campaign.Fact, show campaign.Show, least float64, words string) {
	at, pace := r.Seconds, calm(ed.captioned().MaxSpeed())
	for _, cue := range phrases(words, mostCue) {
		last := max(leastCue, math.Ceil(10*float64(runes.Cells(cue))/pace)/10)
		r.Captions[ed.lang] = append(r.Captions[ed.lang], campaign.Cue{Start: at, End: at + last, Text: cue})
		at += last
	}
	s := campaign.ReelScene{Fact: f.ID, Show: show, Start: r.Seconds, Seconds: max(least, at-r.Seconds)}
	r.Seconds += s.Seconds
	s.End = r.Seconds
	r.Scenes = append(r.Scenes, s)
}

// phrases parts a text into cues of at most so many cells: after a sentence if
// that is not far from the end, else after a clause, else after a word.
func phrases(text string, most int) (out []string) {
	for text = strings.TrimSpace(text); runes.Cells(text) > most; {
		cut := lastBreak(text, most)
		out = append(out, strings.TrimSpace(text[:cut]))
		text = strings.TrimSpace(text[cut:])
	}
	if text != "" {
		out = append(out, text)
	}
	return out
}

// lastBreak is where the best first part of a text ends.
func lastBreak(text string, most int) int {
	sentence, clause, word, end, n := 0, 0, 0, 0, 0
	for i, c := range text {
		n += runes.Cells(string(c))
		if n > most {
			break
		}
		end = i + utf8.RuneLen(c)
		next, _ := utf8.DecodeRuneInString(text[end:])
		switch ended := next == ' ' || runes.Cells(string(c)) == 2; {
		case ended && strings.ContainsRune(".?!。！？", c) && n > most/2:
			sentence = end
		case ended && strings.ContainsRune(",;:、；：，", c) && n > most/2:
			clause = end
		case c == ' ':
			word = end
		}
	}
	for _, at := range []int{sentence, clause, word, end} {
		if at > 0 {
			return at
		}
	}
	return len(text)
}
