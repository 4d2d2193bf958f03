package graphic

import "strconv"

// The measures of an event's poster, in units.
const (
	eventLine  = 9.5 // of the day and of the hour, at most
	eventRow   = 3.4
	eventBlank = 6.4 // between lines to write on, at least
	eventField = 9   // the least height of its field
	eventGap   = 3.6 // below the day and the hour, at least
	eventUnder = 2.2 // below their overhang
	eventLow   = 3.2 // between rows and logos
	eventEdge  = 5.2 // between title and band
	eventNote  = 3.4 // between field and note, at least
	noteAbove  = 2.8
	kickerSize = 4.4
	kickerGap  = 4.4
	eventBody  = 3.8 // the size of a sentence below the title
	titleGap   = 4.2
	labelGap   = 2.4 // between labels and texts of rows
	rowUnder   = 2.1
	blankGap   = 3.4 // between lines to write on and labels, at least
	blankFoot  = 1.6 // below a line to write on
	blankRule  = 0.25
)

// The most of a poster's height that its title takes, alone and with a field, and
// that the field takes; the most of the width that labels of rows take.
const (
	titleMost  = 0.42
	titleBars  = 0.35
	fieldMost  = 0.2
	labelsMost = 0.4
)

// draw is a poster: title and field over a band with when, where and how.
func (e Event) draw(k *Canvas) error {
	w, h := k.Size()
	room, u := k.Room(), k.Unit()
	head, foot := k.c.ground.Head, e.band(k)
	low := pile{k, room}
	slug := low.slugLine(k.c.Card.cited())
	mark := low.logoRow()
	low.a.H -= eventLow * u
	bottom := low.a.Y + low.a.H
	rows, lines := e.rows(k, low.a.W), e.lines(k, room.W)
	need := 6*u + rows.high
	for i := range lines {
		need += lines[i].Height + lineGap(&lines[i])
	}
	top := bottom - need
	k.on(head, Area{0, 0, w, h})
	left, ok := e.title(k, Area{room.X, room.Y, room.W, top - eventEdge*u - room.Y})
	if !ok {
		k.Refuse("Headline", 5)
		return nil
	}
	// What the title leaves widens the lines to write on.
	if blanks := float64(rows.blanks()); blanks > 0 {
		rows.more = min(left/blanks, 5*u)
		top -= rows.more * blanks
	}
	k.on(foot, Area{0, top, w, h - top})
	p := pile{k, Area{room.X, top + 6*u, room.W, bottom - top - 6*u}}
	for i := range lines {
		p.put(lines[i], ToneText, lineGap(&lines[i]))
	}
	rows.draw(p)
	mark()
	slug()
	return nil
}

// faceDay is what the day and the hour are set in.
const faceDay Face = "day"

// lines are the day and the hour, as wide as the poster.
func (e Event) lines(k *Canvas, w float64) []Setting {
	var out []Setting
	for _, s := range []struct{ name, words string }{{"Day", e.Day}, {"When", e.When}} {
		if s.words != "" {
			out = append(out, e.large(k, s.name, s.words, w))
		}
	}
	return out
}

// lineGap is the gap below one of them.
func lineGap(s *Setting) float64 {
	u := s.k.Unit()
	return max(eventGap*u, s.Under()+eventUnder*u)
}

// band is the scheme below: light where it is written on, else the one that
// differs most from the title's.
func (e Event) band(k *Canvas) string {
	for _, r := range e.Rows {
		if r.Text == "" {
			return k.c.t.Lightest()
		}
	}
	g := k.c.ground
	for _, s := range []string{g.Foot, g.Panel, g.Band} {
		if s != g.Head {
			return s
		}
	}
	return g.Foot
}

// large is a line as wide as the poster.
func (e Event) large(k *Canvas, name, words string, w float64) Setting {
	t := k.Text(k.field+"."+name, words, faceDay)
	if t.Empty() {
		return Setting{Text: t}
	}
	size := min(t.Across(w), eventLine*k.Unit()/max(0.1, t.Capital(1)))
	if size < 5*k.Unit() {
		size = 5 * k.Unit()
		return t.Set(size, w)
	}
	return t.Set(size, lineRoom*w)
}

