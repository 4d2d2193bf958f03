package share

import (
	"html/template"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/internal/site"
	"github.com/shutdowncecot/toolkit/share/letter"
)

// always is for pages that every language has.
func always(*edition) bool { return true }

// allLeafs are the pages of the site, the first page first.
func (w *webmaster) allLeafs() []leaf {
	all := []leaf{
		{there: always, changed: w.plan.campaign.AsOf, frame: w.homePage},
		{at: "facts/", there: always, changed: w.plan.campaign.AsOf, frame: w.factsList},
	}
	for _, f := range w.plan.facts {
		all = append(all, leaf{at: "facts/" + f.ID + "/", there: always, changed: changedOn(f), frame: func(ed *edition, root string) *site.Frame {
			return w.factPage(ed, f, root)
		}})
	}
	for _, f := range w.plan.stopped {
		said := func(ed *edition) bool { return f.Headline.Has(ed.lang) }
		all = append(all, leaf{at: "facts/" + f.ID + "/", hidden: true, there: said, frame: func(ed *edition, root string) *site.Frame {
			return w.stoppedPage(ed, f, root)
		}})
	}
	all = append(all, w.letterLeafs()...)
	all = append(all, w.eventLeafs()...)
	all = append(all, w.textLeafs()...)
	return append(all, leaf{at: "corrections/", there: always, changed: w.plan.campaign.AsOf, frame: w.correctionsPage})
}

// changedOn is the day on which a fact was last changed, as far as it says so.
func changedOn(f *campaign.Fact) campaign.Date {
	last := f.AsOf
	for _, old := range f.Outdated {
		if old.ReplacedOn.Last().After(last.Last()) {
			last = old.ReplacedOn
		}
	}
	return last
}

func (w *webmaster) homePage(ed *edition, root string) *site.Frame {
	words, c := w.words[ed.lang], ed.campaign
	h := &site.Home{WhatIs: ed.say.NoBreak(c.StartPage.WhatIs.Plain(ed.lang)), Doors: w.doors(ed, root), News: w.news(ed, root), Topics: w.topics(ed, root)}
	if f := w.heroFact(); f != nil {
		h.Picture, h.Broad = from(root, w.hero(ed, tallFormat)), from(root, w.hero(ed, broadFormat))
		h.Fact = site.Link{Href: inside(root, ed.lang+"/facts/"+f.ID+"/")}
	}
	ask := ""
	if c.Messages.AskShort.Text.Has(ed.lang) && ed.stand(c.Messages.AskShort.Facts) {
		ask = c.Messages.AskShort.Text.Plain(ed.lang)
	}
	return &site.Frame{
		Kind: "home", Heading: c.Title.Plain(ed.lang), Body: h,
		Description: brief(ask, figure.Sentence(ed.say.Label("facts_checked")+" "+ed.say.Long(c.AsOf))+" "+words["share_then"]),
	}
}

// doors are what to do first.
func (w *webmaster) doors(ed *edition, root string) []site.Link {
	words := w.words[ed.lang]
	all := []site.Link{{Label: words["share_one"], Side: words["share_then"], Href: inside(root, studioPath+"#quick")}}
	if w.letters(ed) != nil {
		label := words["write_one"]
		if own := ed.campaign.StartPage.ActTitle; own.Has(ed.lang) {
			label = own.Plain(ed.lang)
		}
		all = append(all, site.Link{Label: label, Side: words["write_then"], Href: inside(root, ed.lang+"/letters/")})
	}
	return append(all, site.Link{Label: words["make_own"], Side: words["make_then"], Href: inside(root, studioPath+"#make")})
}

// topics are the facts that stand, by topic.
func (w *webmaster) topics(ed *edition, root string) []site.Part {
	var all []site.Part
	for _, t := range ed.campaign.Topics {
		part := site.Part{Title: ed.say.NoBreak(t.Title.Plain(ed.lang))}
		for _, f := range ed.facts {
			if f.Topic == t.ID {
				part.Links = append(part.Links, w.factLink(ed, f, root))
			}
		}
		if part.Links != nil {
			all = append(all, part)
		}
	}
	return all
}

