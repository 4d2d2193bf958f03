package share

import (
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
	"github.com/shutdowncecot/toolkit/share/internal/site"
)

// Feeds makes what programs read of a site: what is new, what there is.
type feeds struct{ *webmaster }

// addFeeds adds a feed of each language, and the files of events for calendars.
func (w feeds) addFeeds() {
	for _, ed := range w.plan.editions {
		w.addText(ed.lang+"/"+feedName, about{lang: ed.lang, every: true}, func() (string, error) { return marshalXML(w.feed(ed)) })
		for _, e := range w.plan.events() {
			if e.Starts.IsZero() || !e.Headline.Has(ed.lang) {
				continue
			}
			w.addText(ed.lang+"/events/"+e.ID+"/event.ics", about{lang: ed.lang}, func() (string, error) {
				return sheet.Calendar(e.Headline.Plain(ed.lang), w.plan.made(), []sheet.Event{invitation{ed}.event(e)}), nil
			})
		}
	}
}

// An atomFeed is a feed as RFC 4287 has it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// tagURI names an entry for ever, wherever the site moves: RFC 4151, with a name
// in the place of a host that nobody can own.
func (w feeds) tagURI(lang, what string) string {
	return "tag:" + w.plan.campaign.Name + ".invalid,2026:" + lang + ":" + what
}

func atomTime(d campaign.Date) string { return d.Last().Format(time.RFC3339) }

// feed has every fact by the day on which it was last changed, the newest
// first, and before them what was replaced or withdrawn.
func (w feeds) feed(ed *edition) *atomFeed {
	c := ed.campaign
	f := &atomFeed{
		Lang: ed.lang, ID: w.tagURI(ed.lang, "feed"), Title: c.Title.Plain(ed.lang), Author: c.Title.Plain(ed.lang), Updated: atomTime(c.AsOf),
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: w.url(ed.lang, feedName)},
			{Rel: "alternate", Type: "text/html", Href: w.url(ed.lang, "")},
		},
	}
	for _, old := range ed.stopped {
		if old.Headline.Has(ed.lang) {
			title, said := w.stoppedLink(ed, old, "").Label, startEdition{ed}.correction(old, ed.factByID([]string{old.SupersededBy}))
			f.Entries = append(f.Entries, w.entry(ed, "stopped:"+old.ID, title, atomTime(c.AsOf), "facts/"+old.ID+"/", said))
		}
	}
	facts := slices.Clone(ed.facts)
	slices.SortStableFunc(facts, func(a, b *campaign.Fact) int { return changedOn(b).Last().Compare(changedOn(a).Last()) })
	for _, fact := range facts {
		said := joined(" ", append([]string{fact.ContentNote.In(ed.lang), fact.Claim.Plain(ed.lang), w.linkText(ed, fact)}, freshness{ed}.oldFigures(fact)...)...)
		f.Entries = append(f.Entries, w.entry(ed, "fact:"+fact.ID, fact.Headline.Plain(ed.lang), atomTime(changedOn(fact)), "facts/"+fact.ID+"/", said))
	}
	return f
}

func (w feeds) entry(ed *edition, id, title, updated, at, summary string) atomEntry {
	return atomEntry{
		ID: w.tagURI(ed.lang, id), Title: title, Updated: updated, Summary: summary,
		Link: atomLink{Rel: "alternate", Type: "text/html", Href: w.url(ed.lang, at)},
	}
}

func marshalXML(v any) (string, error) {
	data, err := xml.MarshalIndent(v, "", " ")
	return xml.Header + string(data) + "\n", err
}

// A sitemap is one of sitemaps.org, with the languages of each page.
type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string        `xml:"loc"`
	LastMod string        `xml:"lastmod,omitempty"`
	Links   []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel      string `xml:"rel,attr"`
	HrefLang string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

// addForMachines adds what search engines and telephones read.
func (w feeds) addForMachines() {
	w.addText("sitemap.xml", about{every: true}, func() (string, error) { return marshalXML(w.sitemap()) })
	w.addText("robots.txt", about{}, func() (string, error) {
		return "User-agent: *\nAllow: /\n\nSitemap: " + w.base.String() + "sitemap.xml\n", nil
	})
	w.addText("manifest.webmanifest", about{}, w.webManifest)
}

func (w feeds) sitemap() *sitemap {
	m := &sitemap{XHTML: "http://www.w3.org/1999/xhtml"}
	for i := range w.leafs {
		l := &w.leafs[i]
		if l.hidden {
			continue
		}
		var links []sitemapLink
		versions := w.versions(l, nil, "")
		for _, v := range versions {
			links = append(links, sitemapLink{"alternate", v.Lang, v.URL})
		}
		if versions != nil {
			links = append(links, sitemapLink{"alternate", "x-default", versions[0].URL})
		}
		for _, v := range versions {
			m.URLs = append(m.URLs, sitemapURL{Loc: v.URL, LastMod: l.changed.String(), Links: links})
		}
	}
	return m
}

// webManifest is what a telephone keeps of a site on its first screen.
func (w feeds) webManifest() (string, error) {
	type icon struct {
		Src   string `json:"src"`
		Sizes string `json:"sizes"`
		Type  string `json:"type"`
	}
	main := w.plan.editions[0]
	title := main.campaign.Title.Plain(main.lang)
	return indented(struct {
		Name       string `json:"name"`
		ShortName  string `json:"short_name"`
		Lang       string `json:"lang"`
		StartURL   string `json:"start_url"`
		Scope      string `json:"scope"`
		Display    string `json:"display"`
		Background string `json:"background_color"`
		Theme      string `json:"theme_color"`
		Icons      []icon `json:"icons"`
	}{
		title, startPage{w.plan}.mainTag(), main.lang, "./", "./", "minimal-ui", "#f6f1e6", "#14120f",
		[]icon{{"a/icon-192.png", "192x192", "image/png"}, {"a/icon-512.png", "512x512", "image/png"}},
	})
}

// addWorker adds the service worker. Its version is that of what is said.
func (w feeds) addWorker() {
	names := w.Names()
	slices.Sort(names)
	version := site.Digest(w.plan.campaign.Version() + strings.Join(names, "\n"))
	w.addBytes("sw.js", site.Worker("sharekit-"+w.plan.campaign.Name+"-", version, w.first))
}
