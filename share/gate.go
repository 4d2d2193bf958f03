package share

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// placeOfCorrections is where a page invites corrections.
const placeOfCorrections = "{corrections}"

// pageBody is a page with the campaign's address for corrections in it; false
// for one that is left out: not in the kit's languages, resting on what fell,
// or inviting to an address that the campaign does not have.
func (p *plan) pageBody(pg *campaign.Page) (string, bool) {
	if !p.speaks(pg.Lang) || !p.stand(pg.Facts) {
		return "", false
	}
	to := p.campaign.Corrections
	if to == "" {
		return pg.Body, !strings.Contains(pg.Body, placeOfCorrections)
	}
	return strings.ReplaceAll(pg.Body, placeOfCorrections, shownAddress(to)), true
}

// shownAddress is a link as it is read: a mail address without its scheme.
func shownAddress(link string) string { return strings.TrimPrefix(link, "mailto:") }

// standingPages are the pages of the kit, each with its words as printed.
func (p *plan) standingPages() []campaign.Page {
	var all []campaign.Page
	for _, pg := range p.campaign.Pages {
		if body, ok := p.pageBody(&pg); ok {
			pg.Body = body
			all = append(all, pg)
		}
	}
	return all
}

// gate is what stands before a letter or steps; "" if there is nothing to be
// read first, or its page is not in the kit.
func (ed *edition) gate(page string) string {
	i := slices.IndexFunc(ed.campaign.Pages, func(pg campaign.Page) bool { return pg.ID == page && pg.Lang == ed.lang })
	if i < 0 || ed.campaign.Pages[i].Gate == "" {
		return ""
	}
	pg := &ed.campaign.Pages[i]
	if _, ok := ed.pageBody(pg); !ok {
		return pg.Gate
	}
	return joined(" ", pg.Gate, ed.labelled("read_first", "title", pg.Title))
}

// invitation is where mistakes are told to, in a line; "" without an address.
func (ed *edition) invitation() string {
	if ed.campaign.Corrections == "" {
		return ""
	}
	return ed.say.Label("corrections") + " " + shownAddress(ed.campaign.Corrections)
}