func (w *webmaster) factLink(ed *edition, f *campaign.Fact, root string) site.Link {
	side := ed.say.Short(f.Source.Published)
	if f.Source.URL == "" {
		side = ""
	}
	return site.Link{Label: ed.say.NoBreak(f.Headline.Plain(ed.lang)), Side: side, Href: inside(root, ed.lang+"/facts/"+f.ID+"/")}
}

func (w *webmaster) factsList(ed *edition, root string) *site.Frame {
	words := w.words[ed.lang]
	lead := joined(" ", figure.Sentence(ed.say.Label("facts_checked")+" "+ed.say.Long(ed.campaign.AsOf)), ed.readCount())
	return &site.Frame{
		Kind: "list", Heading: words["all_facts"], Description: brief(lead, ed.campaign.Title.Plain(ed.lang)),
		Body: &site.List{Lead: lead, Parts: w.topics(ed, root)},
	}
}

// factPage is a fact with its picture, who says so and where to check it.
func (w *webmaster) factPage(ed *edition, f *campaign.Fact, root string) *site.Frame {
	words, topic := w.words[ed.lang], ""
	if t, ok := ed.campaign.Topic(f.Topic); ok {
		topic = t.Title.Plain(ed.lang)
	}
	body := &site.Fact{
		Topic: topic, AsOf: words.In("as_of", "date", ed.say.Long(f.AsOf)), Note: figure.Sentence(f.ContentNote.In(ed.lang)),
		Tall: from(root, w.image(ed.picture(f.ID, tallFormat))), Broad: from(root, w.image(ed.picture(f.ID, broadFormat))),
		Claim: ed.say.NoBreak(f.Claim.Plain(ed.lang)), Attribution: figure.Sentence(capital(ed.say.NoBreak(f.Attribution.In(ed.lang)))),
		Replies: ed.replies(f), Sources: ed.sourceLinks(f, words), Read: ed.howRead(f), History: w.history(ed, f),
		Sizes: inside(root, studioPath+"#card-"+f.ID), Edit: inside(root, w.editor(f.ID)),
	}
	w.toPost(ed, f, body)
	return &site.Frame{
		Kind: "fact", Heading: ed.say.NoBreak(f.Headline.Plain(ed.lang)), Description: w.linkText(ed, f),
		Image: w.image(ed.picture(f.ID, previewFormat)), Body: body,
		Days: w.daysOf(ed, []string{f.ID}),
	}
}

// editor is where the words of a card can be changed, as far as the start page
// draws.
func (w *webmaster) editor(fact string) string {
	if w.plan.studio == nil {
		return studioPath + "#card-" + fact
	}
	return studioPath + "#edit-" + fact
}

// replies are what is said to a fact by those whom it concerns.
func (ed *edition) replies(f *campaign.Fact) []site.Reply {
	var all []site.Reply
	for _, r := range f.Replies {
		if r.Text.Has(ed.lang) && r.Speaker.Has(ed.lang) {
			text := r.Text.Plain(ed.lang)
			if !r.Verbatim[ed.lang] {
				text = figure.Sentence(text)
			}
			all = append(all, site.Reply{
				Speaker: ed.say.NoBreak(r.Speaker.Plain(ed.lang)), Text: ed.say.NoBreak(text), Date: ed.say.Long(r.Date), Verbatim: r.Verbatim[ed.lang],
			})
		}
	}
	return all
}

// linkText is what a shared link says of a fact: who says so, and what is said
// to it, as far as both fit whole.
func (w *webmaster) linkText(ed *edition, f *campaign.Fact) string {
	by := figure.Sentence(capital(f.Attribution.In(ed.lang)))
	short := figure.Sentence(ed.say.List(f.Source.Short(ed.lang), ed.say.Short(f.Source.Published)))
	if by == "" && short == "" {
		return brief(f.Claim.Plain(ed.lang), ed.campaign.Title.Plain(ed.lang))
	}
	var texts []string
	for _, r := range ed.replies(f) {
		said := r.Speaker + ": " + r.Text
		if r.Verbatim {
			said = r.Speaker + ": “" + r.Text + "”"
		}
		texts = append(texts, joined(" ", by, said), joined(" ", short, said))
	}
	return brief(append(texts, joined(" ", by, figure.Sentence(ed.say.Short(f.Source.Published))), by, short, f.Source.Short(ed.lang))...)
}

