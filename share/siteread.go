package share

import (
	"html/template"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/internal/site"
	"github.com/shutdowncecot/toolkit/share/letter"
)

// A library makes the pages of a site that are read: letters, events, texts.
type library struct{ *webmaster }

// letters lists the letters of a language that may be sent, in the campaign's order.
func (w library) letters(ed *edition) []*campaign.Letter {
	var all []*campaign.Letter
	for i := range ed.campaign.Letters {
		if l := &ed.campaign.Letters[i]; l.Lang == ed.lang && ed.stand(l.Facts) {
			all = append(all, l)
		}
	}
	return all
}

func (w library) letter(ed *edition, id string) *campaign.Letter {
	for _, l := range w.letters(ed) {
		if l.ID == id {
			return l
		}
	}
	return nil
}

func (w library) letterLeafs() []leaf {
	all := []leaf{{at: "letters/", there: func(ed *edition) bool { return w.letters(ed) != nil }, changed: w.plan.campaign.AsOf, frame: w.lettersList}}
	for _, id := range (startPage{w.plan}).letterIDs() {
		all = append(all, leaf{
			at: "letters/" + id + "/", there: func(ed *edition) bool { return w.letter(ed, id) != nil }, changed: w.plan.campaign.AsOf,
			frame: func(ed *edition, root string) *site.Frame { return w.letterPage(ed, w.letter(ed, id), root) },
		})
	}
	return all
}

func (w library) lettersList(ed *edition, root string) *site.Frame {
	words := w.words[ed.lang]
	part := site.Part{}
	for _, l := range w.letters(ed) {
		part.Links = append(part.Links, site.Link{Label: ed.say.NoBreak(l.Title), Href: inside(root, ed.lang+"/letters/"+l.ID+"/")})
	}
	lead := ed.campaign.StartPage.ActLead.Plain(ed.lang)
	return &site.Frame{
		Kind: "list", Heading: words["all_letters"], Description: brief(lead, words["write_then"]), Body: &site.List{Lead: lead, Parts: []site.Part{part}},
	}
}

// letterPage is a letter with its blanks in brackets; one without blanks is
// to be read. It is filled in on the start page.
func (w library) letterPage(ed *edition, l *campaign.Letter, root string) *site.Frame {
	words := w.words[ed.lang]
	t := &site.Text{Gate: ed.gate(l.ReadFirst)}
	body, subject := sent(ed.campaign, l)
	if len(l.Slots) == 0 {
		t.Prose = w.prose(ed, joined("\n\n", l.Guide, body))
	} else {
		fill := blanks(l.Slots, ed.say.Label("required"))
		t.Prose, t.Box = w.prose(ed, l.Guide), fill.Replace(joined("\n\n", prefixed(ed.say.Label("subject")+" ", subject), letter.Plain(body)))
		t.Links = []site.Link{{Label: words["fill_in"], Side: words["fill_then"], Href: inside(root, studioPath+"#letter-"+l.ID), Here: true}}
	}
	return &site.Frame{
		Kind: "text", Heading: ed.say.NoBreak(l.Title), Description: brief(letter.Plain(l.Guide), words["write_then"]),
		Body: t, Days: w.daysOf(ed, l.Facts),
	}
}

// daysOf are the days on which something that rests on facts becomes doubtful.
func (w *webmaster) daysOf(ed *edition, facts []string) site.Days {
	var review, expires campaign.Date
	for _, f := range w.plan.facts {
		if slices.Contains(facts, f.ID) {
			review, expires = sooner(review, f.ReviewAfter), sooner(expires, f.Expires)
		}
	}
	as := ed.campaign.AsOf
	return site.Days{AsOf: isoDay(as), Review: isoDay(review), Expires: isoDay(expires), Checked: ed.say.Long(as), Until: ed.say.Long(expires)}
}

// sooner is the earlier of two dates, one of which may be none.
func sooner(a, b campaign.Date) campaign.Date {
	if a.IsZero() || !b.IsZero() && b.Last().Before(a.Last()) {
		return b
	}
	return a
}

// prose is a text of the campaign, which has been checked.
func (w library) prose(ed *edition, text string) template.HTML {
	html, err := page.Markdown(ed.say.NoBreak(text), 2, w.words[ed.lang]["outside"])
	if err != nil {
		return template.HTML(template.HTMLEscapeString(text))
	}
	return html
}

func (w library) eventLeafs() []leaf {
	events := w.plan.events()
	all := []leaf{{at: "events/", there: func(*edition) bool { return len(events) > 0 }, changed: w.plan.campaign.AsOf, frame: w.eventsList}}
	for _, e := range events {
		all = append(all, leaf{
			at: "events/" + e.ID + "/", there: func(ed *edition) bool { return e.Headline.Has(ed.lang) }, changed: w.plan.campaign.AsOf,
			frame: func(ed *edition, root string) *site.Frame { return w.eventPage(ed, e, root) },
		})
	}
	return all
}

