package share

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
)

// events lists the events that are not over on the day of the kit. The headline
// of one that is cancelled begins with that.
func (p *plan) events() []*campaign.EventCard {
	var all []*campaign.EventCard
	for i := range p.campaign.Events {
		e := &p.campaign.Events[i]
		last := e.Ends.Date()
		if last.IsZero() {
			last = e.Starts.Date()
		}
		if last.Before(p.asOf) {
			continue
		}
		if len(e.Cancelled) > 0 {
			off := *e
			off.Headline = make(campaign.Text)
			for lang := range e.Headline {
				off.Headline[lang] = joined(": ", e.Cancelled.In(lang), e.Headline.In(lang))
			}
			e = &off
		}
		all = append(all, e)
	}
	return all
}

// invited lists the events that are not cancelled: those of posters.
func (p *plan) invited() []*campaign.EventCard {
	return slices.DeleteFunc(p.events(), func(e *campaign.EventCard) bool { return len(e.Cancelled) > 0 })
}

// An invitation says of an event what is known of it.
type invitation struct{ *edition }

// addEvents adds the words of every event, its blanks to be filled in, and
// for one with a time a file for calendars.
func (k binder) addEvents() {
	p := k.plan
	for _, e := range p.events() {
		for _, ed := range p.editions {
			name := "events/" + ed.lang + "/" + e.ID
			k.addText(name+".txt", about{lang: ed.lang}, func() (string, error) { return invitation{ed}.eventText(e), nil })
			if !e.Starts.IsZero() {
				k.addText(name+".ics", about{lang: ed.lang}, func() (string, error) {
					return sheet.Calendar(e.Headline.Plain(ed.lang), p.made(), []sheet.Event{invitation{ed}.event(e)}), nil
				})
			}
		}
	}
}

// eventText is what an invitation says.
func (ed invitation) eventText(e *campaign.EventCard) string {
	var rows []string
	for _, f := range e.Fields {
		value := ed.fieldValue(e, f)
		if value == "" {
			value = strings.Repeat("_", 20)
		}
		rows = append(rows, fmt.Sprintf("%s: %s", f.Label.In(ed.lang), value))
	}
	heading := joined("\n", e.Kicker.In(ed.lang), e.Headline.Plain(ed.lang))
	return joined("\n\n", heading, e.Body.In(ed.lang), strings.Join(rows, "\n"), e.SmallPrint.In(ed.lang)) + "\n"
}

// eventBlock is an event's poster: what is known of it, or all its blanks where
// nothing is.
func (ed invitation) eventBlock(e *campaign.EventCard) (graphic.Event, bool) {
	var b graphic.Event
	var blank []graphic.EventRow
	in := func(t campaign.Text) string { return ed.say.NoBreak(t.In(ed.lang)) }
	values := make(map[string]string)
	for _, f := range e.Fields {
		values[f.ID] = ed.say.NoBreak(ed.fieldValue(e, f))
		blank = append(blank, graphic.EventRow{Label: in(f.Label), Text: values[f.ID]})
	}
	if b.Day = values["date"]; e.Starts.Date().Day != 0 && !filledIn(e, "date", ed.lang) {
		from := campaign.DateOf(ed.asOf)
		b.Day = ed.say.NoBreak(through(ed.say.Day(e.Starts.Date(), from), ed.say.Day(lastDay(e), from)))
	}
	b.Day = capital(b.Day)
	if b.Day == "" {
		b.Rows = blank
		return b, len(b.Rows) > 0
	}
	hour := values["time"]
	if e.Starts.Clock && hour == "" {
		hour = ed.fieldValue(e, campaign.Field{ID: "time"})
	}
	place := in(e.Place)
	b.When = ed.say.List(hour, place)
	for _, f := range e.Fields {
		text := values[f.ID]
		if f.ID == "place" && place != "" {
			text = in(e.Address)
		}
		if text != "" && f.ID != "date" && f.ID != "time" {
			b.Rows = append(b.Rows, graphic.EventRow{Label: in(f.Label), Text: text})
		}
	}
	return b, true
}

// lastDay is the day on which an event ends; the first of one night.
func lastDay(e *campaign.EventCard) campaign.Date {
	if e.Ends.IsZero() || e.Ends.Clock && e.Ends.At.Sub(e.Starts.At) < 24*time.Hour {
		return e.Starts.Date()
	}
	return e.Ends.Date()
}

// through is the days from one to another, or the one.
func through(first, last string) string {
	if first == last {
		return first
	}
	return joined(" – ", first, last)
}

// filledIn reports a field that the host filled in in a language.
func filledIn(e *campaign.EventCard, id, lang string) bool {
	return slices.ContainsFunc(e.Fields, func(f campaign.Field) bool { return f.ID == id && f.Value.Has(lang) })
}

// fieldValue is what stands in a blank of an event; a date and a time that
// the host left out are those of its beginning.
func (ed invitation) fieldValue(e *campaign.EventCard, f campaign.Field) string {
	switch v := f.Value.In(ed.lang); {
	case v != "":
		return v
	case f.ID == "date":
		return through(ed.say.Long(e.Starts.Date()), ed.say.Long(lastDay(e)))
	case f.ID == "time" && e.Starts.Clock && e.Ends.Clock:
		return ed.say.Span(e.Starts.At, e.Ends.At)
	case f.ID == "time" && e.Starts.Clock:
		return ed.say.Time(e.Starts.At)
	case f.ID == "place":
		return joined(", ", e.Place.In(ed.lang), e.Address.In(ed.lang))
	case f.ID == "address":
		return e.Address.In(ed.lang)
	}
	return ""
}

// event is an event as calendars read it. What it says of itself is what the
// host filled in.
func (ed invitation) event(e *campaign.EventCard) sheet.Event {
	out := sheet.Event{
		UID: "event-" + e.ID + "@" + ed.campaign.Name, Summary: e.Headline.Plain(ed.lang),
		Changed: ed.campaign.Changed(e), Busy: e.Starts.Clock, Cancelled: len(e.Cancelled) > 0,
	}
	out.Start, out.End = ed.campaign.Times(e)
	if out.Start.Clock && !out.Start.Fixed { // the day alone: its hour is told in words
		out.Summary, out.Busy = ed.say.Time(e.Starts.At)+" "+out.Summary, false
	}
	out.Place = joined(", ", e.Place.In(ed.lang), e.Address.In(ed.lang))
	notes := []string{e.Body.In(ed.lang)}
	for _, f := range e.Fields {
		v := f.Value.In(ed.lang)
		switch {
		case v == "":
		case f.ID == "place":
			out.Place = v
		case out.Link == "" && strings.HasPrefix(v, "https://") && !strings.Contains(v, " "):
			out.Link = v
		default:
			notes = append(notes, f.Label.In(ed.lang)+": "+v)
		}
	}
	out.Notes = joined("\n", append(notes, e.SmallPrint.In(ed.lang))...)
	return out
}
