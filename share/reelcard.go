package share

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// mostWords is how many words a reel's card holds as one headline: more cannot
// be read while captions are.
const mostWords = 12

// scene is the fullest card of a scene that fits. The last one of a reel also
// names the source.
func (r *Reel) scene(s *campaign.ReelScene, last bool) (graphic.Card, error) {
	f, err := r.ed.standingFact(s.Fact)
	if err != nil {
		return graphic.Card{}, err
	}
	var failed error
	for _, c := range r.cards(s, f, last) {
		film := graphic.Reel{Scenes: []graphic.ReelScene{{Card: c, Length: seconds(s.Seconds)}}, Options: r.options()}
		cards, err := film.Cards()
		if err == nil && cards[0].Whole() {
			return c, nil
		}
		var fit *graphic.FitError
		if failed = err; err != nil && !errors.As(err, &fit) {
			break
		}
	}
	return graphic.Card{}, failed
}

// cards lists the cards that a scene can be drawn as, the fullest first.
func (r *Reel) cards(s *campaign.ReelScene, f *campaign.Fact, last bool) []graphic.Card {
	c := r.bare(f)
	switch s.Show {
	case campaign.ShowChart:
		return r.charts(c, f)
	case campaign.ShowWords:
		return []graphic.Card{worded(c, s.Say[r.Lang])}
	case campaign.ShowQuote:
		return append(r.quotes(c, s, f), worded(c, s.Say[r.Lang]))
	case campaign.ShowSource:
		return r.credits(c, f)
	case campaign.ShowAction:
		return r.asks(c, s, last)
	}
	return r.headlines(c, f)
}

// bare is a fact's card without blocks: its headline, who says so, and where
// that stands.
func (r *Reel) bare(f *campaign.Fact) graphic.Card {
	format := graphic.ReelFormats()[0]
	c := r.ed.card(f, &format)
	if f.Picture.Has(r.Lang) {
		c.Headline, c.HeadlineShort = r.ed.say.NoBreak(f.Picture.In(r.Lang)), ""
	}
	c.Kicker, c.Body, c.Blocks, c.Note, c.Tags, c.Action = "", "", nil, "", nil, graphic.Action{}
	return c
}

// without are cards with, then without what the first are better for.
func without(cards []graphic.Card, drop func(*graphic.Card)) []graphic.Card {
	for _, c := range cards {
		drop(&c)
		cards = append(cards, c)
	}
	return cards
}

func unattributed(c *graphic.Card) { c.Attribution = "" }

func (r *Reel) headlines(c graphic.Card, f *campaign.Fact) []graphic.Card {
	if full := r.drawn(c, f); len(full.Blocks) > 0 {
		if stat, ok := firstStat(&full); ok {
			c.Blocks = []graphic.Block{stat}
			return without([]graphic.Card{c, r.bare(f)}, unattributed)
		}
	}
	return without([]graphic.Card{c}, unattributed)
}

// drawn is a card with all that its fact draws.
func (r *Reel) drawn(c graphic.Card, f *campaign.Fact) graphic.Card {
	format := graphic.ReelFormats()[0]
	full := r.ed.card(f, &format)
	c.Blocks, c.Note = full.Blocks, full.Note
	return c
}

func (r *Reel) charts(c graphic.Card, f *campaign.Fact) []graphic.Card {
	full := r.drawn(c, f)
	if c.Source != "" {
		full.Attribution = "" // the chart needs the room
	}
	all := without([]graphic.Card{full}, func(c *graphic.Card) { c.Note = "" })
	return slices.Concat(r.pictures(f), all, r.headlines(c, f))
}

// pictures are a fact's card as the picture of its data, if it has one.
func (r *Reel) pictures(f *campaign.Fact) []graphic.Card {
	format := graphic.ReelFormats()[0]
	c, ok := illustrator{r.ed}.scene(f, &format)
	if !ok {
		return nil
	}
	c.Tags = nil
	return without([]graphic.Card{c}, func(c *graphic.Card) { c.Body = "" })
}

// worded is a card of the scene's own words: in one piece where they are few,
// else the first sentence large.
func worded(c graphic.Card, say []string) graphic.Card {
	c.Headline, c.HeadlineShort = strings.Join(say, " "), ""
	if len(strings.Fields(c.Headline)) <= mostWords {
		return c
	}
	for i, cue := range say[:max(len(say)-1, 0)] {
		if strings.HasSuffix(cue, ".") || strings.HasSuffix(cue, "?") || strings.HasSuffix(cue, "!") {
			c.Headline, c.Body = strings.Join(say[:i+1], " "), strings.Join(say[i+1:], " ")
			return c
		}
	}
	return c
}