func (w library) eventsList(ed *edition, root string) *site.Frame {
	words, part, lead := w.words[ed.lang], site.Part{}, ""
	if !slices.ContainsFunc(w.plan.events(), func(e *campaign.EventCard) bool { return !e.Starts.IsZero() }) {
		lead = words["no_events"]
	}
	for _, e := range w.plan.events() {
		if e.Headline.Has(ed.lang) {
			part.Links = append(part.Links, site.Link{
				Label: ed.say.NoBreak(joined(": ", e.Kicker.In(ed.lang), e.Headline.Plain(ed.lang))), Side: ed.say.Short(e.Starts.Date()),
				Href: inside(root, ed.lang+"/events/"+e.ID+"/"),
			})
		}
	}
	return &site.Frame{
		Kind: "list", Heading: words["all_events"], Description: brief(lead, words["events"]), Body: &site.List{Lead: lead, Parts: []site.Part{part}},
	}
}

// eventPage is an invitation, what is not known of it left out.
func (w library) eventPage(ed *edition, e *campaign.EventCard, root string) *site.Frame {
	words := w.words[ed.lang]
	var rows []string
	for _, f := range e.Fields {
		if value := (invitation{ed}).fieldValue(e, f); value != "" {
			rows = append(rows, "- **"+f.Label.In(ed.lang)+":** "+value)
		}
	}
	t := &site.Text{Lead: e.Kicker.In(ed.lang), Prose: w.prose(ed, joined("\n\n", e.Body.In(ed.lang), strings.Join(rows, "\n"), e.SmallPrint.In(ed.lang)))}
	if !e.Starts.IsZero() {
		t.Links = append(t.Links, site.Link{Label: words["calendar"], Href: "event.ics", Here: true})
	}
	if len(e.Cancelled) == 0 {
		t.Links = append(t.Links, site.Link{Label: words["fill_in"], Side: words["fill_then"], Href: inside(root, studioPath+"#event-"+e.ID)})
	}
	f := &site.Frame{
		Kind: "text", Heading: ed.say.NoBreak(e.Headline.Plain(ed.lang)), Body: t,
		Description: brief(joined(". ", e.Kicker.In(ed.lang), ed.say.Long(e.Starts.Date()), e.Place.In(ed.lang)), e.Body.Plain(ed.lang), e.Kicker.In(ed.lang)),
	}
	for i := range w.plan.drawings {
		if d := &w.plan.drawings[i]; isEventPicture(d) && d.tells.lang == ed.lang && strings.HasSuffix(d.name, "/event-"+e.ID+"-"+tallFormat+".png") {
			at := formatNamed(tallFormat)
			f.Image = site.Image{Href: w.drawingName(d), Width: at.W, Height: at.H, Alt: d.tells.alt, Type: "image/png"}
		}
	}
	return f
}

// textLeafs are the campaign's pages to read.
func (w library) textLeafs() []leaf {
	find := func(ed *edition, id string) *campaign.Page {
		for _, pg := range w.plan.standingPages() {
			if pg.ID == id && pg.Lang == ed.lang {
				return &pg
			}
		}
		return nil
	}
	any := func(ed *edition) bool {
		return slices.ContainsFunc(w.plan.standingPages(), func(pg campaign.Page) bool { return pg.Lang == ed.lang })
	}
	all := []leaf{{at: "pages/", there: any, changed: w.plan.campaign.AsOf, frame: w.textsList}}
	var seen []string
	for _, pg := range w.plan.standingPages() {
		if slices.Contains(seen, pg.ID) {
			continue
		}
		seen = append(seen, pg.ID)
		all = append(all, leaf{
			at: "pages/" + pg.ID + "/", there: func(ed *edition) bool { return find(ed, pg.ID) != nil }, changed: w.plan.campaign.AsOf,
			frame: func(ed *edition, _ string) *site.Frame {
				pg := find(ed, pg.ID)
				return &site.Frame{
					Kind: "text", Heading: ed.say.NoBreak(pg.Title), Description: brief(pg.Gate, joined(". ", pg.Group, ed.campaign.Title.Plain(ed.lang))),
					Body: &site.Text{Prose: w.prose(ed, pg.Body)}, Days: w.daysOf(ed, pg.Facts),
				}
			},
		})
	}
	return all
}

// textsList lists the pages to read by their groups.
func (w library) textsList(ed *edition, root string) *site.Frame {
	words := w.words[ed.lang]
	list := &site.List{}
	at := make(map[string]int)
	for _, pg := range w.plan.standingPages() {
		if pg.Lang != ed.lang {
			continue
		}
		i, ok := at[pg.Group]
		if !ok {
			i = len(list.Parts)
			at[pg.Group] = i
			list.Parts = append(list.Parts, site.Part{Title: pg.Group})
		}
		list.Parts[i].Links = append(list.Parts[i].Links, site.Link{Label: ed.say.NoBreak(pg.Title), Href: inside(root, ed.lang+"/pages/"+pg.ID+"/")})
	}
	return &site.Frame{Kind: "list", Heading: words["all_pages"], Description: brief(ed.campaign.Title.Plain(ed.lang)), Body: list}
}
