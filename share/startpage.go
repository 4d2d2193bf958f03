package share

import (
	"net/url"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

const startName = "START-HERE.html"

// A startPage makes what the start page holds of the plan.
type startPage struct{ *plan }

// mainTag is the wordmark of the page.
func (p startPage) mainTag() string {
	if len(p.campaign.Tags) == 0 {
		return p.campaign.Name
	}
	return "#" + p.campaign.Tags[0].Name
}

// pageText is a text in the kit's languages.
func (p startPage) pageText(t campaign.Text) page.Text {
	out := make(page.Text)
	for _, ed := range p.editions {
		if s := t.Plain(ed.lang); s != "" {
			out[ed.lang] = ed.say.NoBreak(s)
		}
	}
	return out
}

// isoDay is the last day of a date; "" for none.
func isoDay(d campaign.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Last().Format(time.DateOnly)
}

func hostOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	return strings.TrimPrefix(u.Host, "www.")
}

func tagLine(p hashtag.Post) string {
	tags := make([]string, len(p.Tags))
	for i, t := range p.Tags {
		tags[i] = t.String()
	}
	return strings.Join(tags, " ")
}

func platformName(id string) string {
	if on, ok := hashtag.Lookup(id); ok {
		return on.Name
	}
	return id
}
