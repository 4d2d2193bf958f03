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
	dated bool // it gives the day of an event
	own   bool // it is for words of one's own, for which no key of the campaign stands
	card  graphic.Card
	theme string // that it names

	links  string   // where the text beside the picture leads on to
	screen []string // formats it is drawn in
	paper  []string
}

// setDrawings are pictures and sheets of what the campaign asks, how it is
// done, whom to support, what takes place, and of blank cards.
func (ed press) setDrawings() []drawing {
	var out []drawing
	for _, s := range ed.sets() {
		tells, theme := about{lang: ed.lang, rests: s.rests, dated: s.dated}, ed.themeOr(s.theme, ed.theme)
		for _, name := range s.screen {
			c := s.card
			if f := formatNamed(name); f.Name != "story" {
				c.Action = graphic.Action{}
			}
			tells.format = name
			o := graphic.Options{Format: formatNamed(name), Theme: theme}
			out = append(out, drawing{
				name: "pictures/" + ed.lang + "/" + s.id + "-" + name + ".png", title: s.title, links: s.links, tells: tells,
				lay: lightener{ed.plan}.one(c, o), lacks: lightener{ed.plan}.lost(c, o),
			})
		}
		if !s.own {
			s.card.AsOf = joined(" · ", s.card.AsOf, ed.keyWords(ed.say, "key_line"))
		}
		for _, name := range s.paper {
			tells.format = name
			o := graphic.Options{Format: formatNamed(name), Theme: theme}
			out = append(out, drawing{
				name: "print/" + ed.lang + "/" + s.id + "-" + name + ".pdf", title: s.title, tells: tells,
				lay: lightener{ed.plan}.inks(s.card, o), lacks: lightener{ed.plan}.lost(s.card, o),
			})
		}
	}
	return out
}

func (ed press) sets() []set {
	all := []set{ed.demandsSet()}
	all = append(all, ed.stepsSets()...)
	all = append(all, ed.eventSets()...)
	all = append(all, ed.supportSets()...)
	all = append(all, ed.blankSets()...)
	kept := all[:0]
	for _, s := range all {
		if s.card.Headline != "" && ed.stand(s.rests) {
			kept = append(kept, s)
		}
	}
	return kept
}

func (ed press) demandsSet() set {
	d := &ed.campaign.Demands
	c := ed.setCard("demands")
	c.Headline = d.Title.In(ed.lang)
	var rows, rests []string
	for _, it := range d.List {
		if ed.stand(it.Facts) {
			rows = append(rows, it.Row(ed.lang))
			rests = append(rests, it.Facts...)
		}
	}
	if len(rows) < 2 {
		return set{}
	}
	c.Blocks = []graphic.Block{graphic.List{Items: rows[:min(len(rows), 6)]}}
	return set{
		id: "demands", title: d.Title.Plain(ed.lang), rests: rests, card: c,
		screen: []string{"portrait", "story"}, paper: []string{"letter", "a4", "tabloid", "a3"},
	}
}

func (ed press) stepsSets() []set {
	var all []set
	for i := range ed.campaign.Steps {
		s := &ed.campaign.Steps[i]
		c := ed.setCard("steps-" + s.ID)
		c.Headline, c.Body = s.Title.In(ed.lang), s.Time.In(ed.lang)
		f := ed.factByID(s.Facts)
		if f != nil {
			c.Action = ed.panel(f)
		}
		if s.Phone != "" {
			c.Action.Phone = s.Phone
		}
		var rows []graphic.Step
		for _, it := range s.Items {
			rows = append(rows, graphic.Step{Text: it.Row(ed.lang)})
		}
		c.Blocks = []graphic.Block{graphic.Steps{Items: rows}}
		if f != nil && f.IsAction() {
			source(&c, f, ed.lang, ed.say)
		}
		all = append(all, set{
			id: "steps-" + s.ID, theme: s.Theme, title: s.Title.Plain(ed.lang), rests: s.Facts, card: c, links: strings.Join(s.Links, "\n"),
			screen: []string{"portrait"}, paper: []string{"letter", "a4"},
		})
	}
	return all
}

