package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// rowFact is the first of a topic's facts whose scene asks a question that
// groups of people answer: they stand in one row over all slides.
func (p editor) rowFact(facts []*campaign.Fact) *campaign.Fact {
	for _, f := range facts {
		if f.Scene.Question != nil && p.chartStands(f) {
			return f
		}
	}
	return nil
}

// rowGroups are the groups of a fact's scene, each with its label.
func (ed press) rowGroups(f *campaign.Fact) []graphic.Segment {
	in := func(t campaign.Text) string { return ed.say.NoBreak(t.In(ed.lang)) }
	t := told{Scene: &f.Scene, fact: f, in: in, say: ed.say, lang: ed.lang}
	if groups, ok := t.groups(); ok {
		return groups
	}
	if b, ok := flowScene(t).(graphic.Flow); ok {
		return b.Parts
	}
	return nil
}

// panorama is a deck of a row, before it is drawn.
func (ed press) panorama(d deck) graphic.Panorama {
	f := d.facts[0]
	cover := illustrator(ed).pictured(f)
	cover.ID, cover.Headline, cover.HeadlineShort = d.id(), ed.say.NoBreak(f.Scene.Question.In(ed.lang)), ""
	cover.Note = ed.say.NoBreak(f.Chart.Note.In(ed.lang))
	if cover.Note == "" && f.Scene.Unit == "people" {
		cover.Note = ed.say.Label("bar_person")
	}
	p := graphic.Panorama{Cover: cover, Groups: ed.rowGroups(f), Unit: unitOf(f.Scene.Unit, ed.say), Next: ed.say.Label("swipe")}
	p.Action = graphic.Card{ID: d.id(), Lang: ed.tag, Headline: ed.ask(d.topic), Body: cover.Body, Tags: cover.Tags, Rights: cover.Rights}
	p.Cover.Body = ""
	if a := ed.panel(f); p.Action.Headline == "" {
		p.Action.Headline, p.Action.Action = a.Verb, graphic.Action{Phone: a.Phone}
	} else {
		p.Action.Action = graphic.Action{Verb: a.Verb, Phone: a.Phone}
	}
	return p
}

// rowSlides is how many slides a deck of a row has.
func (ed press) rowSlides(d deck) int {
	p := ed.panorama(d)
	slides, err := p.Deck(&graphic.Options{Theme: ed.looks[d.facts[0].ID].theme})
	if err != nil {
		return 1 // drawing it says why
	}
	return len(slides)
}

// row lays out a deck of a row, and returns its slides as cards too.
func (ed press) row(d deck) ([]*graphic.Graphic, []graphic.Slide, error) {
	p := ed.panorama(d)
	o := ed.options(ed.tag, graphic.Options{Format: formatNamed(slideFormat), Theme: ed.looks[d.facts[0].ID].theme})
	slides, err := p.Deck(o)
	if err != nil {
		return nil, nil, err
	}
	all, err := graphic.NewPanorama(p, o)
	return all, slides, err
}

// strip is all slides of a row side by side.
func (ed press) strip(d deck) drawing {
	return drawing{
		name: "carousels/" + ed.lang + "/" + d.id() + stripEnd, title: d.topic.Title.Plain(ed.lang),
		tells: about{fact: d.facts[0].ID, lang: ed.lang, format: "strip"},
		lay: func() ([]*graphic.Graphic, error) {
			slides, _, err := ed.row(d)
			if err != nil {
				return nil, err
			}
			g, err := graphic.Joined(slides...)
			return []*graphic.Graphic{g}, err
		},
	}
}

// stripEnd ends the name of a strip, which is no slide to post.
const stripEnd = "-strip.png"
