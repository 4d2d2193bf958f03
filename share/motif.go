package share

import "github.com/shutdowncecot/toolkit/share/campaign"

// A field of bars as a card has it, with what it rests on.
type motif struct {
	bars         int
	note, source string
	rests        []string
}

// motif is a field of bars or, where it is not given, the campaign's; false where
// there is none or its fact no longer stands.
func (ed *edition) motif(m *campaign.Motif) (motif, bool) {
	if m.Count == 0 {
		m = &ed.campaign.Motif
	}
	f := ed.factByID([]string{m.Fact})
	if m.Count == 0 || f == nil || !m.Note.Has(ed.lang) {
		return motif{}, false
	}
	long, short := sourceLine(f, ed.lang, ed.say)
	if short == "" {
		short = long
	}
	return motif{m.Count, ed.say.NoBreak(m.Note.In(ed.lang)), ed.say.NoBreak(short), []string{f.ID}}, true
}
