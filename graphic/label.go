package graphic

import (
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Label is a code to put up, with the words of what it opens: the headline says
// that as a verb, the address stands below for those who type, and the card's
// note says whose page it is and in which language.
// A Label is safe for concurrent use as long as nobody changes it.
type Label struct {
	URL string `json:"url,omitzero"` // what the code holds: https, tel, sms or mailto
}

var _ = wired[Label]("label")

func (b Label) traits() traits { return traits{whole: true, kept: true} }

func (b Label) check() *FieldError {
	if b.URL == "" {
		return refuse("label-url", "URL", nil)
	}
	if err := (Action{URL: b.URL}).check(); err != nil {
		return refuse(err.Rule(), "URL", err.Values())
	}
	return nil
}

func (b Label) describe(w *tongue) string { return w.say("code", fault.Values{"address": b.address()}) }

func (b Label) address() string { return Action{URL: b.URL}.address() }

func (b Label) slots(*typesetter, string, float64, parts.Rank) []*parts.Slot { return nil }

func (b Label) arrange(c *composer, i int) []*parts.Column { return c.onCanvas(i, b.draw) }

// The measures of a label, in units, and the height of its headline of the area.
const (
	labelTop     = 5.4 // over the headline
	labelURL     = 6.4 // sizes
	labelNote    = 4
	lowLabelURL  = 14 // on a low label, in hundred-and-eighths of its height
	lowLabelNote = 8.4
	labelTitle   = 0.26
	lowTitle     = 0.42
)

func (b Label) draw(k *Canvas) error {
	w, h := k.Size()
	if k.c.f.Landscape() {
		return b.across(k)
	}
	u, room := k.Unit(), k.Room()
	light, dark := k.c.t.Lightest(), k.schemes().darkest()
	title := k.Text("Headline", k.Card().Headline, FaceDisplay)
	said, ok := title.Into(room.W, labelTitle*h, 5*u, 24*u)
	if !ok {
		k.Refuse("Headline", max(1, title.p.Runes()/4))
		return nil
	}
	top := max(labelTop*u, room.Y*0.9)
	band := top + max(0, said.Rise()-riseSlack*u) + said.Height + max(6*u, said.Under()+4*u)
	k.on(light, Area{0, 0, w, h})
	k.on(dark, Area{0, 0, w, math.Round(band)})
	k.Draw(said, ToneText, room.X, top+max(0, said.Rise()-riseSlack*u))
	k.pen.Scheme = k.c.scheme(light)
	p := pile{k, Area{room.X, band, room.W, room.Y + room.H - band}}
	var foot []Setting
	used := 0.0
	for _, l := range []struct {
		field, words string
		face         Face
		size         float64
	}{{k.field + ".URL", b.address(), FaceLabel, labelURL * u}, {"Note", k.Card().Note, FaceBody, labelNote * u}} {
		if s := p.line(l.field, l.words, l.face, l.size); s.Height > 0 {
			foot, used = append(foot, s), used+s.Height+s.Under()+2*u
		}
	}
	side := k.code(k.field+".URL", b.URL, Area{0.04 * w, band, 0.92 * w, p.a.Y + p.a.H - used - band})
	if side == 0 {
		return nil
	}
	y := p.a.Y + p.a.H - used + 2*u
	for _, s := range foot {
		k.Draw(s, ToneText, (w-s.Wide)/2, y)
		y += s.Height + s.Under() + 2*u
	}
	return nil
}

// across sets the code at the start of a low label and the words beside it.
func (b Label) across(k *Canvas) error {
	w, h := k.Size()
	u := h / 108
	k.on(k.c.t.Lightest(), Area{0, 0, w, h})
	edge := 14 * u
	side := k.code(k.field+".URL", b.URL, Area{0, 0, h, h})
	if side == 0 {
		return nil
	}
	x := side + 2*u
	p := pile{k, Area{x, 0.8 * edge, w - x - edge*0.7, h - 1.5*edge}}
	address := p.line(k.field+".URL", b.address(), FaceLabel, lowLabelURL*u)
	note := p.line("Note", k.Card().Note, FaceBody, lowLabelNote*u)
	title := k.Text("Headline", k.Card().Headline, FaceDisplay)
	said, ok := title.Even(p.a.W, lowTitle*p.a.H, 10*u, 24*u)
	if !ok {
		k.Refuse("Headline", max(1, title.p.Runes()/3))
		return nil
	}
	p.put(said, ToneText, 8*u)
	p.put(address, ToneText, 6*u)
	if address.Wide > p.a.W || address.Lines() > 1 {
		k.Refuse(k.field+".URL", max(1, address.p.Runes()/4))
		return nil
	}
	if note.Height+note.Under() > p.a.H {
		k.Refuse("Note", max(1, note.p.Runes()/2))
		return nil
	}
	k.Draw(note, ToneText, p.a.X, p.a.Y)
	return nil
}