// sourceLinks are where a fact can be checked, the main source first and each
// address once.
func (ed *edition) sourceLinks(f *campaign.Fact, words site.Words) []site.Link {
	var all []site.Link
	add := func(name, side, to string) {
		if name == "" || slices.ContainsFunc(all, func(l site.Link) bool { return l.Href == template.URL(to) && to != "" }) {
			return
		}
		if to == "" {
			side = joined(" · ", side, words["not_linked"])
		}
		all = append(all, site.Link{Label: name, Side: side, Href: template.URL(to), Outside: true})
	}
	for _, s := range slices.Concat([]campaign.Source{f.Source}, f.Sources) {
		add(ed.say.NoBreak(s.Publisher.In(ed.lang)), ed.say.Short(s.Published), s.URL)
	}
	for _, to := range f.AltURLs {
		add(hostOf(to), "", to)
	}
	return all
}

// history answers whether a fact is out of date, and names what it replaced.
func (w *webmaster) history(ed *edition, f *campaign.Fact) []string {
	all := ed.age(f)
	for _, old := range ed.stopped {
		if old.SupersededBy == f.ID && old.Headline.Has(ed.lang) {
			all = append(all, ed.say.Label("replaces")+": "+figure.Sentence(old.Headline.Plain(ed.lang)))
		}
	}
	return all
}

// toPost fills in what to say with a link to the page, and the apps that take
// it.
func (w *webmaster) toPost(ed *edition, f *campaign.Fact, body *site.Fact) {
	words := w.words[ed.lang]
	post := ed.plainPost(f)
	if ready := ed.captions(f); ready != nil {
		post = ready[0]
	}
	post.Link = w.url(ed.lang, "facts/"+f.ID+"/")
	body.Post = joined("\n\n", post.Text, post.Link, tagLine(post))
	post.Text, post.Short = ed.plainPost(f).Short, "" // the link shows the rest
	for _, ch := range channels {
		name := ch.Name
		if own := page.Words(ed.lang)["app_"+ch.ID]; own != "" {
			name = own
		}
		if to := ch.Intent(post); to != "" {
			body.Apps = append(body.Apps, site.Link{Label: words.In("open_app", "app", name), Href: template.URL(to)})
		}
	}
}

// stoppedPage is a fact that must not be shared any more. One that another took
// the place of leads there.
func (w *webmaster) stoppedPage(ed *edition, f *campaign.Fact, root string) *site.Frame {
	words := w.words[ed.lang]
	if by := ed.factByID([]string{f.SupersededBy}); by != nil {
		now := by.Headline.Plain(ed.lang)
		return &site.Frame{
			Kind: "moved", Heading: ed.say.Label("correction"), Description: words.In("replaced", "headline", now), Body: now,
			To: string(inside(root, ed.lang+"/facts/"+by.ID+"/#history")), Hidden: true,
		}
	}
	return &site.Frame{
		Kind: "fact", Heading: ed.say.NoBreak(f.Headline.Plain(ed.lang)), Description: words["withdrawn"], Hidden: true,
		Body: &site.Fact{Stopped: site.Link{Label: words["withdrawn"]}},
	}
}

// letters are those of a language that stand, in the order of the campaign.
func (w *webmaster) letters(ed *edition) []*campaign.Letter {
	var all []*campaign.Letter
	for i := range ed.campaign.Letters {
		if l := &ed.campaign.Letters[i]; l.Lang == ed.lang && ed.stand(l.Facts) {
			all = append(all, l)
		}
	}
	return all
}

func (w *webmaster) letter(ed *edition, id string) *campaign.Letter {
	for _, l := range w.letters(ed) {
		if l.ID == id {
			return l
		}
	}
	return nil
}

func (w *webmaster) letterLeafs() []leaf {
	all := []leaf{{at: "letters/", there: func(ed *edition) bool { return w.letters(ed) != nil }, changed: w.plan.campaign.AsOf, frame: w.lettersList}}
	for _, id := range (startPage{w.plan}).letterIDs() {
		all = append(all, leaf{
			at: "letters/" + id + "/", there: func(ed *edition) bool { return w.letter(ed, id) != nil }, changed: w.plan.campaign.AsOf,
			frame: func(ed *edition, root string) *site.Frame { return w.letterPage(ed, w.letter(ed, id), root) },
		})
	}
	return all
}

