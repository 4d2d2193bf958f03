package truth

import (
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

var (
	// slots are what templates mark for somebody to fill in.
	slots = pattern.New(`\{\{?[\pL_-]{2,30}\}?\}`)

	// reminders are marks that somebody left for themselves.
	reminders = needle.Compile(`(?i)[\[<(](?:[^\]\[<>()\n]{0,24} )?(?:your|tu|su|insert|inserta|fill in|missing|` +
		`falta|poner|add|agrega|goes|va|va la|va el|put|pon)` +
		`(?: [^\]\[<>()\n]{0,12})? ?` + wanted + `s?\b[^\]\[<>()\n]{0,30}[\])>](?:[^(]|$)|\bX{4,}\b|` +
		`[\[<](?:(?:insert|add|your|the|tu|su|el|la|inserta|agrega|aquí|here) )?(?:first |last |full )?` + wanted + `s?(?: here| aquí)?[\]>](?:[^(]|$)|` +
		`[\[<](?:\pL+ )?` + wanted + `s? (?:of|de|del) [^\]\[<>()\n]{1,30}[\]>](?:[^(]|$)|` +
		`\b(?:is|am|are|named|dear|hi|llam\pL+|soy|es|estimad[oa]|querid[oa]|hola),? (?-i:NOMBRES?|APELLIDOS?|NAME|FULL NAME|YOUR NAME|TU NOMBRE|CITY|CIUDAD)\b|` +
		`\bTK(?:TK)+\b|\blorem ipsum\b|\[(?-i:\p{Lu}{2,}(?:[ _-]\p{Lu}+)+|ME|NAME|CITY|DATE|LINK)\](?:[^(]|$)|` +
		`\b(?-i:TODO|FIXME|OJO)\b:? ?[^.!?\n]{0,20}\b(?:check|verify|confirm|fix|add|find|falta|verific|revis|confirm|pon|agreg)`)

	// nobodys are attributions to nobody, and to what is still to be found.
	nobodys = needle.Compile(`(?i)(?:^|[.!?:,;(\n] ?|\b(?:of|the|de|los|las) )(?-i:XX+) \pL{3,}s?\b|` +
		`[(\[]¿? ?(?:source|fuente|cita|citation)(?: needed)? ?\??[)\]]|\b(?:citation|source) needed\b|\bfalta (?:la )?fuente\b|\bfuentes?: ?[(\[]|` +
		`\b(?:sources?|fuentes?):[ \x{00A0}]*(?:[.,;)?]|$)|\b(?:sources?|fuentes?|link|enlace|date|fecha|quote|cita):[ \x{00A0}]*` +
		`(?:TBD|TBC|TBA|pending|to come|unknown|N/A|pendiente|por confirmar|por definir|por poner|falta|desconocida?)\b|` +
		`\b(?:by|from|in|to|named|at|on|with|for|the|de|por|en|según|soy|con|el|la|los|las|un|una|al|del) _{3,}`)

	// nobody is what stands behind "according to" where nobody is named.
	nobody = pattern.New(`^(?: the| el| la)?[ \x{00A0}]*(?:\?{2,}|[.,;:]|$)`)
)

// wanted is what is left to be filled in.
const wanted = `(?:names?|sources?|dates?|numbers?|figure|link|city|town|place|quote|speaker|outlet|publisher|newspaper|` +
	`time|phone|organization|year|month|day|` +
	`nombre|fuente|fecha|número|cifra|enlace|ciudad|lugar|cita|medio|periódico|hora|teléfono|organización|año|mes|día|apellido)`

// blanks finds what was to be filled in and was not. A caption may be what a
// reader is to say, with a place for their name.
func (r *reading) blanks() {
	if r.Kept {
		return
	}
	at := r.accordingToNobody()
	if at == nil {
		at = nobodys.First(r.Words, r.lower)
	}
	if at == nil && len(r.Facts) == 0 {
		at = reminders.First(r.Words, r.lower)
	}
	template := r.read && (r.Where == Letter || r.Where == Page) // with slots of their own
	if at == nil && strings.Contains(r.Words, "{") && !template {
		at = slots().FindStringIndex(r.Words)
	}
	if at != nil {
		r.find(campaign.Error, "blank-left", at[0], at[1], fault.Values{"found": strings.TrimSpace(r.Words[at[0]:at[1]])})
	}
}

// accordingToNobody is where a text says according to whom, and to nobody.
func (r *reading) accordingToNobody() []int {
	for _, by := range []string{"according to", "según"} {
		for from := 0; ; {
			i := strings.Index(r.lower[from:], by)
			if i < 0 || len(r.lower) != len(r.Words) {
				break
			}
			start, end := from+i, from+i+len(by)
			if m := nobody().FindStringIndex(r.Words[end:]); m != nil && !isLetter(r.Words[:start]) {
				return []int{start, end + m[1]}
			}
			from = end
		}
	}
	return nil
}
