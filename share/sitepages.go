package share

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/site"
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
	read := library{w}
	all = append(all, read.letterLeafs()...)
	all = append(all, read.eventLeafs()...)
	all = append(all, read.textLeafs()...)
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
	if (library{w}).letters(ed) != nil {
		label := words["write_one"]
		if own := ed.campaign.StartPage.ActTitle; own.Has(ed.lang) {
			label = own.Plain(ed.lang)
		}
		all = append(all, site.Link{Label: label, Side: words["write_then"], Href: inside(root, ed.lang+"/letters/")})
	}
	return append(all, site.Link{Label: words["make_own"], Side: words["make_then"], Href: inside(root, studioPath+"#make")})
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
		if lines := (freshness{ed}).oldValues(f); len(f.Outdated) > 0 && lines != nil {
			old.Links = append(old.Links, site.Link{Label: strings.Join(lines, " "), Href: inside(root, ed.lang+"/facts/"+f.ID+"/#history")})
		}
	}
	if old.Links != nil {
		list.Parts = append(list.Parts, old)
	}
	list.More = []site.Link{{Label: words.In("feed", "title", ed.campaign.Title.Plain(ed.lang)), Href: inside(root, ed.lang+"/"+feedName)}}
	return &site.Frame{Kind: "list", Heading: words["corrections"], Description: brief(words["what_changed"] + ". " + words["no_tracker"]), Body: list}
}
