package share

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/say"
	"github.com/shutdowncecot/toolkit/share/studio"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// studioData is what the page's studio begins with.
type studioData struct {
	Facts   []studioFact                 `json:"facts"`
	Formats []studioFormat               `json:"formats"`
	Words   map[string]map[string]string `json:"words,omitempty"` // of alt texts, by language, where they are the campaign's own
	Themes  []studioTheme                `json:"themes"`
	Frames  map[string]graphic.Card      `json:"frames"` // of free words, by language
	Events  []studioEvent                `json:"events,omitempty"`
	Slides  studioSlides                 `json:"slides,omitempty"`
	Posts   map[string]studioPostcard    `json:"postcards,omitempty"` // by language, where people are known to write to
	Memory  json.RawMessage              `json:"memory"`              // see studio.New
	Marks   map[string]studio.Marks      `json:"marks"`
	Says    map[string]fault.Rules       `json:"sentences,omitempty"` // of findings, by language
	Files   []byte                       `json:"files,omitempty"`     // the campaign's own themes and fonts, as a zip
}

// A studioEvent is a poster to fill in.
type studioEvent struct {
	ID      string                  `json:"id"`
	Theme   string                  `json:"theme"`
	Cards   map[string]graphic.Card `json:"cards"`
	Fields  []string                `json:"fields"` // their ids, in the order of the rows
	Formats []string                `json:"formats"`
}

// A studioTheme is a look to choose.
type studioTheme struct {
	ID      string   `json:"id"`
	Grounds []string `json:"grounds"`
}

type studioFormat struct {
	ID    string `json:"id"`
	Words int    `json:"words"` // that are read at a glance
	Paper bool   `json:"paper,omitempty"`
}

// A studioFact is a fact's cards by language and format, and how they look.
type studioFact struct {
	ID     string                             `json:"id"`
	Theme  string                             `json:"theme"`
	Ground string                             `json:"ground,omitempty"`
	Also   []string                           `json:"also,omitempty"`
	Cards  map[string]map[string]graphic.Card `json:"cards"`
}

// mostFiles is how many bytes of own themes and fonts a page takes along.
const mostFiles = 1_000_000

// A studioPage makes what the start page's studio holds.
type studioPage struct{ startPage }

// pageStudio is the studio of the start page; nil without one, and where the
// cards need fonts that the campaign's folder does not have, or more of them than
// a page can take along.
func (p studioPage) pageStudio(s *Studio) (*page.Studio, error) {
	if s == nil || p.lent || len(p.facts) == 0 {
		return nil, nil
	}
	files, err := ownLooks(p.campaign.Files())
	if err != nil || len(files) > mostFiles {
		return nil, err
	}
	d := p.studioData()
	d.Files = files
	if d.Slides, err = p.studioSlides(); err != nil {
		return nil, err
	}
	if d.Memory, err = truth.New(p.campaign).Memory(); err != nil {
		return nil, err
	}
	data, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	made, err := page.NewStudio(s.Program, s.Loader, data)
	if err == nil {
		made.Events, made.Postcards = len(d.Events) > 0, len(d.Posts) > 0
	}
	return made, err
}

func (p studioPage) studioData() studioData {
	d := studioData{
		Words: make(map[string]map[string]string), Frames: make(map[string]graphic.Card),
		Marks: make(map[string]studio.Marks), Says: make(map[string]fault.Rules),
	}
	d.Formats, d.Themes = p.studioFormats(), p.studioThemes()
	for _, ed := range p.editions {
		if own := labelled(ed.say, altLabels); len(own) > 0 {
			d.Words[ed.lang] = own
		}
		if c := say.For(ed.tag); c.Lang() != language.English {
			d.Says[ed.lang] = c.Rules()
		}
		d.Frames[ed.lang] = graphic.Card{ID: "own", Lang: ed.tag, Tags: p.cardTags(&campaign.Fact{}), Logos: ed.logos()}
		label := ed.say.Label
		d.Marks[ed.lang] = studio.Marks{
			Kicker: label("own_kicker"), Own: label("own_mark"), Source: label("source"), Figures: label("own_figures"), Photo: label("own_photo"),
		}
	}
	d.Facts, d.Events, d.Posts = p.studioFacts(), p.studioEvents(), p.studioPostcards()
	return d
}

