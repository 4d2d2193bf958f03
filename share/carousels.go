package share

import (
	"errors"
	"fmt"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A carousel tells one topic in five to eight slides: its first fact as cover,
// up to four more, their sources, and what to do. Of facts that rest on
// different counts only the first is told. Where one of the topic's
// facts is the reply to the others, the last of them is that.
const (
	leastSlides = 2
	mostSlides  = 4
)

// A deck is a carousel of a topic.
type deck struct {
	topic campaign.Topic
	facts []*campaign.Fact
	row   bool // one row of bars over all slides, of the people of its one fact
}

// An editor chooses the facts of a topic that a carousel tells.
type editor struct{ *plan }

// decks are the carousels of every topic that has facts enough, and behind each
// those of a row of bars.
func (p editor) decks() (all []deck) {
	for _, t := range p.campaign.Topics {
		facts := p.topicFacts(t.ID)
		if told := withReply(p.together(facts), 1+mostSlides); len(told) > leastSlides {
			all = append(all, deck{topic: t, facts: told})
		}
		if f := p.rowFact(facts); f != nil {
			all = append(all, deck{t, []*campaign.Fact{f}, true})
		}
	}
	return all
}

// id is what the deck's files are named after.
func (d deck) id() string {
	if d.row {
		return d.topic.ID + "-row"
	}
	return d.topic.ID
}

// slides is how many slides a carousel has: its facts, their sources and, if
// there is any, what to do.
func (ed press) slides(d deck) int {
	if d.row {
		return ed.rowSlides(d)
	}
	if ed.panel(d.facts[0]).URL != "" {
		return len(d.facts) + 2
	}
	return len(d.facts) + 1
}

func slideName(lang, topic string, number int) string {
	return fmt.Sprintf("carousels/%s/%s-%02d.png", lang, topic, number)
}

// carousels are the slides of every deck.
func (ed press) carousels() []drawing {
	var out []drawing
	for _, d := range (editor{ed.plan}).decks() {
		var rests []string
		for _, f := range d.facts {
			rests = append(rests, f.ID)
		}
		for i := range ed.slides(d) {
			tells := about{lang: ed.lang, format: slideFormat, rests: rests}
			if i < len(d.facts) {
				tells.fact = d.facts[i].ID
			}
			out = append(out, drawing{
				name: slideName(ed.lang, d.id(), i+1), title: d.topic.Title.Plain(ed.lang), tells: tells,
				lay: func() ([]*graphic.Graphic, error) {
					all, _, err := ed.carousel(d)
					if err != nil {
						return nil, err
					}
					return all[i : i+1], nil
				},
				lacks: ed.slideLacks(d, i),
			})
		}
		if d.row {
			out = append(out, ed.strip(d))
		}
	}
	return out
}

// slideLacks is what the slide of a fact leaves out, nil for other slides. What
// to do stands on the last of them, the topic on the cover.
func (ed press) slideLacks(d deck, i int) func() ([]string, error) {
	if i >= len(d.facts) {
		return nil
	}
	return func() ([]string, error) {
		_, slides, err := ed.carousel(d)
		if err != nil {
			return nil, err
		}
		format := formatNamed(slideFormat)
		full := ed.card(d.facts[i], &format)
		full.Action = graphic.Action{}
		return unsaid(&full, &slides[i].Card, nil, false), nil
	}
}

// slideFormat is the format of every slide.
const slideFormat = "portrait"

// topicFacts are the facts of a topic that stand and are no calls.
func (p editor) topicFacts(topic string) []*campaign.Fact {
	var out []*campaign.Fact
	for _, f := range p.facts {
		if f.Topic == topic && !f.IsAction() {
			out = append(out, f)
		}
	}
	return out
}

// together are facts of which none rests on another count than one before it.
func (p editor) together(facts []*campaign.Fact) (all []*campaign.Fact) {
	apart := p.campaign.Apart()
	for _, f := range facts {
		if !slices.ContainsFunc(all, func(before *campaign.Fact) bool { return apart[before.ID][f.ID] }) {
			all = append(all, f)
		}
	}
	return all
}

// withReply takes the first n of a topic's facts, of which a reply is the last,
// wherever it stands among them.
func withReply(facts []*campaign.Fact, n int) []*campaign.Fact {
	i := slices.IndexFunc(facts, func(f *campaign.Fact) bool { return f.Reply })
	if i < 0 {
		return facts[:min(len(facts), n)]
	}
	rest := slices.Concat(facts[:i], facts[i+1:])
	return append(rest[:min(len(rest), n-1)], facts[i])
}

// carousel lays the slides out, each in the fullest form that fits, and returns
// them as cards too.
func (ed press) carousel(d deck) ([]*graphic.Graphic, []graphic.Slide, error) {
	if d.row {
		return ed.row(d)
	}
	format, facts := formatNamed(slideFormat), d.facts
	o := ed.options(ed.tag, graphic.Options{Format: format, Theme: ed.looks[facts[0].ID].theme})
	full, form := make([]graphic.Card, len(facts)), make([]int, len(facts))
	for i, f := range facts {
		full[i] = ed.card(f, &format)
		form[i] = nextForm(-1, &full[i], &format)
	}
	if full[0].Blocks != nil {
		form[0] = nextForm(0, &full[0], &format) // a cover is loud: what it claims in full stands in the post
	}
	c := graphic.Carousel{Sources: ed.sourcesCard(d.topic, facts)}
	if a := ed.panel(facts[0]); a.URL != "" {
		c.Action = ed.setCard(d.topic.ID + "-action")
		c.Action.Headline, c.Action.Action = joined(": ", a.Verb, a.Phone), a
		c.Action.Action.Verb, c.Action.Action.Detail = ed.ask(d.topic), ""
		if c.Action.Action.Verb == "" {
			c.Action.Action.Verb = a.Detail
		}
	}
	for {
		slides := make([]graphic.Card, len(facts))
		for i := range slides {
			slides[i] = forms[form[i]].of(full[i])
		}
		c.Cover, c.Slides = slides[0], slides[1:]
		all, err := graphic.NewCarousel(c, o)
		if err == nil {
			cards, err := c.Deck(o)
			return all, cards, err
		}
		var slide *graphic.SlideError
		var fit *graphic.FitError
		if !errors.As(err, &slide) || !errors.As(err, &fit) || slide.Slide > len(facts) {
			return nil, nil, err
		}
		i := slide.Slide - 1
		if form[i] = nextForm(form[i], &full[i], &format); form[i] == len(forms) {
			return nil, nil, err
		}
	}
}

// ask is what a topic's readers are asked to demand; "" where it names nothing.
func (ed press) ask(t campaign.Topic) string {
	for _, d := range ed.campaign.Demands.List {
		if d.ID == t.Ask {
			return ed.say.NoBreak(d.Headline.In(ed.lang))
		}
	}
	return ""
}

// sourcesCard lists who published what the slides say, each source once.
func (ed press) sourcesCard(t campaign.Topic, facts []*campaign.Fact) graphic.Card {
	c := ed.setCard(t.ID + "-sources")
	c.Kicker, c.Headline, c.Action = ed.say.NoBreak(t.Title.In(ed.lang)), ed.say.Label("sources"), graphic.Action{}
	var rows []graphic.SourceItem
	seen := make(map[string]bool)
	for _, f := range facts {
		name := ed.say.List(f.Source.Short(ed.lang), ed.say.Short(f.Source.Published))
		if name == "" {
			name = ed.say.List(f.Source.Publisher.In(ed.lang), ed.say.Short(f.Source.Published))
		}
		if name != "" && !seen[name] {
			seen[name] = true
			rows = append(rows, graphic.SourceItem{Name: ed.say.NoBreak(name), What: ed.say.NoBreak(short(f, ed.lang))})
		}
	}
	c.Blocks = []graphic.Block{graphic.Sources{Items: rows[:min(len(rows), 6)]}}
	return c
}

// short is the shortest headline of a fact.
func short(f *campaign.Fact, lang string) string {
	if s := f.HeadlineShort.Plain(lang); s != "" {
		return s
	}
	return f.Headline.Plain(lang)
}
