package share

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
)

// Tables make the files that spreadsheets and programs read.
type tables struct{ *plan }

const factsName = "data/facts.json"

// addData adds the files for machines and schedulers.
func (k binder) addData() {
	p := tables{k.plan}
	k.addText(factsName, about{every: true}, p.factsJSON)
	k.addTable("data/posts.csv", p.postsTable)
	k.addTable("data/alt-text.csv", p.altTable)
	k.addTable("data/publer.csv", p.publerTable)
	k.addTable("data/schedule.csv", p.scheduleTable)
	k.addCalendars()
}

// addTable adds a table of everything for programs, which is written row by
// row: it may be larger than all else in memory. It tells of every card, so that
// no part of a kit makes it.
func (k binder) addTable(name string, fill func(*sheet.Table) error) {
	k.add(name, gathered, about{every: true}, func(_ context.Context, _ fs.FS, w io.Writer) error {
		t := sheet.NewTable(w, sheet.Programs)
		return errors.Join(fill(t), t.Close())
	})
}

// factData is a fact as others may use it: what is published of it, and
// nothing that is for editors.
type factData struct {
	ID          string        `json:"id"`
	Topic       string        `json:"topic"`
	Headline    campaign.Text `json:"headline"`
	Claim       campaign.Text `json:"claim"`
	Attribution campaign.Text `json:"attribution,omitempty"`
	Figures     []figureData  `json:"figures,omitempty"`
	Publisher   campaign.Text `json:"publisher"`
	Title       string        `json:"title,omitempty"`
	URL         string        `json:"url"`
	AlsoAt      []string      `json:"also_at,omitempty"` // further places where it can be read
	Published   string        `json:"published,omitempty"`
	AsOf        string        `json:"as_of"`
	ReviewAfter string        `json:"review_after,omitempty"`
	Expires     string        `json:"expires,omitempty"`
	ContentNote campaign.Text `json:"content_note,omitempty"`
}

// figureData is one number of a fact, as its source gives it.
type figureData struct {
	Label campaign.Text `json:"label"`
	Value float64       `json:"value"`
	Unit  string        `json:"unit"`
}

func (p tables) figures(f *campaign.Fact) []figureData {
	var all []figureData
	for _, g := range f.Figures {
		all = append(all, figureData{p.plainText(g.Label), g.Value, g.Unit})
	}
	return all
}

func (p tables) factsJSON() (string, error) {
	all := []factData{} // JSON: never null
	for _, f := range p.facts {
		all = append(all, factData{
			ID: f.ID, Topic: f.Topic, Headline: p.plainText(f.Headline), Claim: p.plainText(f.Claim),
			Attribution: p.plainText(f.Attribution), Figures: p.figures(f), Publisher: p.plainText(f.Source.Publisher), Title: f.Source.Title, URL: f.Source.URL,
			AlsoAt:    f.AltURLs,
			Published: f.Source.Published.String(), AsOf: f.AsOf.String(), ReviewAfter: f.ReviewAfter.String(),
			Expires: f.Expires.String(), ContentNote: p.plainText(f.ContentNote),
		})
	}
	return indented(all)
}

// plainText is a text in the kit's languages without marks.
func (p tables) plainText(t campaign.Text) campaign.Text {
	out := make(campaign.Text)
	for _, ed := range p.editions {
		if t.Has(ed.lang) {
			out[ed.lang] = t.Plain(ed.lang)
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

func (p tables) postsTable(t *sheet.Table) error {
	t.Row("fact", "language", "platform", "number", "text", "link", "picture", "alt_text")
	return p.eachPost(func(post *FactPost) {
		t.Row(post.Fact, post.Lang, post.Platform, strconv.Itoa(post.Number), post.Text, post.From.Link, post.Picture, post.Alt)
	})
}

func (p tables) eachPost(f func(*FactPost)) error {
	for post, err := range p.posts {
		if err != nil {
			return err
		}
		f(&post)
	}
	return nil
}

func (p tables) altTable(t *sheet.Table) error {
	t.Row("file", "language", "alt_text", "source")
	for i := range p.pictures {
		pic := &p.pictures[i]
		t.Row(pic.Name(), pic.Lang, pic.Alt, pic.fact.Source.URL)
	}
	return nil
}

// publerTable has the columns that Publer imports (help.publer.com, checked
// 2025-12-05). Dates stay empty: every row is a draft.
func (p tables) publerTable(t *sheet.Table) error {
	t.Row("Date - Intl. format or prompt", "Text", "Link(s) - Separated by comma for FB carousels", "Media URL(s) - Separated by comma",
		"Title - For the video, pin, PDF ..", "Label(s) - Separated by comma", "Alt text(s) - Separated by ||", "Comment(s) - Separated by ||")
	return p.eachPost(func(post *FactPost) {
		t.Row("", post.Text, "", "", "", strings.Join([]string{post.Platform, post.Lang, post.Fact}, ","), post.Alt, "")
	})
}

// scheduleTable is the plain form that most schedulers read: date, text,
// link. Dates stay empty.
func (p tables) scheduleTable(t *sheet.Table) error {
	t.Row("date", "text", "link")
	return p.eachPost(func(post *FactPost) { t.Row("", post.Text, post.From.Link) })
}

// addCalendars adds a calendar of the events that have a day, for everybody,
// and one of the days on which editors look at facts again. A calendar of
// nothing, which programs refuse, is left out.
func (k binder) addCalendars() {
	p := tables{k.plan}
	add := func(name string, entries []sheet.Event) {
		if len(entries) > 0 {
			k.addText(name, about{every: true}, func() (string, error) { return p.calendar(entries), nil })
		}
	}
	add(calendarName, p.publicEvents())
	add(reviewsName, p.reviews())
}

// The calendars of a kit.
const (
	calendarName = "data/calendar.ics"
	reviewsName  = "data/reviews.ics"
)

// calendar is in the kit's first language.
func (p tables) calendar(entries []sheet.Event) string {
	return sheet.Calendar(p.campaign.Title.In(p.langs[0]), p.made(), entries)
}

// made is when calendars say that they were made: the day of the facts and, on
// it, a minute later for each further edition, so that programs which have an
// event take the newer one.
func (p *plan) made() time.Time {
	return p.asOf.Add(time.Duration(max(0, p.campaign.Revision-1)) * time.Minute)
}

// publicEvents lists the events to which people are invited.
func (p tables) publicEvents() []sheet.Event {
	var all []sheet.Event
	for _, e := range p.events() {
		if !e.Starts.IsZero() {
			all = append(all, invitation{p.in(p.langs[0])}.event(e))
		}
	}
	return all
}

// reviews are the days after which a fact has to be looked at again.
func (p tables) reviews() []sheet.Event {
	ed := p.in(p.langs[0])
	var all []sheet.Event
	for _, f := range p.facts {
		if f.ReviewAfter.IsZero() {
			continue
		}
		all = append(all, sheet.Event{
			UID: f.ID + "@" + p.campaign.Name, Start: campaign.Moment{At: f.ReviewAfter.Last().AddDate(0, 0, 1)},
			Summary: ed.say.Label("review") + " " + f.Headline.Plain(ed.lang), Notes: f.Source.URL,
		})
	}
	return all
}
