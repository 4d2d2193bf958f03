package cardfile

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Pictures of data, which fill the card.

type field struct {
	Groups                      []segment
	Figure, Prefix, Unit, Clear string
}

type few struct {
	Count                             int
	Mark, Figure, Prefix, Label, Unit string
}

type calendar struct {
	From, To      string
	Days          int
	First, Last   string
	Months        []string
	Figure, Label string
}

type ledger struct {
	Count                       int
	Mark, Figure, Prefix, Label string
}

type dated struct{ At, Date, Head string }

// mark is the kind of bar that a key names; none is the first.
func (f *File) mark(key, name string) (graphic.Mark, error) {
	m, ok := marks[name]
	if !ok && name != "" {
		known := strings.Join(slices.Sorted(maps.Keys(marks)), ", ")
		return m, f.at(key, "cardfile-mark", fault.Values{"value": name, "known": known}, nil)
	}
	return m, nil
}

// day is the date of a key; none is the zero one.
func (f *File) day(key, s string) (time.Time, error) {
	at, err := time.Parse(time.DateOnly, s)
	if s != "" && err != nil {
		return at, f.at(key, "cardfile-day", fault.Values{"value": s}, nil)
	}
	return at, nil
}

func (b *field) block(f *File) (graphic.Block, error) {
	out := graphic.Field{Figure: b.Figure, Prefix: b.Prefix, Unit: b.Unit}
	if b.Clear != "" && out.Clear.UnmarshalText([]byte(b.Clear)) != nil {
		return nil, f.at("field.clear", "cardfile-mark", fault.Values{"value": b.Clear, "known": "bottom, end, middle, top"}, nil)
	}
	for i, s := range b.Groups {
		m, err := f.mark(fmt.Sprintf("field.groups[%d].mark", i), s.Mark)
		if err != nil {
			return nil, err
		}
		out.Groups = append(out.Groups, graphic.Segment{Count: s.Count, Mark: m, Figure: s.Figure, Label: s.Label})
	}
	return out, nil
}

func (b *few) block(f *File) (graphic.Block, error) {
	m, err := f.mark("few.mark", b.Mark)
	return graphic.Few{Count: b.Count, Mark: m, Figure: b.Figure, Prefix: b.Prefix, Label: b.Label, Unit: b.Unit}, err
}

func (b *ledger) block(f *File) (graphic.Block, error) {
	m, err := f.mark("ledger.mark", b.Mark)
	return graphic.Ledger{Count: b.Count, Mark: m, Figure: b.Figure, Prefix: b.Prefix, Label: b.Label}, err
}

func (b *calendar) block(f *File) (graphic.Block, error) {
	from, err := f.day("calendar.from", b.From)
	if err != nil {
		return nil, err
	}
	to, err := f.day("calendar.to", b.To)
	return graphic.Calendar{
		From: from, To: to, Days: b.Days, First: b.First, Last: b.Last, Months: b.Months, Figure: b.Figure, Label: b.Label,
	}, err
}

func (f *File) dates(events []dated) (graphic.Block, error) {
	var out graphic.Dates
	for i, e := range events {
		at, err := f.day(fmt.Sprintf("dates[%d].at", i), e.At)
		if err != nil {
			return nil, err
		}
		out.Events = append(out.Events, graphic.DatedEvent{At: at, Date: e.Date, Head: e.Head})
	}
	return out, nil
}
