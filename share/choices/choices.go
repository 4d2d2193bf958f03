// Package choices lists what can be chosen where a campaign's things are made:
// formats, themes and platforms, and of one campaign its languages, facts,
// threads and letters. Every row has the id that other packages know it by.
package choices

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A Row is one thing that can be chosen. Which fields it has depends on its
// kind. It is plain data, safe for concurrent use as long as nobody changes it.
type Row struct {
	ID     string  `json:"id"`
	Name   string  `json:"name,omitempty"`
	Width  int     `json:"width,omitempty"`  // px
	Height int     `json:"height,omitempty"` // px
	DPI    float64 `json:"dpi,omitempty"`    // of paper
	Limit  int     `json:"limit,omitempty"`
	Unit   string  `json:"unit,omitempty"`
	Tags   int     `json:"tags,omitempty"` // at most so many; negative: they mean nothing there
	Alt    int     `json:"alt,omitempty"`  // characters of alt text
	Posts  int     `json:"posts,omitempty"`
	Status string  `json:"status,omitempty"` // of a fact that is not current
	Slots  []Slot  `json:"slots,omitempty"`
}

// A Slot of a letter is what its sender fills in.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Slot struct {
	ID       string `json:"id"`
	Label    string `json:"label"`
	Required bool   `json:"required,omitempty"`
}

// A Kind of things that can be chosen, by its name in the plural.
// It is safe for concurrent use as long as nobody changes it.
type Kind struct {
	Name       string
	OfCampaign bool // Rows reads the campaign, which may be nil for others

	// Rows lists them. Lang is the language of their names.
	Rows func(c *campaign.Campaign, lang string) []Row
}

// Kinds are all kinds. The slice is the caller's own.
func Kinds() []Kind {
	return []Kind{
		{"formats", false, formats}, {"themes", false, themes}, {"platforms", false, platforms},
		{"languages", true, languages}, {"facts", true, facts}, {"threads", true, threads}, {"letters", true, letters},
	}
}

// IDs lists the ids of the rows of a kind; nil for an unknown kind.
func IDs(kind string, c *campaign.Campaign, lang string) (ids []string) {
	for _, k := range Kinds() {
		if k.Name != kind {
			continue
		}
		for _, r := range k.Rows(c, lang) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// Formats lists the formats of screens, then those of paper.
func Formats() []graphic.Format { return append(graphic.Formats(), graphic.PrintFormats()...) }

func formats(*campaign.Campaign, string) (rows []Row) {
	for _, f := range Formats() {
		rows = append(rows, Row{ID: f.Name, Width: f.W, Height: f.H, DPI: f.DPI})
	}
	return rows
}

func themes(*campaign.Campaign, string) (rows []Row) {
	for _, name := range graphic.ThemeNames() {
		rows = append(rows, Row{ID: name})
	}
	return rows
}

func platforms(*campaign.Campaign, string) (rows []Row) {
	for _, p := range hashtag.Platforms() {
		rows = append(rows, Row{ID: p.ID, Name: p.Name, Limit: p.MaxLength, Unit: p.Unit().String(), Tags: p.MaxTags, Alt: p.MaxAlt})
	}
	return rows
}

func languages(c *campaign.Campaign, _ string) (rows []Row) {
	for _, l := range c.Languages {
		rows = append(rows, Row{ID: l, Name: c.Title.In(l)})
	}
	return rows
}

func facts(c *campaign.Campaign, lang string) (rows []Row) {
	for _, f := range c.Facts {
		r := Row{ID: f.ID, Name: f.Headline.Plain(lang)}
		if f.Status != "" && f.Status != campaign.Current {
			r.Status = string(f.Status)
		}
		rows = append(rows, r)
	}
	return rows
}

func threads(c *campaign.Campaign, lang string) (rows []Row) {
	for _, t := range c.Threads {
		rows = append(rows, Row{ID: t.ID, Name: t.Title.In(lang), Posts: len(t.Parts[lang])})
	}
	return rows
}

func letters(c *campaign.Campaign, lang string) (rows []Row) {
	for _, l := range c.Letters {
		if l.Lang != lang {
			continue
		}
		r := Row{ID: l.ID, Name: l.Title}
		for _, s := range l.Slots {
			r.Slots = append(r.Slots, Slot{s.ID, s.Label, s.Required})
		}
		rows = append(rows, r)
	}
	return rows
}
