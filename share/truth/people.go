package truth

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// people finds what harms a person: a child by name and school, an illness, a
// relative's account, a call to somebody's home; and pictures made by machine
// and violence without its note.
func (r *reading) people() {
	low := strings.ToLower(r.Words)
	for _, h := range lists().Harms {
		if !slices.ContainsFunc(h.hints, func(hint string) bool { return strings.Contains(low, hint) }) || h.unlessNote && r.noted() {
			continue
		}
		for _, p := range h.patterns {
			if at := p.FindStringIndex(r.Words); at != nil {
				r.find(h.severity, h.rule, at[0], at[1], fault.Values{"found": clip(r.Words[at[0]:at[1]])})
				break
			}
		}
	}
}

// noted reports whether a content note stands in the text or belongs to a fact
// that it tells.
func (r *reading) noted() bool {
	for _, id := range r.Facts {
		if f := r.Checker.facts[id]; f != nil && f.fact != nil && f.fact.ContentNote.In(r.Lang) != "" {
			return true
		}
	}
	low := strings.ToLower(r.Words)
	return strings.Contains(low, "content note") || strings.Contains(low, "aviso de contenido")
}

// clip keeps a finding to one line that a person can find again.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
