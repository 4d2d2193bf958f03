package graphic

import "github.com/shutdowncecot/toolkit/graphic/internal/parts"

// Contact is who decides and how to reach their office. It holds public
// offices, never a private person.
// A Contact is safe for concurrent use as long as nobody changes it.
type Contact struct {
	Name   string `json:"name,omitzero"`   // the office, or the office's holder
	Office string `json:"office,omitzero"` // "Committee on Libraries"; may be empty
	Phone  string `json:"phone,omitzero"`  // as printed; may be empty
	How    string `json:"how,omitzero"`    // "Mornings, ask for the counsel"; may be empty
}

var _ = wired[Contact]("contact")

func (k Contact) traits() traits { return traits{wide: leftOut, upright: finding(0.36)} }

func (k Contact) check() *FieldError {
	if k.Name == "" || k.Phone+k.How == "" {
		return refuse("contact-way", "Name", nil)
	}
	return nil
}

func (k Contact) describe(*tongue) string { return joinWords(k.Name+":", k.Office, k.Phone, k.How) }

func (k Contact) slots(ts *typesetter, field string, w float64, r parts.Rank) []*parts.Slot {
	out := []*parts.Slot{ts.slot(ts.prose(field+".Name", k.Name, w, ts.as("sub")), parts.Prose2, blockGap*ts.u)}
	if k.Office != "" {
		out = append(out, ts.slot(ts.prose(field+".Office", k.Office, w, ts.as("small").in(parts.MuteText)), parts.Prose2, max(2.2*ts.u, 0.75*ts.f.Floor)))
	}
	if k.Phone != "" {
		f := ts.figure(field+".Phone", k.Phone, "number", w, 0, ts.most(16*ts.u))
		out = append(out, &parts.Slot{Part: f, Field: field + ".Phone", Rank: r, Gap: 3 * ts.u, Chars: len(k.Phone)})
	}
	if k.How != "" {
		out = append(out, ts.slot(ts.prose(field+".How", k.How, w, ts.as("body")), parts.Prose1, 3*ts.u))
	}
	return out
}
