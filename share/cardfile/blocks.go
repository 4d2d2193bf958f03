package cardfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A document is a card's file: the fields of [graphic.Card], with at most one
// block of a kind. The blocks are drawn in the order of the fields.
type document struct {
	ID            string
	Lang          string
	Kicker        string
	Headline      string
	HeadlineShort string `yaml:"headline_short"`
	Attribution   string
	Body          string
	BodyShort     string           `yaml:"body_short"`
	Kinds         blocks           `yaml:",inline"`
	More          []map[string]any `yaml:"blocks"` // as in JSON, with their type
	Note          string
	Source        string
	SourceShort   string `yaml:"source_short"`
	AsOf          string `yaml:"as_of"`
	Action        action
	Logo          *logo
	Tags          []string
	Folio         folio
	FigureWidth   float64 `yaml:"figure_width"`
	Description   string
	Rights        string
}

type logo struct{ File, Name string }

type folio struct{ Number, Of int }

type action struct {
	Verb, Detail, Phone, Prompt, URL string
}

type blocks struct {
	Photo       *photo
	Field       *field
	Few         *few
	Calendar    *calendar
	Clock       *graphic.Clock
	Dates       []dated
	Ledger      *ledger
	Map         written[graphic.Map]
	Line        written[graphic.Line]
	Flow        written[graphic.Flow]
	Slope       written[graphic.Slope]
	Scale       written[graphic.Scale]
	Multiples   written[graphic.Multiples]
	Stretch     written[graphic.Stretch]
	Plan        written[graphic.Plan]
	Stat        *graphic.Stat
	Bars        []graphic.Bar
	People      *people
	Donut       *donut
	Quote       *graphic.Quote
	Versus      *graphic.Versus
	Document    *graphic.Document
	BeforeAfter *graphic.BeforeAfter `yaml:"before_after"`
	List        []string
	Steps       []graphic.Step
	Timeline    []moment
	Event       []graphic.EventRow
	Sources     []graphic.SourceItem
}

type people struct {
	Per      int
	Segments []segment
}

type segment struct {
	Count               int
	Mark, Figure, Label string
}

type donut struct {
	Count, Of    int
	Value, Label string
	RestValue    string `yaml:"rest_value"`
	Rest         string
}

type moment struct {
	At, Date, Text string
	Focus          bool
}

type photo struct {
	File, Alt     string
	X, Y          float64
	Duotone, Full bool
	Redact        []string
}

// inJSON reads blocks in the form that they have in JSON by that form's own
// rules. Its errors name them by what key returns for the n-th.
func (f *File) inJSON(blocks []map[string]any, key func(n int) string) ([]graphic.Block, error) {
	data, err := json.Marshal(map[string]any{"blocks": blocks})
	if err != nil {
		return nil, f.at(key(0), "cardfile-want-keys", nil, err)
	}
	var c graphic.Card
	var refused *graphic.JSONError
	if err := json.Unmarshal(data, &c); errors.As(err, &refused) {
		at := refused.Field()
		for n := range blocks {
			if rest, ok := strings.CutPrefix(at, fmt.Sprintf("blocks[%d]", n)); ok {
				at = key(n) + rest
				break
			}
		}
		return nil, f.fail(f.find(at), refused.About(at), err)
	} else if err != nil {
		return nil, f.at(key(0), "cardfile-want-keys", nil, err)
	}
	return c.Blocks, nil
}

// A written block is written in YAML with the keys of its JSON.
type written[T graphic.Block] map[string]any

// made is the block of a type, which is its key.
func (w written[T]) made(key string) madeBlock {
	return madeBlock{key, w != nil, func(f *File, _ fs.FS) (graphic.Block, error) {
		typed := map[string]any{"type": key}
		maps.Copy(typed, w)
		made, err := f.inJSON([]map[string]any{typed}, func(int) string { return key })
		if err != nil {
			return nil, err
		}
		return made[0], nil
	}}
}

func (w written[T]) keys() []KeyInfo { return keysOf(reflect.TypeFor[T](), "json") }

// A madeBlock is a block of a file, and the key it stands under.
type madeBlock struct {
	key  string
	has  bool
	make func(*File, fs.FS) (graphic.Block, error)
}

