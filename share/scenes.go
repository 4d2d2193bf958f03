package share

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

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
	campaign.AsSlope:       slopeScene,
	campaign.AsScale:       scaleScene,
	campaign.AsMultiples:   multiplesScene,
	campaign.AsPlan:        planScene,
	campaign.AsDocument:    documentScene,
	campaign.AsBeforeAfter: beforeAfterScene,
	campaign.AsBars:        barsScene,
}

// An illustrator makes of a fact the card that is the picture of its data.
type illustrator struct{ *edition }

// scene is a fact's card as the picture of its data: few words, one citation
// line and, on paper alone, what to do. What it leaves out stands in alt text and posts. It reports
// whether there is one for the format.
func (ed illustrator) scene(f *campaign.Fact, format *graphic.Format) (graphic.Card, bool) {
	made := scenes[f.Scene.As]
	switch paper := format.DPI > 0; {
	case !ed.chartStands(f), paper && (made == nil || format.Landscape() || format.Name == "placard"):
		return graphic.Card{}, false
	case made == nil:
		return ed.wordsOnly(f)
	}
	in := func(t campaign.Text) string { return ed.say.NoBreak(t.In(ed.lang)) }
	b := made(told{Scene: &f.Scene, fact: f, in: in, say: ed.say, lang: ed.lang, bars: ed.chartBars(f), nth: ed.nthScene(f)})
	if b == nil {
		return graphic.Card{}, false
	}
	c := ed.pictured(f)
	c.Note, c.Blocks = ed.unitNote(f, b), []graphic.Block{b}
	if d, ok := b.(graphic.Document); ok {
		c.Headline = d.File
	}
	if format.DPI > 0 {
		c.Action = ed.panel(f)
	}
	return c, true
}

// chartBars returns the bars of a fact's chart and of the facts that it draws on.
func (ed illustrator) chartBars(f *campaign.Fact) []campaign.Bar {
	bars := slices.Clone(f.Chart.Bars)
	for _, id := range f.Chart.Also {
		if other, ok := ed.campaign.Fact(id); ok {
			bars = append(bars, other.Chart.Bars...)
		}
	}
	return bars
}

// wordsOnly is the card of a fact without data to draw: its picture line.
func (ed illustrator) wordsOnly(f *campaign.Fact) (graphic.Card, bool) {
	if f.IsAction() || !f.Picture.Has(ed.lang) {
		return graphic.Card{}, false
	}
	return ed.pictured(f), true
}

// pictured is what every picture of a fact says: its picture line, the sentences
// that have to stand on it, and its source.
func (ed illustrator) pictured(f *campaign.Fact) graphic.Card {
	in := func(t campaign.Text) string { return ed.say.NoBreak(t.In(ed.lang)) }
	c := graphic.Card{
		ID: f.ID, Lang: ed.tag, Headline: in(f.Picture), Tags: ed.cardTags(f), Rights: ed.say.Label("rights"), Description: in(f.Claim),
	}
	if c.Headline == "" {
		c.Headline, c.HeadlineShort = in(f.Headline), in(f.HeadlineShort)
	}
	c.Body = joined(" ", in(f.Scene.Note), in(hedged(f, ed.lang, f.Picture.Plain(ed.lang))))
	long, short := sourceLine(f, ed.lang, ed.say)
	if short == "" {
		short = long
	}
	c.Source, c.SourceShort = ed.say.NoBreak(short), press(ed).tightSource(f)
	if f.Source.Published.IsZero() {
		c.AsOf = joined(" ", ed.say.Label("as_of"), ed.say.Short(f.AsOf))
	}
	return c
}

// unitNote says what one mark is. The chart's own note speaks of people.
func (ed illustrator) unitNote(f *campaign.Fact, b graphic.Block) string {
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
func (ed illustrator) nthScene(f *campaign.Fact) int {
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

// tightSource is who says so and the month, where there is no room for more.
func (ed press) tightSource(f *campaign.Fact) string {
	by := f.Source.Short(ed.lang)
	if by == "" {
		by = f.Source.Publisher.In(ed.lang)
	}
	month := f.Source.Published
	month.Day = 0
	return ed.say.NoBreak(ed.say.List(by, ed.say.Short(month)))
}
