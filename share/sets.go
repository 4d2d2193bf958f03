package share

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A set is a card of the campaign itself, not of one fact.
type set struct {
	id    string
	title string
	rests []string
	card  graphic.Card
	theme string // that it names

	links  string   // where the text beside the picture leads on to
	panel  bool     // keeps its panel on feed cards too
	screen []string // formats it is drawn in
	paper  []string
}

// setDrawings are pictures and sheets of what the campaign asks, how it is
// done, whom to support, what takes place, and of blank cards.
func (p *plan) setDrawings(lang string) []drawing {
	var out []drawing
	for _, s := range p.sets(lang) {
		tells, theme := about{lang: lang, rests: s.rests}, p.themeOr(s.theme, p.theme)
		for _, name := range s.screen {
			c := s.card
			if f := formatNamed(name); !s.panel && f.Name != "story" {
				c.Action = graphic.Action{}
			}
			tells.format = name
			out = append(out, drawing{
				name: "pictures/" + lang + "/" + s.id + "-" + name + ".png", title: s.title, links: s.links, tells: tells,
				lay: p.one(c, graphic.Options{Format: formatNamed(name), Theme: theme}),
			})
		}
		for _, name := range s.paper {
			tells.format = name
			out = append(out, drawing{
				name: "print/" + lang + "/" + s.id + "-" + name + ".pdf", title: s.title, tells: tells,
				lay: p.inks(s.card, graphic.Options{Format: formatNamed(name), Theme: theme}),
			})
		}
	}
	return out
}

func (p *plan) sets(lang string) []set {
	all := []set{p.demandsSet(lang)}
	all = append(all, p.stepsSets(lang)...)
	all = append(all, p.eventSets(lang)...)
	all = append(all, p.supportSets(lang)...)
	all = append(all, p.blankSets(lang)...)
	kept := all[:0]
	for _, s := range all {
		if s.card.Headline != "" && p.stand(s.rests) {
			kept = append(kept, s)
		}
	}
	return kept
}

func (p *plan) demandsSet(lang string) set {
	d := &p.campaign.Demands
	c := p.setCard("demands", lang)
	c.Headline = d.Title.In(lang)
	var rows, rests []string
	for _, it := range d.List {
		if p.stand(it.Facts) {
			rows = append(rows, it.Row(lang))
			rests = append(rests, it.Facts...)
		}
	}
	if len(rows) < 2 {
		return set{}
	}
	c.Blocks = []graphic.Block{graphic.List{Items: rows[:min(len(rows), 6)]}}
	return set{
		id: "demands", title: d.Title.Plain(lang), rests: rests, card: c,
		screen: []string{"portrait", "story"}, paper: []string{"letter", "a4", "tabloid", "a3"},
	}
}

func (p *plan) stepsSets(lang string) []set {
	var all []set
	for i := range p.campaign.Steps {
		s := &p.campaign.Steps[i]
		c := p.setCard("steps-"+s.ID, lang)
		c.Headline, c.Body = s.Title.In(lang), s.Time.In(lang)
		f := p.factByID(s.Facts)
		if f != nil {
			c.Action = p.panel(f, lang)
		}
		if s.Phone != "" {
			c.Action.Phone = s.Phone
		}
		var rows []graphic.Step
		for _, it := range s.Items {
			rows = append(rows, graphic.Step{Text: it.Row(lang)})
		}
		c.Blocks = []graphic.Block{graphic.Steps{Items: rows}}
		if f != nil && f.IsAction() {
			source(&c, f, lang, p.campaign.Strings(lang))
		}
		all = append(all, set{
			id: "steps-" + s.ID, theme: s.Theme, title: s.Title.Plain(lang), rests: s.Facts, card: c, links: strings.Join(s.Links, "\n"),
			screen: []string{"portrait"}, paper: []string{"letter", "a4"},
		})
	}
	return all
}

// factByID is the first of the facts that stands.
func (p *plan) factByID(ids []string) *campaign.Fact {
	for _, id := range ids {
		for _, f := range p.facts {
			if f.ID == id {
				return f
			}
		}
	}
	return nil
}

func (p *plan) eventSets(lang string) []set {
	var all []set
	for _, e := range p.events() {
		c := p.setCard("event-"+e.ID, lang)
		c.Kicker, c.Headline, c.Body, c.AsOf = e.Kicker.In(lang), e.Headline.In(lang), e.Body.In(lang), e.SmallPrint.In(lang)
		var rows []graphic.EventRow
		for _, f := range e.Fields {
			rows = append(rows, graphic.EventRow{Label: f.Label.In(lang), Text: p.fieldValue(e, f, lang)})
		}
		if len(rows) > 0 {
			c.Blocks = []graphic.Block{graphic.Event{Rows: rows}}
		}
		all = append(all, set{
			id: "event-" + e.ID, theme: e.Theme, title: e.Headline.Plain(lang), card: c,
			screen: []string{"portrait"}, paper: []string{"letter", "a4", "tabloid"},
		})
	}
	return all
}

func (p *plan) supportSets(lang string) []set {
	var all []set
	for i := range p.campaign.Orgs.List {
		o := &p.campaign.Orgs.List[i]
		if o.Kind == campaign.OrgPublicBody || o.Link == "" {
			continue
		}
		id := string(o.Kind) + "-" + o.ID // support-…, or read-… for an outlet, linked and never copied
		c := p.setCard(id, lang)
		c.Headline, c.Body = o.Name.In(lang), o.Line.In(lang)
		if o.Kind == campaign.OrgSupport {
			c.Note = p.campaign.Orgs.Note.In(lang)
		}
		c.Action = graphic.Action{Verb: o.Action.In(lang), URL: o.Link, Prompt: p.campaign.Strings(lang).Label("scan")}
		links := joined("\n", o.Link, o.Donate, o.Volunteer)
		if o.Kind == campaign.OrgRead {
			links = joined("\n\n", links, p.reports(o, lang))
		}
		all = append(all, set{id: id, title: o.Name.Plain(lang), card: c, links: links, panel: true, screen: []string{"portrait"}})
	}
	return all
}

func (p *plan) blankSets(lang string) []set {
	say := p.campaign.Strings(lang)
	blank := func(id, headline, body string, b graphic.Blank) set {
		c := p.setCard(id, lang)
		c.Headline, c.Body, c.Blocks, c.Action = headline, body, []graphic.Block{b}, graphic.Action{}
		c.AsOf = strings.TrimSpace(say.Label("blank_card") + " · " + say.Short(p.campaign.AsOf))
		return set{id: id, title: headline, card: c, screen: []string{"portrait", "square"}, paper: []string{"letter", "a4"}}
	}
	return []set{
		blank("blank-words", say.Label("blank_because"), say.Label("blank_note"), graphic.Blank{Lines: 6}),
		blank("blank-picture", say.Label("blank_because"), say.Label("blank_picture_note"), graphic.Blank{Area: say.Label("blank_picture")}),
	}
}
