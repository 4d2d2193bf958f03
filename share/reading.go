package share

import (
	"net/url"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Reading makes the pages that are written out of the campaign's facts.
type reading struct{ *edition }

func pageName(lang, id string) string { return "pages/" + lang + "/" + id + ".md" }

// head is a page's title and the day for which it is true.
func (ed reading) head(title string) string {
	return "# " + title + "\n\n" + figure.Sentence(ed.say.Label("facts_checked")+" "+ed.say.Long(ed.campaign.AsOf)) + "\n"
}

// citations are the sources of facts, a line and an address each; two facts
// of one source share them.
func (ed *edition) citations(ids []string) string {
	var lines, seen []string
	for _, id := range ids {
		f := ed.factByID([]string{id})
		if f == nil || f.Source.URL == "" || slices.Contains(seen, f.Source.URL) {
			continue
		}
		seen = append(seen, f.Source.URL)
		lines = append(lines, "- "+ed.cited(f))
	}
	return strings.Join(lines, "\n")
}

// cited is a fact's source in a line: who, what, when, where.
func (ed *edition) cited(f *campaign.Fact) string {
	from := ed.say.List(f.Source.Publisher.In(ed.lang), f.Source.Title, ed.say.Long(f.Source.Published))
	return joined(" ", figure.Sentence(f.Headline.Plain(ed.lang)), from) + "\n  " + f.Source.URL
}

// reports are the sources that lie on the site of an outlet.
func (ed *edition) reports(o *campaign.Org) string {
	var ids []string
	for _, f := range ed.facts {
		if sameHost(f.Source.URL, o.Link) {
			ids = append(ids, f.ID)
		}
	}
	return ed.citations(ids)
}

func sameHost(a, b string) bool {
	x, err := url.Parse(a)
	y, err2 := url.Parse(b)
	return err == nil && err2 == nil && x.Host != "" && x.Host == y.Host
}