func (w *webmaster) lettersList(ed *edition, root string) *site.Frame {
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
func (w *webmaster) letterPage(ed *edition, l *campaign.Letter, root string) *site.Frame {
	words := w.words[ed.lang]
	t := &site.Text{Gate: ed.gate(l.ReadFirst)}
	body, subject := ed.sent(l)
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
func (w *webmaster) prose(ed *edition, text string) template.HTML {
	html, err := page.Markdown(ed.say.NoBreak(text), 2, w.words[ed.lang]["outside"])
	if err != nil {
		return template.HTML(template.HTMLEscapeString(text))
	}
	return html
}

func (w *webmaster) eventLeafs() []leaf {
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

func (w *webmaster) eventsList(ed *edition, root string) *site.Frame {
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
func (w *webmaster) eventPage(ed *edition, e *campaign.EventCard, root string) *site.Frame {
	words := w.words[ed.lang]
	var rows []string
	for _, f := range e.Fields {
		if value := ed.fieldValue(e, f); value != "" {
			rows = append(rows, "- **"+f.Label.In(ed.lang)+":** "+value)
		}
	}
	t := &site.Text{Lead: e.Kicker.In(ed.lang), Prose: w.prose(ed, joined("\n\n", e.Body.In(ed.lang), strings.Join(rows, "\n"), e.SmallPrint.In(ed.lang)))}
	if !e.Starts.IsZero() {
		t.Links = append(t.Links, site.Link{Label: words["calendar"], Href: "event.ics", Here: true})
	}
	t.Links = append(t.Links, site.Link{Label: words["fill_in"], Side: words["fill_then"], Href: inside(root, studioPath+"#event-"+e.ID)})
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
func (w *webmaster) textLeafs() []leaf {
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
func (w *webmaster) textsList(ed *edition, root string) *site.Frame {
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

// news is what has changed of late.
func (w *webmaster) news(ed *edition, root string) []site.Link {
	var all []site.Link
	if c := ed.campaign; c.Messages.WhatChanged.Text.Has(ed.lang) && ed.stand(c.Messages.WhatChanged.Facts) {
		all = append(all, site.Link{
			Label: ed.say.NoBreak(c.Messages.WhatChanged.Text.Plain(ed.lang)), Side: ed.say.Short(c.AsOf), Href: inside(root, ed.lang+"/corrections/"),
		})
	}
	for _, f := range ed.stopped {
		if f.Headline.Has(ed.lang) {
			all = append(all, w.stoppedLink(ed, f, root))
		}
	}
	return all
}

// stoppedLink names a fact that was replaced or withdrawn.
func (w *webmaster) stoppedLink(ed *edition, f *campaign.Fact, root string) site.Link {
	label := ed.say.Label("withdrawn") + ": " + f.Headline.Plain(ed.lang)
	if by := ed.factByID([]string{f.SupersededBy}); by != nil {
		label = ed.say.Label("replaced_by") + ": " + by.Headline.Plain(ed.lang)
	}
	return site.Link{Label: ed.say.NoBreak(label), Href: inside(root, ed.lang+"/facts/"+f.ID+"/")}
}

// correctionsPage is what was changed, and where to tell of a mistake.
func (w *webmaster) correctionsPage(ed *edition, root string) *site.Frame {
	words := w.words[ed.lang]
	list := &site.List{Lead: ed.invitation()}
	news := w.news(ed, root)
	changed := site.Part{Title: words["what_changed"], Links: news}
	if news == nil {
		changed.Lines = []string{words["no_changes"]}
	}
	list.Parts = append(list.Parts, changed)
	old := site.Part{Title: words["old_figures"]}
	for _, f := range ed.facts {
		if lines := ed.oldValues(f); len(f.Outdated) > 0 && lines != nil {
			old.Links = append(old.Links, site.Link{Label: strings.Join(lines, " "), Href: inside(root, ed.lang+"/facts/"+f.ID+"/#history")})
		}
	}
	if old.Links != nil {
		list.Parts = append(list.Parts, old)
	}
	list.More = []site.Link{{Label: words.In("feed", "title", ed.campaign.Title.Plain(ed.lang)), Href: inside(root, ed.lang+"/"+feedName)}}
	return &site.Frame{Kind: "list", Heading: words["corrections"], Description: brief(words["what_changed"] + ". " + words["no_tracker"]), Body: list}
}