// title sets kicker, headline, field and note in an area, and reports what is
// left of its height.
func (e Event) title(k *Canvas, a Area) (left float64, ok bool) {
	u, c := k.Unit(), k.Card()
	_, h := k.Size()
	p := pile{k, a}
	if c.Kicker != "" {
		p.put(p.line("Kicker", c.Kicker, FaceLabel, kickerSize*u), ToneAccent, kickerGap*u)
	}
	var note, body Setting
	low := 0.0
	if e.Bars > 0 {
		note = p.line("Note", c.Note, FaceBody, 3*u)
		low = eventField*u + note.Height + 8*u
	} else if c.Body != "" {
		body = p.line("Body", c.Body, FaceBody, eventBody*u)
		low = body.Height + body.Under() + 4*u
	}
	title := k.Text("Headline", c.Headline, FaceDisplay)
	most := min(titleMost*h, p.a.H-low)
	if e.Bars > 0 {
		most = min(titleBars*h, p.a.H-low)
	}
	s, ok := title.Into(p.a.W, most, 6*u, 40*u)
	if !ok && body.Text != nil {
		body = Setting{}
		s, ok = title.Into(p.a.W, min(titleMost*h, p.a.H), 5*u, 40*u)
	}
	if !ok {
		return 0, false
	}
	p.put(s, ToneText, titleGap*u)
	if body.Text != nil {
		p.put(body, ToneText, 0)
	}
	if e.Bars == 0 {
		return max(0, p.a.H), true
	}
	field := min(p.a.H-note.Height-eventNote*u-note.Under(), fieldMost*h)
	p.skip(0.5 * max(0, p.a.H-note.Height-eventNote*u-note.Under()-field))
	k.Bars(Solid, ranks(e.Bars, Area{p.a.X, p.a.Y, p.a.W, field})...)
	p.skip(field + noteAbove*u)
	k.Draw(note, ToneText, p.a.X, p.a.Y)
	return 0, true
}

// eventRows are the rows of an event, set.
type eventRows struct {
	k             *Canvas
	labels, texts []Setting
	col           float64 // where the texts begin
	more          float64 // room for each line to write on, beside what it needs
	high          float64
}

func (e Event) rows(k *Canvas, w float64) *eventRows {
	u := k.Unit()
	size := max(k.Floor(), eventRow*u)
	r := &eventRows{k: k}
	for i, row := range e.Rows {
		at := k.field + ".Rows[" + strconv.Itoa(i) + "]"
		l := k.Text(at+".Label", row.Label, FaceLabel).Set(size, labelsMost*w)
		r.labels = append(r.labels, l)
		r.col = max(r.col, l.Wide+labelGap*u)
		r.texts = append(r.texts, Setting{Text: k.Text(at+".Text", row.Text, FaceBody)})
	}
	for i := range r.texts {
		if t := r.texts[i].Text; !t.Empty() {
			r.texts[i] = t.Set(size, w-r.col)
		}
		r.high += r.tall(i)
	}
	return r
}

// tall is the height of a row with the gap below it.
func (r *eventRows) tall(i int) float64 {
	label, text := &r.labels[i], &r.texts[i]
	if text.Height == 0 {
		return max(eventBlank*r.k.Unit(), label.Height+blankGap*r.k.Unit()) + r.more
	}
	return max(label.Height, text.Height) + rowUnder*r.k.Unit()
}

func (r *eventRows) blanks() int {
	n := 0
	for i := range r.texts {
		if r.texts[i].Height == 0 {
			n++
		}
	}
	return n
}

func (r *eventRows) draw(p pile) {
	k, u := r.k, r.k.Unit()
	for i := range r.labels {
		tall := r.tall(i)
		base := p.a.Y
		if r.texts[i].Height == 0 { // label and line on the foot of the row
			base += tall - r.labels[i].Height - blankFoot*u
			line := max(2, blankRule*u)
			k.Rect(ToneText, Area{p.a.X + r.col, p.a.Y + tall - blankFoot*u, p.a.W - r.col, line})
		}
		k.Draw(r.labels[i], ToneText, p.a.X, base)
		if r.texts[i].Height > 0 {
			k.Draw(r.texts[i], ToneText, p.a.X+r.col, base)
		}
		p.skip(tall)
	}
}
