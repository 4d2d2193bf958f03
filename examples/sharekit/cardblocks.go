package main

import (
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

// blocks are those that the file has. Photographs are looked for in dir.
func (f *cardBlocks) blocks(dir string) (all []graphic.Block, err error) {
	add := func(b graphic.Block, e error) {
		if all = append(all, b); err == nil {
			err = e
		}
	}
	if f.Photo != nil {
		add(f.Photo.block(dir))
	}
	if f.Stat != nil {
		add(*f.Stat, nil)
	}
	if f.Bars != nil {
		add(graphic.Bars{Items: f.Bars}, nil)
	}
	if f.People != nil {
		add(f.People.block())
	}
	if f.Donut != nil {
		add(graphic.Donut(*f.Donut), nil)
	}
	if f.Quote != nil {
		add(*f.Quote, nil)
	}
	if f.Versus != nil {
		add(*f.Versus, nil)
	}
	if f.Document != nil {
		add(*f.Document, nil)
	}
	if f.BeforeAfter != nil {
		add(*f.BeforeAfter, nil)
	}
	if f.List != nil {
		add(graphic.List{Items: f.List}, nil)
	}
	if f.Steps != nil {
		add(graphic.Steps{Items: f.Steps}, nil)
	}
	if f.Timeline != nil {
		add(timeline(f.Timeline))
	}
	if f.Event != nil {
		add(graphic.Event{Rows: f.Event}, nil)
	}
	if f.Sources != nil {
		add(graphic.Sources{Items: f.Sources}, nil)
	}
	return all, err
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