// quotes are what somebody says of the fact, in its own quotation or a reply,
// that the scene's captions tell of, the closest first. Where the captions tell
// nothing of the fact's headline the reel's title stands above them.
func (r *Reel) quotes(c graphic.Card, s *campaign.ReelScene, f *campaign.Fact) (all []graphic.Card) {
	in := func(t campaign.Text) string { return r.ed.say.NoBreak(t.In(r.Lang)) }
	var blocks []graphic.Quote
	for _, q := range []campaign.Quote{f.Quote, f.Chart.Quote} {
		blocks = append(blocks, graphic.Quote{Text: in(q.Text), Speaker: in(q.Speaker), Role: in(q.Role), Verbatim: q.Verbatim[r.Lang]})
	}
	for _, p := range f.Replies {
		blocks = append(blocks, graphic.Quote{Text: in(p.Text), Speaker: in(p.Speaker), Role: r.ed.say.Short(p.Date), Verbatim: p.Verbatim[r.Lang]})
	}
	said := gravity(strings.Join(s.Say[r.Lang], " "))
	shared := func(words string) (n int) {
		for word := range gravity(words) {
			if said[word] {
				n++
			}
		}
		return n
	}
	told := func(q graphic.Quote) int { return shared(q.Text + " " + q.Speaker + " " + c.Headline) }
	slices.SortStableFunc(blocks, func(a, b graphic.Quote) int { return told(b) - told(a) })
	quoting := c
	quoting.Attribution = ""
	if shared(c.Headline) == 0 && r.Title() != "" {
		quoting.Headline, quoting.HeadlineShort = r.ed.say.NoBreak(r.Title()), ""
	}
	for _, q := range blocks {
		if q.Text != "" && q.Speaker != "" && 2*told(q) >= len(said) {
			quoting.Blocks = []graphic.Block{q}
			all = append(all, quoting)
		}
	}
	return all
}

// gravity is the set of a text's words that carry its sense: the longer ones.
func gravity(text string) map[string]bool {
	words := make(map[string]bool)
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		if utf8.RuneCountInString(w) > 3 {
			words[w] = true
		}
	}
	return words
}

// credits are the card of a source and of those who answered, to be checked.
func (r *Reel) credits(c graphic.Card, f *campaign.Fact) []graphic.Card {
	in := func(t campaign.Text) string { return r.ed.say.NoBreak(t.In(r.Lang)) }
	c.Headline, c.HeadlineShort, c.Attribution, c.AsOf = r.ed.say.Label("reel_check"), "", "", ""
	from := []string{"**" + in(f.Source.Publisher) + "**, " + r.ed.say.Long(f.Source.Published)}
	for _, p := range f.Replies {
		if in(p.Speaker) != "" {
			from = append(from, "**"+in(p.Speaker)+"**, "+r.ed.say.Long(p.Date))
		}
	}
	one := c
	one.Body, one.Source, one.SourceShort = from[0], "", ""
	if len(from) == 1 {
		return []graphic.Card{one}
	}
	c.Blocks = []graphic.Block{graphic.List{Items: from}}
	bare := c
	bare.Source, bare.SourceShort = "", ""
	return []graphic.Card{bare, c, one}
}

// asks are the card of what to do.
func (r *Reel) asks(c graphic.Card, s *campaign.ReelScene, last bool) []graphic.Card {
	a, ok := r.ed.campaign.Action(s.Action)
	if !ok {
		f, _ := r.ed.campaign.Fact(s.Fact)
		a, _ = r.ed.asks(&f)
	}
	in := func(t campaign.Text) string { return r.ed.say.NoBreak(t.In(r.Lang)) }
	c.Headline, c.HeadlineShort, c.Attribution = in(a.Verb), "", ""
	c.Action = graphic.Action{Verb: in(a.Detail), Phone: in(a.Phone)}
	if c.Action.Phone == "" && a.URL.Has(r.Lang) {
		c.Action.Phone = hostOf(a.URL.In(r.Lang)) // nobody scans a code off a film
	}
	if last {
		r.sourced(&c)
	}
	return []graphic.Card{c}
}

// sourced names the source of the first fact that has one.
func (r *Reel) sourced(c *graphic.Card) {
	for _, id := range r.facts() {
		f, _ := r.ed.campaign.Fact(id)
		if f.Source.Publisher.Has(r.Lang) && !f.IsAction() {
			source(c, &f, r.Lang, r.ed.say)
			c.AsOf = ""
			return
		}
	}
}