// made are the blocks in the order in which they are drawn.
func (b *blocks) made() []madeBlock {
	plain := func(block func() graphic.Block) func(*File, fs.FS) (graphic.Block, error) {
		return func(*File, fs.FS) (graphic.Block, error) { return block(), nil }
	}
	in := func(block func(*File) (graphic.Block, error)) func(*File, fs.FS) (graphic.Block, error) {
		return func(f *File, _ fs.FS) (graphic.Block, error) { return block(f) }
	}
	return []madeBlock{
		{"photo", b.Photo != nil, func(f *File, photos fs.FS) (graphic.Block, error) { return b.Photo.block(f, photos) }},
		{"field", b.Field != nil, in(b.Field.block)},
		{"few", b.Few != nil, in(b.Few.block)},
		{"calendar", b.Calendar != nil, in(b.Calendar.block)},
		{"clock", b.Clock != nil, plain(func() graphic.Block { return *b.Clock })},
		{"dates", b.Dates != nil, in(func(f *File) (graphic.Block, error) { return f.dates(b.Dates) })},
		{"ledger", b.Ledger != nil, in(b.Ledger.block)},
		b.Map.made("map"),
		b.Line.made("line"),
		b.Flow.made("flow"),
		b.Slope.made("slope"),
		b.Scale.made("scale"),
		b.Multiples.made("multiples"),
		b.Stretch.made("stretch"),
		b.Plan.made("plan"),
		{"stat", b.Stat != nil, plain(func() graphic.Block { return *b.Stat })},
		{"bars", b.Bars != nil, plain(func() graphic.Block { return graphic.Bars{Items: b.Bars} })},
		{"people", b.People != nil, func(f *File, _ fs.FS) (graphic.Block, error) { return b.People.block(f) }},
		{"donut", b.Donut != nil, plain(func() graphic.Block { return graphic.Donut(*b.Donut) })},
		{"quote", b.Quote != nil, plain(func() graphic.Block { return *b.Quote })},
		{"versus", b.Versus != nil, plain(func() graphic.Block { return *b.Versus })},
		{"document", b.Document != nil, plain(func() graphic.Block { return *b.Document })},
		{"before_after", b.BeforeAfter != nil, plain(func() graphic.Block { return *b.BeforeAfter })},
		{"list", b.List != nil, plain(func() graphic.Block { return graphic.List{Items: b.List} })},
		{"steps", b.Steps != nil, plain(func() graphic.Block { return graphic.Steps{Items: b.Steps} })},
		{"timeline", b.Timeline != nil, func(f *File, _ fs.FS) (graphic.Block, error) { return f.timeline(b.Timeline) }},
		{"event", b.Event != nil, plain(func() graphic.Block { return graphic.Event{Rows: b.Event} })},
		{"sources", b.Sources != nil, plain(func() graphic.Block { return graphic.Sources{Items: b.Sources} })},
	}
}

var marks = map[string]graphic.Mark{
	"solid": graphic.Solid, "hatch": graphic.Hatch, "open": graphic.Open, "foot": graphic.Foot,
}

func (p *people) block(f *File) (graphic.People, error) {
	b := graphic.People{Per: p.Per}
	for i, s := range p.Segments {
		mark, ok := marks[s.Mark]
		if !ok && s.Mark != "" {
			known := strings.Join(slices.Sorted(maps.Keys(marks)), ", ")
			return b, f.at(fmt.Sprintf("people.segments[%d].mark", i), "cardfile-mark", fault.Values{"value": s.Mark, "known": known}, nil)
		}
		b.Segments = append(b.Segments, graphic.Segment{Count: s.Count, Mark: mark, Figure: s.Figure, Label: s.Label})
	}
	return b, nil
}

func (f *File) timeline(events []moment) (graphic.Timeline, error) {
	var t graphic.Timeline
	for i, e := range events {
		at, err := time.Parse(time.DateOnly, e.At)
		if err != nil {
			return t, f.at(fmt.Sprintf("timeline[%d].at", i), "cardfile-day", fault.Values{"value": e.At}, nil)
		}
		date := e.Date
		if date == "" {
			date = e.At
		}
		t.Events = append(t.Events, graphic.TimelineEvent{At: at, Date: date, Text: e.Text, Focus: e.Focus})
	}
	return t, nil
}

func (p *photo) block(f *File, photos fs.FS) (graphic.Photo, error) {
	b := graphic.Photo{Alt: p.Alt, X: p.X, Y: p.Y, Duotone: p.Duotone, Full: p.Full}
	if p.File == "" {
		return b, f.at("photo", "cardfile-missing", nil, nil)
	}
	pic, err := readPicture(photos, p.File)
	if err != nil {
		return b, f.at("photo.file", "cardfile-photo", fault.Values{"file": p.File, "cause": cause(err)}, err)
	}
	var boxes []image.Rectangle
	for i, s := range p.Redact {
		r, err := Box(s, pic.Bounds())
		if err != nil {
			return b, f.at(fmt.Sprintf("photo.redact[%d]", i), "cardfile-box", fault.Values{"value": s}, err)
		}
		boxes = append(boxes, r)
	}
	if b.Picture, err = pic.Redact(boxes...); err != nil {
		return b, f.at("photo.redact", "cardfile-photo", fault.Values{"file": p.File, "cause": err}, err)
	}
	return b, nil
}

// logos are those of a card: its file names one.
func (f *File) logos(l *logo, photos fs.FS) ([]graphic.Logo, error) {
	if l == nil {
		return nil, nil
	}
	if l.File == "" {
		return nil, f.at("logo", "cardfile-missing", nil, nil)
	}
	fail := func(err error) error {
		return f.at("logo.file", "cardfile-photo", fault.Values{"file": l.File, "cause": cause(err)}, err)
	}
	if photos == nil {
		return nil, fail(fs.ErrPermission)
	}
	file, err := read.OpenRegular(photos, path.Clean(l.File))
	if err != nil {
		return nil, fail(err)
	}
	defer file.Close()
	art, err := graphic.DecodeArtwork(file)
	if err != nil {
		return nil, fail(err)
	}
	return []graphic.Logo{{Art: art, Name: l.Name}}, nil
}

func readPicture(photos fs.FS, name string) (*graphic.Picture, error) {
	if photos == nil {
		return nil, fs.ErrPermission
	}
	file, err := read.OpenRegular(photos, path.Clean(name))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return graphic.DecodePicture(file)
}

// cause leaves out the name of the file that an error is about.
func cause(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}
