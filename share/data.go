package share

import (
	"encoding/json"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
)

// addData adds the files for machines and schedulers.
func (k *Kit) addData() {
	p := k.plan
	k.addText(factsName, about{every: true}, p.factsJSON)
	k.addText("data/posts.csv", about{every: true}, p.postsCSV)
	k.addText("data/alt-text.csv", about{every: true}, func() (string, error) { return sheet.CSV(p.altRows()), nil })
	k.addText("data/publer.csv", about{every: true}, p.publerCSV)
	k.addText("data/schedule.csv", about{every: true}, p.scheduleCSV)
	k.addText("data/calendar.ics", about{every: true}, func() (string, error) { return p.calendar(), nil })
}

// factData is a fact as others may use it: what is published of it, and
// nothing that is for editors.
type factData struct {
	ID          string        `json:"id"`
	Topic       string        `json:"topic"`
	Headline    campaign.Text `json:"headline"`
	Claim       campaign.Text `json:"claim"`
	Attribution campaign.Text `json:"attribution,omitempty"`
	Publisher   campaign.Text `json:"publisher"`
	Title       string        `json:"title,omitempty"`
	URL         string        `json:"url"`
	Published   string        `json:"published,omitempty"`
	AsOf        string        `json:"as_of"`
	ReviewAfter string        `json:"review_after,omitempty"`
	Expires     string        `json:"expires,omitempty"`
	ContentNote campaign.Text `json:"content_note,omitempty"`
}

func (p *plan) factsJSON() (string, error) {
	var all []factData
	for _, f := range p.facts {
		all = append(all, factData{
			ID: f.ID, Topic: f.Topic, Headline: p.plainText(f.Headline), Claim: p.plainText(f.Claim),
			Attribution: p.plainText(f.Attribution), Publisher: p.plainText(f.Source.Publisher), Title: f.Source.Title, URL: f.Source.URL,
			Published: f.Source.Published.String(), AsOf: f.AsOf.String(), ReviewAfter: f.ReviewAfter.String(),
			Expires: f.Expires.String(), ContentNote: p.plainText(f.ContentNote),
		})
	}
	return indented(all)
}

// plainText is a text in the kit's languages without marks.
func (p *plan) plainText(t campaign.Text) campaign.Text {
	out := make(campaign.Text)
	for _, lang := range p.langs {
		if t.Has(lang) {
			out[lang] = t.Plain(lang)
		}
	}
	return out
}

func indented(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.String(), err
}

// posted is one post of the kit in order.
type posted struct {
	fact    *campaign.Fact
	lang    string
	channel channel
	number  int // of the fact's posts there, from 1
	text    string
}

func (p *plan) eachPost(f func(posted)) error {
	for _, fact := range p.facts {
		for _, lang := range p.langs {
			for _, ch := range channels {
				all, err := p.composeFor(fact, lang, ch.Platform)
				if err != nil {
					return err
				}
				for i, c := range all {
					f(posted{fact, lang, ch, i + 1, c.text})
				}
			}
		}
	}
	return nil
}

func (p *plan) postsCSV() (string, error) {
	rows := [][]string{{"fact", "language", "platform", "number", "text", "link", "picture", "alt_text"}}
	err := p.eachPost(func(t posted) {
		picture, alt := p.pictureFor(t)
		rows = append(rows, []string{t.fact.ID, t.lang, t.channel.ID, itoa(t.number), t.text, t.fact.Source.URL, picture, alt})
	})
	return sheet.CSV(rows), err
}

// pictureFor is the picture that suits a post's channel best.
func (p *plan) pictureFor(t posted) (name, alt string) {
	for _, format := range t.channel.formats {
		if pic := p.picture(t.fact.ID, t.lang, format); pic != nil {
			return pic.Name(), pic.Alt
		}
	}
	return "", ""
}

func (p *plan) altRows() [][]string {
	rows := [][]string{{"file", "language", "alt_text", "source"}}
	for i := range p.pictures {
		pic := &p.pictures[i]
		rows = append(rows, []string{pic.Name(), pic.Lang, pic.Alt, pic.fact.Source.URL})
	}
	return rows
}

// publerCSV has the columns that Publer imports (help.publer.com, checked
// 2025-12-05). Dates stay empty: every row is a draft.
func (p *plan) publerCSV() (string, error) {
	rows := [][]string{{"Date - Intl. format or prompt", "Text", "Link(s) - Separated by comma for FB carousels", "Media URL(s) - Separated by comma",
		"Title - For the video, pin, PDF ..", "Label(s) - Separated by comma", "Alt text(s) - Separated by ||", "Comment(s) - Separated by ||"}}
	err := p.eachPost(func(t posted) {
		_, alt := p.pictureFor(t)
		rows = append(rows, []string{"", t.text, "", "", "", strings.Join([]string{t.channel.ID, t.lang, t.fact.ID}, ","), alt, ""})
	})
	return sheet.CSV(rows), err
}

// scheduleCSV is the plain form that most schedulers read: date, text, link.
// Dates stay empty.
func (p *plan) scheduleCSV() (string, error) {
	rows := [][]string{{"date", "text", "link"}}
	err := p.eachPost(func(t posted) { rows = append(rows, []string{"", t.text, t.fact.Source.URL}) })
	return sheet.CSV(rows), err
}

// calendar says when events take place and when facts have to be looked at
// again, in the kit's first language.
func (p *plan) calendar() string {
	var events []sheet.Event
	lang := p.langs[0]
	for _, e := range p.events() {
		if !e.Starts.IsZero() {
			events = append(events, p.event(e, lang))
		}
	}
	for _, f := range p.facts {
		if f.ReviewAfter.IsZero() {
			continue
		}
		events = append(events, sheet.Event{
			UID: f.ID + "@" + p.campaign.Name, Start: campaign.Moment{At: f.ReviewAfter.Last().AddDate(0, 0, 1)},
			Summary: f.Headline.Plain(lang), Notes: f.Source.URL,
		})
	}
	return sheet.Calendar(p.campaign.Title.In(lang), p.asOf, events)
}
