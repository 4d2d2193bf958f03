package main

import (
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
)

// cardBlocks are the blocks of a card's file.
type cardBlocks struct {
	Stat        *graphic.Stat
	Bars        []graphic.Bar
	People      *peopleFile
	Donut       *donutFile
	Quote       *graphic.Quote
	Versus      *graphic.Versus
	Document    *graphic.Document
	BeforeAfter *graphic.BeforeAfter `yaml:"before_after"`
	List        []string
	Steps       []graphic.Step
	Timeline    []momentFile
	Event       []graphic.EventRow
	Sources     []graphic.SourceItem
	Photo       *photoFile
}

type peopleFile struct {
	Per      int
	Segments []struct {
		Count               int
		Mark, Figure, Label string
	}
}

type donutFile struct {
	Count, Of    int
	Value, Label string
	RestValue    string `yaml:"rest_value"`
	Rest         string
}

type momentFile struct {
	At, Date, Text string
	Focus          bool
}

type photoFile struct {
	File, Alt     string
	X, Y          float64
	Duotone, Full bool
	Redact        []string
}

// A madeBlock is a block of a file, and the key it stands under.
type madeBlock struct {
	key  string
	has  bool
	make func() (graphic.Block, error)
}

// made are the blocks in the order in which they are drawn. Photographs are
// looked for in dir.
func (f *cardBlocks) made(dir string) []madeBlock {
	plain := func(b graphic.Block) func() (graphic.Block, error) {
		return func() (graphic.Block, error) { return b, nil }
	}
	return []madeBlock{
		{"photo", f.Photo != nil, func() (graphic.Block, error) { return f.Photo.block(dir) }},
		{"stat", f.Stat != nil, func() (graphic.Block, error) { return *f.Stat, nil }},
		{"bars", f.Bars != nil, plain(graphic.Bars{Items: f.Bars})},
		{"people", f.People != nil, func() (graphic.Block, error) { return f.People.block() }},
		{"donut", f.Donut != nil, func() (graphic.Block, error) { return graphic.Donut(*f.Donut), nil }},
		{"quote", f.Quote != nil, func() (graphic.Block, error) { return *f.Quote, nil }},
		{"versus", f.Versus != nil, func() (graphic.Block, error) { return *f.Versus, nil }},
		{"document", f.Document != nil, func() (graphic.Block, error) { return *f.Document, nil }},
		{"before_after", f.BeforeAfter != nil, func() (graphic.Block, error) { return *f.BeforeAfter, nil }},
		{"list", f.List != nil, plain(graphic.List{Items: f.List})},
		{"steps", f.Steps != nil, plain(graphic.Steps{Items: f.Steps})},
		{"timeline", f.Timeline != nil, func() (graphic.Block, error) { return timeline(f.Timeline) }},
		{"event", f.Event != nil, plain(graphic.Event{Rows: f.Event})},
		{"sources", f.Sources != nil, plain(graphic.Sources{Items: f.Sources})},
	}
}

// blocks are those that the file has.
func (f *cardBlocks) blocks(dir string) (all []graphic.Block, err error) {
	for _, m := range f.made(dir) {
		if !m.has {
			continue
		}
		b, err := m.make()
		if err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, nil
}

// keys are those of the blocks that the file has.
func (f *cardBlocks) keys() (all []string) {
	for _, m := range f.made("") {
		if m.has {
			all = append(all, m.key)
		}
	}
	return all
}

var marks = map[string]graphic.Mark{
	"": graphic.Solid, "solid": graphic.Solid, "hatch": graphic.Hatch, "open": graphic.Open, "foot": graphic.Foot,
}

func (p *peopleFile) block() (graphic.People, error) {
	b := graphic.People{Per: p.Per}
	for i, s := range p.Segments {
		mark, ok := marks[s.Mark]
		if !ok {
			return b, &placeError{fmt.Sprintf("people.segments[%d].mark", i), &valueError{s.Mark, "mark"}}
		}
		b.Segments = append(b.Segments, graphic.Segment{Count: s.Count, Mark: mark, Figure: s.Figure, Label: s.Label})
	}
	return b, nil
}

func timeline(events []momentFile) (graphic.Timeline, error) {
	var t graphic.Timeline
	for i, e := range events {
		at, err := time.Parse(time.DateOnly, e.At)
		if err != nil {
			return t, &placeError{fmt.Sprintf("timeline[%d].at", i), &valueError{e.At, "day"}}
		}
		date := e.Date
		if date == "" {
			date = e.At
		}
		t.Events = append(t.Events, graphic.Moment{At: at, Date: date, Text: e.Text, Focus: e.Focus})
	}
	return t, nil
}

func (p *photoFile) block(dir string) (graphic.Photo, error) {
	b := graphic.Photo{Alt: p.Alt, X: p.X, Y: p.Y, Duotone: p.Duotone, Full: p.Full}
	if p.File == "" {
		return b, &placeError{"photo.file", errors.New("is missing")}
	}
	pic, err := readPicture(filepath.Join(dir, p.File))
	if err != nil {
		return b, &placeError{"photo.file: " + p.File, cause(err)}
	}
	var boxes []image.Rectangle
	for _, s := range p.Redact {
		r, err := box(s, pic.Bounds())
		if err != nil {
			return b, &placeError{"photo.redact", err}
		}
		boxes = append(boxes, r)
	}
	if b.Picture, err = pic.Redact(boxes...); err != nil {
		return b, &placeError{"photo.redact", err}
	}
	return b, nil
}

func readPicture(name string) (*graphic.Picture, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return graphic.DecodePicture(f)
}
