package share

import (
	"fmt"
	"net/url"
	"slices"
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
	text    func(p *plan, lang string) string // "" if there is nothing to say
	onStart bool                              // the start page says all of it too
}

var madePages = []madePage{
	{id: "facts-and-sources", tells: about{every: true}, text: (*plan).factsPage},
	{id: "key-messages", tells: about{every: true}, text: (*plan).messagesPage},
	{id: "demands", tells: about{every: true}, text: (*plan).demandsPage},
	{id: "step-by-step", tells: about{every: true}, text: (*plan).stepsPage, onStart: true},
	{id: "accounts", text: (*plan).accountsPage, onStart: true},
}

func (k *Kit) addMadePages() {
	for _, lang := range k.plan.langs {
		for _, m := range madePages {
			if m.of(k.plan, lang) == "" {
				continue
			}
			tells := m.tells
			tells.lang = lang
			k.addText(pageName(lang, m.id), tells, func() (string, error) { return m.text(k.plan, lang), nil })
		}
	}
}

// of is the page in one language; "" where the campaign has one of its own.
func (m *madePage) of(p *plan, lang string) string {
	for _, own := range p.campaign.Pages {
		if own.ID == m.id && own.Lang == lang && p.stand(own.Facts) {
			return ""
		}
	}
	return m.text(p, lang)
}

func pageName(lang, id string) string { return "pages/" + lang + "/" + id + ".md" }

// head is a page's title and the day for which it is true.
func (p *plan) head(title, lang string) string {
	say := p.campaign.Strings(lang)
	return "# " + title + "\n\n" + figure.Sentence(say.Label("facts_checked")+" "+say.Long(p.campaign.AsOf)) + "\n"
}

// factsPage is every fact by topic: what is said, who says it, where to check
// it and for which day it is true.
func (p *plan) factsPage(lang string) string {
	var b strings.Builder
	b.WriteString(p.head(p.campaign.Strings(lang).Label("facts_page"), lang))
	for _, topic := range p.campaign.Topics {
		title := "\n## " + topic.Title.In(lang) + "\n"
		for _, f := range p.facts {
			if f.Topic == topic.ID {
				b.WriteString(title + "\n" + p.factEntry(f, lang))
				title = ""
			}
		}
	}
	return b.String()
}

func (p *plan) factEntry(f *campaign.Fact, lang string) string {
	say := p.campaign.Strings(lang)
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n", f.Headline.Plain(lang))
	if f.ContentNote.Has(lang) {
		b.WriteString(figure.Sentence(f.ContentNote.In(lang)) + "\n")
	}
	b.WriteString(joined(" ", f.Claim.Plain(lang), figure.Sentence(capital(f.Attribution.In(lang)))) + "\n\n")
	from := say.List(f.Source.Publisher.In(lang), f.Source.Title, say.Long(f.Source.Published))
	b.WriteString(joined("\n", "- "+joined(" ", say.Label("source"), from), prefixed("  ", f.Source.URL)) + "\n")
	for _, u := range f.AltURLs {
		b.WriteString("  " + u + "\n")
	}
	fmt.Fprintf(&b, "- %s %s · %s\n", say.Label("as_of"), say.Long(f.AsOf), f.ID)
	return b.String()
}

// prefixed is text after a prefix, and nothing without text.
func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

// messagesPage is what the campaign asks, in a breath, in a sentence and in a
// paragraph.
func (p *plan) messagesPage(lang string) string {
	m, say := &p.campaign.Messages, p.campaign.Strings(lang)
	var b strings.Builder
	part := func(title, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n## %s\n\n%s\n", title, text)
		}
	}
	passage := func(g *campaign.Passage) string {
		if !p.stand(g.Facts) {
			return ""
		}
		return g.Text.Plain(lang)
	}
	part(say.Label("the_ask"), joined("\n\n", passage(&m.AskShort), passage(&m.Ask)))
	part(strings.ReplaceAll(say.Label("aloud"), "{n}", strconv.Itoa(m.Elevator.Seconds)), passage(&m.Elevator))
	for i := range m.List {
		if g := &m.List[i]; p.stand(g.Facts) {
			part(g.Headline.Plain(lang), joined("\n\n", g.Sentence.Plain(lang), g.Paragraph.Plain(lang), p.citations(g.Facts, lang)))
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
	return p.head(say.Label("messages_page"), lang) + b.String()
}

// demandsPage is what is asked, of whom, and on what it rests.
func (p *plan) demandsPage(lang string) string {
	d, say := &p.campaign.Demands, p.campaign.Strings(lang)
	var b strings.Builder
	n := 0
	for i := range d.List {
		it := &d.List[i]
		if !p.stand(it.Facts) {
			continue
		}
		n++
		fmt.Fprintf(&b, "\n## %d. %s\n\n", n, it.Headline.Plain(lang))
		who := prefixed(say.Label("asked_of")+" ", figure.Sentence(it.Who.Plain(lang)))
		b.WriteString(joined("\n\n", it.Detail.Plain(lang), who, p.citations(it.Facts, lang)) + "\n")
	}
	if n == 0 {
		return ""
	}
	return p.head(d.Title.Plain(lang), lang) + b.String()
}

// stepsPage is every how-to in full; a card has its short form.
func (p *plan) stepsPage(lang string) string {
	say := p.campaign.Strings(lang)
	var b strings.Builder
	for i := range p.campaign.Steps {
		s := &p.campaign.Steps[i]
		if !p.stand(s.Facts) {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n", s.Title.Plain(lang))
		if t := s.Time.Plain(lang); t != "" {
			b.WriteString(figure.Sentence(t) + "\n\n")
		}
		for n, it := range s.Items {
			fmt.Fprintf(&b, "%d. %s\n", n+1, it.Text.Plain(lang))
		}
		if len(s.Links) > 0 {
			b.WriteString("\n" + strings.Join(s.Links, "\n") + "\n")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "# " + say.Label("steps_page") + "\n" + b.String()
}

// citations are the sources of facts, a line and an address each; two facts
// of one source share them.
func (p *plan) citations(ids []string, lang string) string {
	var lines, seen []string
	for _, id := range ids {
		f := p.factByID([]string{id})
		if f == nil || f.Source.URL == "" || slices.Contains(seen, f.Source.URL) {
			continue
		}
		seen = append(seen, f.Source.URL)
		lines = append(lines, "- "+p.cited(f, lang))
	}
	return strings.Join(lines, "\n")
}

// cited is a fact's source in a line: who, what, when, where.
func (p *plan) cited(f *campaign.Fact, lang string) string {
	say := p.campaign.Strings(lang)
	from := say.List(f.Source.Publisher.In(lang), f.Source.Title, say.Long(f.Source.Published))
	return joined(" ", figure.Sentence(f.Headline.Plain(lang)), from) + "\n  " + f.Source.URL
}

// reports are the sources that lie on the site of an outlet.
func (p *plan) reports(o *campaign.Org, lang string) string {
	var ids []string
	for _, f := range p.facts {
		if sameHost(f.Source.URL, o.Link) {
			ids = append(ids, f.ID)
		}
	}
	return p.citations(ids, lang)
}

func sameHost(a, b string) bool {
	x, err := url.Parse(a)
	y, err2 := url.Parse(b)
	return err == nil && err2 == nil && x.Host != "" && x.Host == y.Host
}