func (ed press) eventSets() []set {
	var all []set
	for _, e := range ed.invited() {
		c := ed.setCard("event-" + e.ID)
		c.Kicker, c.Headline, c.Body, c.AsOf = e.Kicker.In(ed.lang), e.Headline.In(ed.lang), e.Body.In(ed.lang), e.SmallPrint.In(ed.lang)
		c.Action = graphic.Action{} // a code would lead elsewhere than to the event
		c.Logos = ed.logosOf(&ed.campaign.Logo, &e.HostLogo)
		var rests []string
		if b, ok := invitation(ed).eventBlock(e); ok {
			if m, stands := ed.motif(&e.Motif); stands && b.Day != "" {
				b.Bars, c.Note, c.Source, c.AsOf, rests = m.bars, m.note, m.source, "", m.rests
			}
			c.Blocks = []graphic.Block{b}
		}
		all = append(all, set{
			id: "event-" + e.ID, theme: e.Theme, title: e.Headline.Plain(ed.lang), card: c, rests: rests, dated: true,
			screen: []string{"portrait"}, paper: []string{"letter", "a4", "tabloid"},
		})
	}
	return all
}

// supportSets are cards that lead to organisations, each with a reason to go
// there.
func (ed press) supportSets() []set {
	var all []set
	for i := range ed.campaign.Orgs.List {
		o := &ed.campaign.Orgs.List[i]
		if o.Kind == campaign.OrgPublicBody || o.Link == "" {
			continue
		}
		id := string(o.Kind) + "-" + o.ID // support-…, or read-… for an outlet, linked and never copied
		c := ed.setCard(id)
		c.Kicker, c.Headline, c.Action = o.Action.In(ed.lang), o.Reason.In(ed.lang), graphic.Action{}
		if c.Headline == "" {
			c.Kicker, c.Headline = "", o.Action.In(ed.lang)
		}
		b := graphic.Directory{Name: o.Name.In(ed.lang), Line: o.Line.In(ed.lang), URL: o.Link}
		var rests []string
		if m, ok := ed.motif(&o.Motif); ok && len(o.Motif.Note) > 0 {
			b.Bars, c.Note, c.Source, c.AsOf, rests = m.bars, m.note, m.source, "", m.rests
		}
		if o.Kind == campaign.OrgSupport {
			b.Foot = ed.campaign.Orgs.Note.In(ed.lang)
		}
		c.Blocks = []graphic.Block{b}
		links := joined("\n", o.Link, o.Donate, o.Volunteer)
		if o.Kind == campaign.OrgRead {
			links = joined("\n\n", links, ed.reports(o))
		}
		all = append(all, set{id: id, title: o.Name.Plain(ed.lang), card: c, links: links, rests: rests, screen: []string{"portrait"}})
	}
	return all
}

func (ed press) blankSets() []set {
	blank := func(id, headline, body string, b graphic.Blank) set {
		c := ed.setCard(id)
		c.Headline, c.Body, c.Blocks, c.Action = headline, body, []graphic.Block{b}, graphic.Action{}
		c.AsOf = strings.TrimSpace(ed.say.Label("blank_card") + " · " + ed.say.Short(ed.campaign.AsOf))
		return set{id: id, title: headline, card: c, own: true, screen: []string{"portrait", "square"}, paper: []string{"letter", "a4"}}
	}
	return []set{
		blank("blank-words", ed.say.Label("blank_because"), ed.say.Label("blank_note"), graphic.Blank{Lines: 6}),
		blank("blank-picture", ed.say.Label("blank_because"), ed.say.Label("blank_picture_note"), graphic.Blank{Area: ed.say.Label("blank_picture")}),
	}
}
