package share

import (
	"cmp"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/internal/site"
)

// siteFont names a font that the start page has too.
func siteFont(name string) string {
	data, err := page.Font(name)
	if err != nil {
		panic(err) // it is part of the program
	}
	return string(data)
}

// around completes a page by what all pages have.
func (w *webmaster) around(f *site.Frame, ed *edition, l *leaf, root string) {
	words := w.words[ed.lang]
	f.Lang, f.Dir, f.Words, f.Root = ed.lang, cmp.Or(ed.say.Direction, "ltr"), words, root
	f.Site, f.Mark = ed.campaign.Title.Plain(ed.lang), startPage{w.plan}.mainTag()
	f.Title = f.Heading
	if f.Heading != f.Site {
		f.Title += " · " + f.Site
	}
	f.Hidden = f.Hidden || l.hidden
	f.Style, f.Script, f.Feed = w.style, w.code, ed.lang+"/"+feedName
	f.Versions = w.versions(l, ed, root)
	if !f.Hidden {
		f.URL = w.url(ed.lang, l.at)
	}
	f.Nav = w.nav(ed, l.at, root)
	f.Foot = w.foot(ed, root)
	if f.Image.Href == "" && !f.Hidden {
		f.Image = w.hero(ed, previewFormat)
	}
	f.Image.URL = ""
	if f.Image.Href != "" {
		f.Image.URL = w.base.String() + f.Image.Href
	}
}

// versions are the languages that have a page, the same list on each of them.
func (w *webmaster) versions(l *leaf, here *edition, root string) []site.Version {
	var all []site.Version
	for _, ed := range w.plan.editions {
		if l.there(ed) {
			all = append(all, site.Version{
				Lang: ed.lang, Name: nameOf(ed.lang), URL: w.url(ed.lang, l.at), Href: root + ed.lang + "/" + l.at, Here: ed == here,
			})
		}
	}
	return all
}

// nav are the parts of the site that have anything in them.
func (w *webmaster) nav(ed *edition, at, root string) []site.Link {
	words := w.words[ed.lang]
	var all []site.Link
	for _, part := range []string{"facts", "letters", "events", "pages"} {
		if slices.ContainsFunc(w.leafs, func(l leaf) bool { return l.at == part+"/" && l.there(ed) }) {
			all = append(all, site.Link{Label: words[part], Href: inside(root, ed.lang+"/"+part+"/"), Here: strings.HasPrefix(at, part+"/")})
		}
	}
	all = append(all, site.Link{Label: words["make"], Href: inside(root, studioPath)})
	return append(all, site.Link{Label: words["corrections"], Href: inside(root, ed.lang+"/corrections/"), Here: at == "corrections/"})
}

// foot is what stands below every page.
func (w *webmaster) foot(ed *edition, root string) []site.Link {
	words, c := w.words[ed.lang], ed.campaign
	all := []site.Link{{Label: joined(" ", figure.Sentence(ed.say.Label("facts_checked")+" "+ed.say.Long(c.AsOf)), words["no_tracker"], words["offline"])}}
	if to := c.Corrections; to != "" {
		all = append(all, site.Link{Side: words["found_mistake"], Label: shownAddress(to), Href: template.URL(to), Outside: strings.HasPrefix(to, "https:")})
	}
	if c.Licence.Name != "" {
		all = append(all, site.Link{Label: words.In("licence", "name", c.Licence.Name), Href: template.URL(c.Licence.URL), Outside: true})
	}
	return append(all, site.Link{Label: words.In("feed", "title", ed.campaign.Title.Plain(ed.lang)), Href: inside(root, ed.lang+"/"+feedName)})
}

// heroFact is the fact that stands for the campaign: the first that is a
// finding.
func (w *webmaster) heroFact() *campaign.Fact {
	for _, f := range w.plan.facts {
		if !f.IsAction() {
			return f
		}
	}
	if len(w.plan.facts) > 0 {
		return w.plan.facts[0]
	}
	return nil
}

// hero is the picture that stands for the campaign.
func (w *webmaster) hero(ed *edition, format string) site.Image {
	f := w.heroFact()
	if f == nil {
		return site.Image{}
	}
	return w.image(ed.picture(f.ID, format))
}

// writeLost writes the page for addresses that lead nowhere. Hosts show it at
// any of them, so its links begin at the host.
func (w *webmaster) writeLost(out io.Writer, ed *edition) error {
	words := w.words[ed.lang]
	f := &site.Frame{Kind: "list", Heading: words["not_found"], Description: words["not_found_text"], Hidden: true}
	var parts []site.Part
	for _, ed := range w.plan.editions {
		words := w.words[ed.lang]
		part := site.Part{Links: w.nav(ed, "", w.base.path)}
		if ed != w.plan.editions[0] {
			part.Title = nameOf(ed.lang) + ": " + words["not_found"]
		}
		parts = append(parts, part)
	}
	f.Body = &site.List{Lead: words["not_found_text"], Parts: parts}
	lost := &leaf{hidden: true, there: func(*edition) bool { return false }}
	w.around(f, ed, lost, w.base.path)
	return site.Write(out, f)
}
