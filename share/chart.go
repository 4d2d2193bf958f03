package share

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// blocks are what a fact's card draws besides its headline, in one language.
func blocks(f *campaign.Fact, lang string, say campaign.Strings) []graphic.Block {
	ch := &f.Chart
	in := func(t campaign.Text) string { return say.NoBreak(t.In(lang)) }
	var out []graphic.Block
	if s := ch.Stat; in(s.Value) != "" {
		out = append(out, graphic.Stat{Prefix: in(s.Prefix), Value: in(s.Value), Unit: in(s.Unit), Label: in(s.Label)})
	}
	if len(ch.Bars) > 0 {
		out = append(out, bars(ch.Bars, in, func(b campaign.Bar) string { return say.NoBreak(b.Printed(lang, say)) }))
	}
	if len(ch.People.Segments) > 0 {
		out = append(out, people(ch.People, in))
	}
	if q := ch.Quote; in(q.Text) != "" {
		out = append(out, quote(q, in(f.Claim), lang, in))
	}
	if len(ch.List) > 0 {
		var l graphic.List
		for _, t := range ch.List {
			l.Items = append(l.Items, in(t))
		}
		out = append(out, l)
	}
	if len(ch.Timeline.Events) > 0 {
		out = append(out, timeline(ch.Timeline, in, say))
	}
	return out
}

// quote is a passage and who said it, or the claim as a sheet of the record
// that the passage stands in.
func quote(q campaign.Quote, claim, lang string, in func(campaign.Text) string) graphic.Block {
	lead, tail, found := strings.Cut(claim, in(q.Text))
	if record := in(q.Record); found && record != "" {
		return graphic.Document{
			File: record, Passage: in(q.Text), Verbatim: q.Verbatim[lang],
			Lead: strings.TrimRight(lead, openMarks+" "), Tail: strings.TrimLeft(tail, closeMarks+" "),
		}
	}
	return graphic.Quote{Text: in(q.Text), Speaker: in(q.Speaker), Role: in(q.Role), Verbatim: q.Verbatim[lang]}
}

// The marks around a passage within a claim; a card sets its own.
const (
	openMarks  = "\"'“‘«„‹"
	closeMarks = "\"'”’»“›"
)

func bars(rows []campaign.Bar, in func(campaign.Text) string, printed func(campaign.Bar) string) graphic.Bars {
	var b graphic.Bars
	for _, r := range rows {
		b.Items = append(b.Items, graphic.Bar{Label: in(r.Label), Value: r.Value, Text: printed(r), Focus: r.Focus})
	}
	return b
}

var marks = map[campaign.Mark]graphic.Mark{
	campaign.Solid: graphic.Solid,
	campaign.Hatch: graphic.Hatch,
	campaign.Open:  graphic.Open,
	campaign.Foot:  graphic.Foot,
}

func people(p campaign.People, in func(campaign.Text) string) graphic.People {
	b := graphic.People{Per: p.Per}
	for _, s := range p.Segments {
		b.Segments = append(b.Segments, graphic.Segment{
			Count: s.Count, Mark: marks[s.Mark], Figure: in(s.Figure), Label: in(s.Label),
		})
	}
	return b
}

func timeline(t campaign.Timeline, in func(campaign.Text) string, say campaign.Strings) graphic.Timeline {
	var b graphic.Timeline
	for _, e := range t.Events {
		b.Events = append(b.Events, graphic.TimelineEvent{At: e.At.First(), Date: say.Short(e.At), Text: in(e.Text), Focus: e.Focus})
	}
	if s := t.Span; !s.From.IsZero() {
		b.Span = graphic.Span{From: s.From.First(), To: s.To.Last(), Name: in(s.Name), Label: in(s.Label)}
	}
	return b
}
