package share

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A form is how much of a fact a card carries. The first that fits is taken;
// what a card leaves out stands in the posts and the alt text.
type form struct {
	claim bool // the claim whole, as body
	chart bool // every block; else only a figure that stands in the headline
	stat  bool
}

// forms, the fullest first. Where a card is read in columns at arm's length,
// the claim would take the room of what is to be seen.
var forms = []form{
	{claim: true, chart: true, stat: true},
	{chart: true, stat: true},
	{claim: true, stat: true},
	{stat: true},
	{claim: true},
	{},
}

// suits reports whether a form makes sense for the card of a fact in a format
// and differs from those before it.
func (m form) suits(full *graphic.Card, f *graphic.Format) bool {
	_, stat := firstStat(full)
	switch {
	case m.claim && (full.Body == "" || f.Landscape()):
		return false
	case m.claim && m.chart && slices.ContainsFunc(full.Blocks, isTimeline):
		return false // it tells the claim event by event
	case m.chart:
		return true
	case m.stat:
		return stat && len(full.Blocks) > 1
	}
	return len(full.Blocks) > 0
}

// nextForm is the first form after the i-th that suits a card; len(forms) if
// none does.
func nextForm(i int, full *graphic.Card, f *graphic.Format) int {
	for i++; i < len(forms) && !forms[i].suits(full, f); i++ {
	}
	return i
}

// isRecord reports a block that holds the claim.
func isRecord(b graphic.Block) bool {
	_, ok := b.(graphic.Document)
	return ok
}

func isTimeline(b graphic.Block) bool {
	_, ok := b.(graphic.Timeline)
	return ok
}

func firstStat(c *graphic.Card) (graphic.Stat, bool) {
	if len(c.Blocks) == 0 {
		return graphic.Stat{}, false
	}
	s, ok := c.Blocks[0].(graphic.Stat)
	return s, ok
}

// of reduces a full card to the form.
func (m form) of(full graphic.Card) graphic.Card {
	switch {
	case m.chart && slices.ContainsFunc(full.Blocks, isRecord):
		full.Body = ""
	case !m.claim:
		full.Description, full.Body = full.Body, ""
	}
	if !m.chart {
		full.Note = ""
		if m.stat {
			full.Blocks = full.Blocks[:1]
		} else {
			full.Blocks = nil
		}
	}
	return full
}

// card is everything that a fact's card may carry in one language and format.
func (ed *edition) card(f *campaign.Fact, format *graphic.Format) graphic.Card {
	in := func(t campaign.Text) string { return ed.say.NoBreak(t.In(ed.lang)) }
	topic, _ := ed.campaign.Topic(f.Topic)
	c := graphic.Card{
		ID:            f.ID,
		Lang:          ed.tag,
		Kicker:        in(topic.Title),
		Headline:      in(f.Headline),
		HeadlineShort: in(f.HeadlineShort),
		Body:          in(f.Claim),
		Action:        ed.action(f, format),
		Tags:          ed.cardTags(f),
		Rights:        ed.say.Label("rights"),
	}
	if ed.chartStands(f) {
		c.Blocks, c.Note = blocks(f, ed.lang, ed.say), in(f.Chart.Note)
	}
	source(&c, f, ed.lang, ed.say)
	if format.Landscape() { // large type: a long name would outweigh what it says
		c.Headline, c.Source = in(alone(f, ed.lang)), c.SourceShort
	}
	if !format.Landscape() || !named(f, ed.lang, ed.say) {
		c.Attribution = capital(in(f.Attribution))
	}
	return c
}

// source fills in who says it and when.
func source(c *graphic.Card, f *campaign.Fact, lang string, say campaign.Strings) {
	long, short := sourceLine(f, lang, say)
	c.Source, c.SourceShort = say.NoBreak(long), say.NoBreak(short)
	if long != "" && f.AsOf != f.Source.Published || long == "" {
		c.AsOf = joined(" ", say.Label("as_of"), say.Short(f.AsOf))
	}
}

// sourceLine is "Source: PUBLISHER, 6 Apr 2025", and the same with the
// publisher's short name.
func sourceLine(f *campaign.Fact, lang string, say campaign.Strings) (long, short string) {
	line := func(publisher string) string {
		if publisher == "" {
			return ""
		}
		return joined(" ", say.Label("source"), say.List(publisher, say.Short(f.Source.Published)))
	}
	return line(f.Source.Publisher.In(lang)), line(f.Source.Short(lang))
}

// named reports whether the source line names everybody whom the attribution
// names.
func named(f *campaign.Fact, lang string, say campaign.Strings) bool {
	publisher := strings.ToLower(f.Source.Publisher.In(lang))
	if publisher == "" {
		return false
	}
	by := strings.ToLower(f.Attribution.In(lang))
	by = strings.TrimPrefix(by, strings.ToLower(say.Label("according_to"))+" ")
	return !slices.ContainsFunc(say.Names(by), func(name string) bool { return !strings.Contains(publisher, name) })
}

// action is the panel of a card: on every story and every sheet of paper, and
// on every card of a fact that is itself a call. Stories and low pictures of
// screens have no code.
func (ed *edition) action(f *campaign.Fact, format *graphic.Format) graphic.Action {
	if format.Name != "story" && format.DPI == 0 && !f.IsAction() {
		return graphic.Action{}
	}
	a, ok := ed.asks(f)
	if !ok {
		return graphic.Action{}
	}
	panel := graphic.Action{
		Verb: a.Verb.In(ed.lang), Detail: a.Detail.In(ed.lang), Phone: a.Phone.In(ed.lang),
		URL: a.URL.In(ed.lang), Prompt: ed.say.Label("scan"),
	}
	if f.IsAction() && strings.HasPrefix(f.Headline.Plain(ed.lang), panel.Verb) {
		panel.Verb, panel.Detail = panel.Detail, "" // the headline says it
	}
	if format.Landscape() && format.DPI == 0 || format.Name == "story" { // who reads them has a link, and no second screen
		panel.URL = ""
	}
	if panel.URL == "" {
		panel.Prompt = ""
	}
	return panel
}

// asks is the action of a fact's cards: its own, or the campaign's first that
// leads somewhere.
func (ed *edition) asks(f *campaign.Fact) (campaign.Action, bool) {
	leads := func(a campaign.Action) bool { return a.URL.Has(ed.lang) || a.Phone.Has(ed.lang) }
	if a, ok := ed.campaign.Action(f.Action); ok && leads(a) {
		return a, true
	}
	for _, a := range ed.campaign.Actions {
		if leads(a) {
			return a, true
		}
	}
	return campaign.Action{}, false
}

// cardTags are the campaign's own tags, as a card prints them.
func (p *plan) cardTags(f *campaign.Fact) []string {
	var tags []string
	for _, t := range p.campaign.Tags {
		if !t.Optional && t.Lang == "" {
			tags = append(tags, t.Name)
		}
	}
	return append(tags, f.Tags...)
}

// alone is the headline where nothing follows that explains it.
func alone(f *campaign.Fact, lang string) campaign.Text {
	if f.HeadlineAlone.Has(lang) {
		return f.HeadlineAlone
	}
	return f.Headline
}
