package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"strings"
)

// A told is a fact's scene in one language, for the block that draws it.
type told struct {
	*campaign.Scene
	fact *campaign.Fact
	in   func(campaign.Text) string
	say  campaign.Strings
	lang string
	nth  int // among the facts of its drawing, so that neighbours differ
}

// scenes make the block of each drawing, nil where the data does not suit it:
// each in a file of its own.
var scenes = map[campaign.Drawing]func(told) graphic.Block{
	campaign.AsField:       fieldScene,
	campaign.AsFew:         fewScene,
	campaign.AsCalendar:    calendarScene,
	campaign.AsClock:       clockScene,
	campaign.AsDates:       datesScene,
	campaign.AsLedger:      ledgerScene,
	campaign.AsMap:         mapScene,
	campaign.AsLine:        lineScene,
	campaign.AsFlow:        flowScene,
	campaign.AsScale:       scaleScene,
	campaign.AsMultiples:   multiplesScene,
	campaign.AsPlan:        planScene,
	campaign.AsDocument:    documentScene,
	campaign.AsBeforeAfter: beforeAfterScene,
	campaign.AsBars:        barsScene,
}

// scene is a fact's card as the picture of its data: few words, one citation
// line, no code. What it leaves out stands in alt text and posts. It reports
// whether there is one for the format.
func (ed *edition) scene(f *campaign.Fact, format *graphic.Format) (graphic.Card, bool) {
	made := scenes[f.Scene.As]
	if made == nil || format.DPI > 0 || !ed.chartStands(f) {
		return graphic.Card{}, false
	}
	in := func(t campaign.Text) string { return ed.say.NoBreak(t.In(ed.lang)) }
	b := made(told{Scene: &f.Scene, fact: f, in: in, say: ed.say, lang: ed.lang, nth: ed.nthScene(f)})
	if b == nil {
		return graphic.Card{}, false
	}
	c := graphic.Card{
		ID: f.ID, Lang: ed.tag, Headline: in(f.Picture), Note: ed.unitNote(f, b), Blocks: []graphic.Block{b},
		Tags: ed.cardTags(f), Rights: ed.say.Label("rights"), Description: in(f.Claim),
	}
	if d, ok := b.(graphic.Document); ok {
		c.Headline, c.Note = d.File, joined(" ", c.Note)
	}
	if c.Headline == "" {
		c.Headline, c.HeadlineShort = in(f.Headline), in(f.HeadlineShort)
	}
	c.Body = joined(" ", in(f.Scene.Note), in(hedged(f, ed.lang, c.Headline)))
	long, short := sourceLine(f, ed.lang, ed.say)
	if short == "" {
		short = long
	}
	c.Source = ed.say.NoBreak(short)
	return c, true
}

// unitNote says what one mark is. The chart's own note speaks of people.
func (ed *edition) unitNote(f *campaign.Fact, b graphic.Block) string {
	say, sc := ed.say.Label, &f.Scene
	switch b := b.(type) {
	case graphic.Map:
		return say("mark_person")
	case graphic.Calendar:
		return say("bar_day")
	case graphic.Clock:
		if sc.From == "" || sc.Hours > 12 {
			return say("ray_hour")
		}
		return say("ray_minutes")
	case graphic.Dates:
		if _, weeks := b.Bars(); weeks {
			return say("bar_week")
		}
		return say("bar_day")
	case graphic.Line:
		if b.Start.At.IsZero() {
			return ""
		}
		return say("line_note")
	case graphic.Multiples:
		return say("bar_person")
	case graphic.Plan:
		return strings.ReplaceAll(say("plan_note"), "{n}", ed.say.Number(float64(max(b.Least, b.Most))))
	case graphic.Scale:
		if sc.Kind == campaign.SceneSplit {
			return say("square_percent")
		}
		return strings.ReplaceAll(say("square_amount"), "{amount}", money(sc.Square, sc.Unit, ed.say))
	}
	return ed.say.NoBreak(f.Chart.Note.In(ed.lang))
}

// hedged is the sentence that has to stand on a card whose words do not say it.
func hedged(f *campaign.Fact, lang, headline string) campaign.Text {
	for _, h := range f.Hedges {
		if h.Where == campaign.OnCard && !h.StandsIn(lang, headline) {
			return h.Say
		}
	}
	return nil
}

// nthScene counts the facts before one that are drawn as it is.
func (ed *edition) nthScene(f *campaign.Fact) int {
	n := 0
	for _, other := range ed.facts {
		if other.ID == f.ID {
			break
		}
		if other.Scene.As == f.Scene.As {
			n++
		}
	}
	return n
}

// settleScene draws the card as the picture of its data, if that fits it.
func (pic *FactCard) settleScene() bool {
	c, ok := pic.plan.in(pic.Lang).scene(pic.fact, &pic.Format)
	if !ok {
		return false
	}
	g, err := pic.draw(c)
	if err != nil || !g.Whole() {
		return false
	}
	pic.scene, pic.Whole, pic.Alt = true, true, pic.alt(g)
	return true
}