// studioFormats are the kit's, then all others.
func (p studioPage) studioFormats() (all []studioFormat) {
	add := func(formats []graphic.Format, paper bool) {
		for _, f := range formats {
			if !slices.ContainsFunc(all, func(had studioFormat) bool { return had.ID == f.Name }) {
				all = append(all, studioFormat{f.Name, f.WordBudget(), paper})
			}
		}
	}
	add(p.formats, false)
	add(graphic.Formats(), false)
	add(graphic.PrintFormats(), true)
	return all
}

// studioThemes are the campaign's own, then the built-in ones.
func (p studioPage) studioThemes() (all []studioTheme) {
	add := func(t graphic.Theme) {
		if !slices.ContainsFunc(all, func(had studioTheme) bool { return had.ID == t.Name }) {
			all = append(all, studioTheme{t.Name, t.Grounds()})
		}
	}
	for _, f := range p.facts {
		if t := p.looks[f.ID].theme; !builtIn(t) {
			add(t)
		}
	}
	for _, t := range graphic.Themes() {
		add(t)
	}
	return all
}

func builtIn(t graphic.Theme) bool { _, ok := graphic.LookupTheme(t.Name); return ok }

// ownLooks are the themes and fonts of a campaign's folder as a zip of no date;
// nil if it has none.
func ownLooks(files fs.FS) ([]byte, error) {
	if files == nil {
		return nil, nil
	}
	var b bytes.Buffer
	z, n := zip.NewWriter(&b), 0
	for _, dir := range []string{"themes", "fonts"} {
		err := fs.WalkDir(files, dir, func(name string, e fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && name == dir {
				return fs.SkipDir
			}
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			data, err := fs.ReadFile(files, name)
			if err != nil {
				return err
			}
			w, err := z.Create(name)
			if err != nil {
				return err
			}
			n++
			_, err = w.Write(data)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil || n == 0 {
		return nil, err
	}
	return b.Bytes(), nil
}

// studioEvents are the posters of events with blanks.
func (p studioPage) studioEvents() (all []studioEvent) {
	for n, e := range p.invited() {
		own := studioEvent{ID: e.ID, Cards: make(map[string]graphic.Card), Formats: []string{"letter", "tabloid", "a4", "a3", "portrait"}}
		for _, f := range e.Fields {
			own.Fields = append(own.Fields, f.ID)
		}
		for _, ed := range p.editions {
			s := press{ed}.eventSets()[n]
			own.Cards[ed.lang], own.Theme = s.card, p.themeOr(s.theme, p.theme).Name
		}
		if len(own.Fields) > 0 {
			all = append(all, own)
		}
	}
	return all
}

// A studioPostcard is a postcard of the campaign, to be addressed.
type studioPostcard struct {
	Front graphic.Card `json:"front"`
	Back  graphic.Card `json:"back"`
	Theme string       `json:"theme"` // of the front
	Ink   string       `json:"ink"`   // the theme of the back
}

func (p studioPage) studioPostcards() map[string]studioPostcard {
	if len(p.campaign.People.List) == 0 {
		return nil
	}
	all := make(map[string]studioPostcard)
	for _, ed := range p.editions {
		back, ok := press{ed}.postcardBack()
		if fronts := (press{ed}).postcards(); ok && len(fronts) > 0 {
			all[ed.lang] = studioPostcard{fronts[0], back, ed.theme.Name, oneInk().Name}
		}
	}
	return all
}

// studioFacts are the facts' cards as the kit has them.
func (p studioPage) studioFacts() (all []studioFact) {
	for _, f := range p.facts {
		l := p.looks[f.ID]
		own := studioFact{ID: f.ID, Theme: l.theme.Name, Ground: l.ground, Cards: make(map[string]map[string]graphic.Card)}
		for _, ed := range p.editions {
			own.Cards[ed.lang] = make(map[string]graphic.Card)
			for _, format := range p.formats {
				pic := ed.picture(f.ID, format.Name)
				own.Cards[ed.lang][format.Name], own.Also = pic.card(), pic.also()
			}
		}
		all = append(all, own)
	}
	return all
}
