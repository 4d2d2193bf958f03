package graphic

// sceneFoot is the lines at the foot of a picture: the sentence that qualifies
// it, and the citation.
type sceneFoot struct {
	placed []placed
	top    float64 // of the first capitals
}

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
