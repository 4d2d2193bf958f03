package share

import (
	"encoding/json"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/studio"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// A Studio is the toolkit as a program for browsers, with which START-HERE.html
// draws cards itself, with a reader's own words too. It is built from
// examples/wasm; the same program in two kits makes the same page, programs of
// two versions of Go do not.
type Studio struct {
	Program []byte // WebAssembly, for js/wasm
	Loader  []byte // wasm_exec.js of the Go that built it
	Notices []byte // the licences of Go and of the modules in Program, for LICENSES.txt
}

// studioData is what the page's studio begins with.
type studioData struct {
	Facts   []studioFact                 `json:"facts"`
	Formats []studioFormat               `json:"formats"`
	Words   map[string]map[string]string `json:"words,omitempty"` // of alt texts, by language, where they are the campaign's own
	Themes  []studioTheme                `json:"themes"`
	Frames  map[string]graphic.Card      `json:"frames"` // of free words, by language
	Events  []studioEvent                `json:"events,omitempty"`
	Memory  json.RawMessage              `json:"memory"` // see studio.New
	Marks   map[string]studio.Marks      `json:"marks"`
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
	ID string `json:"id"`
	W  int    `json:"w"`
	H  int    `json:"h"`
}

// A studioFact is a fact's cards by language and format, and how they look.
type studioFact struct {
	ID     string                             `json:"id"`
	Theme  string                             `json:"theme"`
	Ground string                             `json:"ground,omitempty"`
	Also   []string                           `json:"also,omitempty"`
	Cards  map[string]map[string]graphic.Card `json:"cards"`
}

// pageStudio is the studio of the start page; nil without one, and where the
// cards need themes or fonts that only the campaign's folder has.
func (p startPage) pageStudio(s *Studio) (*page.Studio, error) {
	if s == nil || !p.drawnAnywhere() {
		return nil, nil
	}
	d := p.studioData()
	var err error
	if d.Memory, err = truth.New(p.campaign).Memory(); err != nil {
		return nil, err
	}
	data, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	made, err := page.NewStudio(s.Program, s.Loader, data)
	if err == nil {
		made.Events = len(d.Events) > 0
	}
	return made, err
}

// drawnAnywhere reports whether a program that has nothing of the campaign's
// folder draws the same pictures.
func (p startPage) drawnAnywhere() bool {
	if p.fonts != nil {
		return false
	}
	for _, l := range p.looks {
		if _, ok := graphic.LookupTheme(l.theme.Name); !ok {
			return false
		}
	}
	return len(p.facts) > 0
}

func (p startPage) studioData() studioData {
	d := studioData{Words: make(map[string]map[string]string), Frames: make(map[string]graphic.Card), Marks: make(map[string]studio.Marks)}
	for _, f := range p.formats {
		d.Formats = append(d.Formats, studioFormat{f.Name, f.W, f.H})
	}
	for _, t := range graphic.Themes() {
		d.Themes = append(d.Themes, studioTheme{t.Name, t.Grounds()})
	}
	for _, ed := range p.editions {
		if own := labelled(ed.say, altLabels); len(own) > 0 {
			d.Words[ed.lang] = own
		}
		d.Frames[ed.lang] = graphic.Card{ID: "own", Lang: ed.tag, Tags: p.cardTags(&campaign.Fact{})}
		label := ed.say.Label
		d.Marks[ed.lang] = studio.Marks{
			Kicker: label("own_kicker"), Own: label("own_mark"), Source: label("source"), Figures: label("own_figures"), Photo: label("own_photo"),
		}
	}
	d.Facts, d.Events = p.studioFacts(), p.studioEvents()
	return d
}

// studioEvents are the posters of events with blanks.
func (p startPage) studioEvents() (all []studioEvent) {
	for n, e := range p.events() {
		own := studioEvent{ID: e.ID, Cards: make(map[string]graphic.Card), Formats: []string{"portrait", "letter", "a4", "tabloid"}}
		for _, f := range e.Fields {
			own.Fields = append(own.Fields, f.ID)
		}
		for _, ed := range p.editions {
			s := press{ed}.eventSets()[n]
			own.Cards[ed.lang], own.Theme = s.card, p.themeOr(s.theme, p.theme).Name
		}
		if _, ok := graphic.LookupTheme(own.Theme); ok && len(own.Fields) > 0 {
			all = append(all, own)
		}
	}
	return all
}

// studioFacts are the facts' cards as the kit has them.
func (p startPage) studioFacts() (all []studioFact) {
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
