package share

import (
	"html/template"
	"slices"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/internal/site"
)

func (w *webmaster) factLink(ed *edition, f *campaign.Fact, root string) site.Link {
	side := ed.say.Short(f.Source.Published)
	if f.Source.URL == "" {
		side = ""
	}
	return site.Link{Label: ed.say.NoBreak(f.Headline.Plain(ed.lang)), Side: side, Href: inside(root, ed.lang+"/facts/"+f.ID+"/")}
}

func (w *webmaster) factsList(ed *edition, root string) *site.Frame {
	words := w.words[ed.lang]
	lead := joined(" ", figure.Sentence(ed.say.Label("facts_checked")+" "+ed.say.Long(ed.campaign.AsOf)), freshness{ed}.readCount())
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
		Replies: ed.replies(f), Sources: ed.sourceLinks(f, words), Read: freshness{ed}.howRead(f), History: w.history(ed, f),
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
	all := freshness{ed}.age(f)
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
