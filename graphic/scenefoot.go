package graphic

// sceneFoot is the lines at the foot of a picture: the sentence that qualifies
// it, and the citation.
type sceneFoot struct {
	placed []placed
	top    float64 // of the first capitals
}

func (f *sceneFoot) draw(k *Canvas) { drawWords(k, f.placed) }

// foot sets them on the bottom of an area.
func (k *Canvas) foot(a Area) sceneFoot { return k.footOf(a, k.Citation()) }

// footOf does so with a citation.
func (k *Canvas) footOf(a Area, said *Text) sceneFoot {
	u := k.Unit()
	cite := said.Set(max(k.Floor(), 3*u), a.W)
	bottom := a.Y + a.H
	if !k.c.f.deep {
		bottom = min(float64(k.scene.H)-leastEdge-cite.Under()-2, a.Y+a.H+2*u)
	}
	f := sceneFoot{top: bottom - cite.Height}
	f.placed = append(f.placed, placed{cite, ToneMute, a.X, f.top})
	body := k.Card().Body
	if body == "" || k.c.f.Landscape() {
		return f
	}
	hedge := k.Text("Body", body, FaceBody).Set(max(k.Floor(), 3.1*u), a.W)
	f.top -= hedge.Height + max(2.4*u, hedge.Under()+1.2*u)
	f.placed = append(f.placed, placed{hedge, ToneText, a.X, f.top})
	return f
}

// A Footing is the lines at the foot of a picture, ready to be drawn: the sentence
// that has to stand beside it, unless the format is low, and the citation.
// A Footing is used by the goroutine of its canvas.
type Footing struct {
	Top float64 // of the first capitals, px from the top of the canvas

	k *Canvas
	sceneFoot
}

// Foot sets them on the bottom of an area.
func (k *Canvas) Foot(a Area) Footing {
	f := k.foot(a)
	return Footing{f.top, k, f}
}

// Draw puts them on the canvas.
func (f Footing) Draw() { f.sceneFoot.draw(f.k) }

// Said is what a card says, set into an area of its canvas: the figure as large
// as it goes, what stands before it, and what follows below or beside it.
// Said is used by the goroutine of its canvas.
type Said struct {
	k      *Canvas
	placed []placed
}

// Say sets the card's headline into an area, large at the figure that it holds.
// A figure that it does not hold stands before it, with its prefix and label, but
// on low cards. It reports whether the words fit.
func (k *Canvas) Say(prefix, figure, label string, a Area) (Said, bool) {
	all, ok := lowSaying(k, prefix, figure, label).in(a)
	return Said{k, all.placed}, ok
}

// Draw puts it on the canvas.
func (s Said) Draw() { drawWords(s.k, s.placed) }

// Name is how errors and files call a part of the drawing: "Before.Label".
func (k *Canvas) Name(part string) string { return k.field + "." + part }
