package share

import (
	"fmt"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
)

// events are those that are not over on the day of the kit.
func (p *plan) events() []*campaign.EventCard {
	var all []*campaign.EventCard
	for i := range p.campaign.Events {
		e := &p.campaign.Events[i]
		last := e.Ends.Date()
		if last.IsZero() {
			last = e.Starts.Date()
		}
		if !last.Before(p.asOf) {
			all = append(all, e)
		}
	}
	return all
}

// addEvents adds the words of every event, its blanks to be filled in, and
// for one with a time a file for calendars.
func (k *Kit) addEvents() {
	p := k.plan
	for _, e := range p.events() {
		for _, lang := range p.langs {
			name := "events/" + lang + "/" + e.ID
			k.addText(name+".txt", about{lang: lang}, func() (string, error) { return p.eventText(e, lang), nil })
			if !e.Starts.IsZero() {
				k.addText(name+".ics", about{lang: lang}, func() (string, error) {
					return sheet.Calendar(e.Headline.Plain(lang), p.asOf, []sheet.Event{p.event(e, lang)}), nil
				})
			}
		}
	}
}

// eventText is what an invitation says.
func (p *plan) eventText(e *campaign.EventCard, lang string) string {
	var rows []string
	for _, f := range e.Fields {
		value := p.fieldValue(e, f, lang)
		if value == "" {
			value = strings.Repeat("_", 20)
		}
		rows = append(rows, fmt.Sprintf("%s: %s", f.Label.In(lang), value))
	}
	return joined("\n\n", joined("\n", e.Kicker.In(lang), e.Headline.Plain(lang)), e.Body.In(lang), strings.Join(rows, "\n"), e.SmallPrint.In(lang)) + "\n"
}

// fieldValue is what stands in a blank of an event; a date and a time that
// the host left out are those of its beginning.
func (p *plan) fieldValue(e *campaign.EventCard, f campaign.Field, lang string) string {
	switch v := f.Value.In(lang); {
	case v != "":
		return v
	case f.ID == "date":
		return p.campaign.Strings(lang).Long(e.Starts.Date())
	case f.ID == "time" && e.Starts.Clock && e.Ends.Clock && e.Ends.Date() == e.Starts.Date():
		return e.Starts.At.Format("15:04") + "–" + e.Ends.At.Format("15:04")
	case f.ID == "time" && e.Starts.Clock:
		return e.Starts.At.Format("15:04")
	}
	return ""
}

// event is an event as calendars read it. What it says of itself is what the
// host filled in.
func (p *plan) event(e *campaign.EventCard, lang string) sheet.Event {
	out := sheet.Event{UID: "event-" + e.ID + "@" + p.campaign.Name, Start: e.Starts, End: e.Ends, Summary: e.Headline.Plain(lang)}
	notes := []string{e.Body.In(lang)}
	for _, f := range e.Fields {
		v := f.Value.In(lang)
		switch {
		case v == "":
		case f.ID == "place":
			out.Place = v
		case strings.HasPrefix(v, "https://"):
			out.Link = v
		default:
			notes = append(notes, f.Label.In(lang)+": "+v)
		}
	}
	out.Notes = joined("\n", append(notes, e.SmallPrint.In(lang))...)
	return out
}
