package share

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A made page is one that nobody wrote: what lies in the campaign's lists, to
// be read. A campaign's own page of the same name goes before it.
type madePage struct {
	id      string
	tells   about
	text    func(reading) string // "" if there is nothing to say
	onStart bool                 // the start page says all of it too
}

var madePages = []madePage{
	{id: "facts-and-sources", tells: about{every: true}, text: reading.factsPage},
	{id: "key-messages", tells: about{every: true}, text: reading.messagesPage},
	{id: "demands", tells: about{every: true}, text: reading.demandsPage},
	{id: "chants", tells: about{every: true}, text: reading.chantsPage},
	{id: "step-by-step", tells: about{every: true}, text: reading.stepsPage, onStart: true},
	{id: "accounts", text: reading.accountsPage, onStart: true},
}

func (k binder) addMadePages() {
	for _, ed := range k.plan.editions {
		for _, m := range madePages {
			if m.of(reading{ed}) == "" {
				continue
			}
			tells := m.tells
			tells.lang = ed.lang
			k.addText(pageName(ed.lang, m.id), tells, func() (string, error) { return m.text(reading{ed}), nil })
		}
	}
}

// of is the page in one language; "" where the campaign has one of its own.
func (m *madePage) of(ed reading) string {
	for _, own := range ed.standingPages() {
		if own.ID == m.id && own.Lang == ed.lang {
			return ""
		}
	}
	return m.text(ed)
}

// factsPage is every fact by topic: what is said, who says it, where to check
// it and for which day it is true.
func (ed reading) factsPage() string {
	var b strings.Builder
	b.WriteString(ed.head(ed.say.Label("facts_page")))
	if count := freshness(ed).readCount(); count != "" {
		b.WriteString("\n" + count + "\n")
	}
	for _, topic := range ed.campaign.Topics {
		title := "\n## " + topic.Title.In(ed.lang) + "\n"
		for _, f := range ed.facts {
			if f.Topic == topic.ID {
				b.WriteString(title + "\n" + ed.factEntry(f))
				title = ""
			}
		}
	}
	return b.String()
}

func (ed reading) factEntry(f *campaign.Fact) string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n", f.Headline.Plain(ed.lang))
	if f.ContentNote.Has(ed.lang) {
		b.WriteString(figure.Sentence(f.ContentNote.In(ed.lang)) + "\n")
	}
	b.WriteString(joined(" ", f.Claim.Plain(ed.lang), figure.Sentence(capital(f.Attribution.In(ed.lang)))) + "\n\n")
	from := ed.say.List(f.Source.Publisher.In(ed.lang), f.Source.Title, ed.say.Long(f.Source.Published))
	b.WriteString(joined("\n", "- "+joined(" ", ed.say.Label("source"), from), prefixed("  ", f.Source.URL)) + "\n")
	for _, u := range f.AltURLs {
		b.WriteString("  " + u + "\n")
	}
	if read := freshness(ed).howRead(f); read != "" {
		b.WriteString("- " + read + "\n")
	}
	fmt.Fprintf(&b, "- %s\n- %s\n", strings.Join(freshness(ed).age(f), " "), f.ID)
	return b.String()
}

// messagesPage is what the campaign asks, in a breath, in a sentence and in a
// paragraph.
func (ed reading) messagesPage() string {
	m, say := &ed.campaign.Messages, ed.say
	var b strings.Builder
	part := func(title, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n## %s\n\n%s\n", title, text)
		}
	}
	passage := func(g *campaign.Passage) string {
		if !ed.stand(g.Facts) {
			return ""
		}
		return g.Text.Plain(ed.lang)
	}
	part(say.Label("the_ask"), joined("\n\n", passage(&m.AskShort), passage(&m.Ask)))
	part(strings.ReplaceAll(say.Label("aloud"), "{n}", strconv.Itoa(m.Elevator.Seconds)), passage(&m.Elevator))
	for i := range m.List {
		if g := &m.List[i]; ed.stand(g.Facts) {
			part(g.Headline.Plain(ed.lang), joined("\n\n", g.Sentence.Plain(ed.lang), g.Paragraph.Plain(ed.lang), ed.citations(g.Facts)))
		}
	}
	var frames []string
	for i := range m.Frames {
		if text := passage(&m.Frames[i]); text != "" {
			frames = append(frames, "- "+text)
		}
	}
	part(say.Label("frames"), strings.Join(frames, "\n"))
	if b.Len() == 0 {
		return ""
	}
	return ed.head(say.Label("messages_page")) + b.String()
}

// demandsPage is what is asked, of whom, and on what it rests.
func (ed reading) demandsPage() string {
	d, say := &ed.campaign.Demands, ed.say
	var b strings.Builder
	n := 0
	for i := range d.List {
		it := &d.List[i]
		if !ed.stand(it.Facts) {
			continue
		}
		n++
		fmt.Fprintf(&b, "\n## %d. %s\n\n", n, it.Headline.Plain(ed.lang))
		who := prefixed(say.Label("asked_of")+" ", figure.Sentence(it.Who.Plain(ed.lang)))
		b.WriteString(joined("\n\n", it.Detail.Plain(ed.lang), who, ed.citations(it.Facts)) + "\n")
	}
	if n == 0 {
		return ""
	}
	return ed.head(d.Title.Plain(ed.lang)) + b.String()
}

// stepsPage is every how-to in full; a card has its short form.
func (ed reading) stepsPage() string {
	var b strings.Builder
	for i := range ed.campaign.Steps {
		s := &ed.campaign.Steps[i]
		if !ed.stand(s.Facts) {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n", s.Title.Plain(ed.lang))
		if t := s.Time.Plain(ed.lang); t != "" {
			b.WriteString(figure.Sentence(t) + "\n\n")
		}
		if gate := ed.gate(s.ReadFirst); gate != "" {
			b.WriteString(gate + "\n\n")
		}
		for n, it := range s.Items {
			fmt.Fprintf(&b, "%d. %s\n", n+1, it.Text.Plain(ed.lang))
		}
		if len(s.Links) > 0 {
			b.WriteString("\n" + strings.Join(s.Links, "\n") + "\n")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "# " + ed.say.Label("steps_page") + "\n" + b.String()
}

// chantsPage is what is called in a street, with its beat. No number is called:
// numbers need a source beside them.
func (ed reading) chantsPage() string {
	var b strings.Builder
	for _, c := range ed.campaign.Chants.List {
		if !ed.stand(c.Facts) || c.Lead.In(ed.lang) == "" {
			continue
		}
		fmt.Fprintf(&b, "\n- %s %s\n  %s %s\n", ed.say.Label("chant_lead"), c.Lead.Plain(ed.lang), ed.say.Label("chant_answer"), c.Answer.Plain(ed.lang))
		if beat := c.Beat.In(ed.lang); beat != "" {
			b.WriteString("  `" + strings.ReplaceAll(beat, ".", "·") + "`\n")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	rules := joined("\n\n", ed.campaign.Chants.Rules.Plain(ed.lang), ed.say.Label("chants_beat"))
	return "# " + ed.say.Label("chants_page") + "\n\n" + rules + "\n" + b.String()
}
