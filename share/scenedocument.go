package share

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
)

// documentScene is an excerpt of a quotation or a reply as a sheet of its
// record, the marked words on bands. Its file is who said it.
func documentScene(t told) graphic.Block {
	lead, rest, ok := strings.Cut(t.in(t.Excerpt), "**")
	passage, tail, closed := strings.Cut(rest, "**")
	if !ok || !closed || passage == "" {
		return nil
	}
	d := graphic.Document{Lead: strings.TrimSpace(lead), Passage: passage, Tail: strings.TrimLeft(strings.TrimSpace(tail), ",;: ")}
	q := &t.fact.Quote
	translated := !q.Verbatim[t.lang]
	speaker := t.in(q.Speaker)
	d.Verbatim = q.Verbatim[t.lang]
	if t.Scene.From == "reply" {
		if len(t.fact.Replies) == 0 {
			return nil
		}
		r := &t.fact.Replies[0]
		speaker, d.Verbatim, translated = t.in(r.Speaker), r.Verbatim[t.lang], r.Lang != t.lang
	}
	d.File = speaker
	if translated {
		d.File += " (" + t.say.Label("translation") + ")"
	}
	d.File += ":"
	return d
}
