package graphic

import (
	"math"
)

// A callStrip is what a picture of data on paper says to do, over the whole
// width of its foot: whom to call and, on a sheet that hangs or is read at
// arm's length, a code with the address that it opens.
type callStrip struct {
	k       *Canvas
	called  *Text
	address *Text
	code    float64 // the side of the code's plate; 0: none
	high    float64
}

// The measures of a strip: in units the room around its words, the capitals of
// what it says and of the address at most; in inches the side of a code on a
// flyer and on a poster, with what is around it, and how high a sheet is to
// have one.
const (
	stripPad     = 3.6
	stripSays    = 5.2
	stripAddress = 3
	flyerCode    = 2.2
	posterCode   = 3.2
	codedSheet   = 8
	posterSheet  = 14
)

func newCallStrip(k *Canvas) callStrip {
	s, f, a := callStrip{k: k}, k.c.f, &k.c.Action
	said := a.called()
	if f.DPI == 0 || said == "" {
		return s
	}
	u := k.Unit()
	s.called = k.Text("Action.Phone", said, FaceDisplay)
	if tall := float64(f.H) / f.DPI; a.URL != "" && tall >= codedSheet {
		s.code = flyerCode * f.DPI
		if tall >= posterSheet {
			s.code = posterCode * f.DPI
		}
		s.address = k.Text("Action.URL", a.address(), FaceLabel)
	}
	line := s.says()
	s.high = math.Round(max(line.Height+line.Under()+2*stripPad*u, s.code+stripPad*u))
	return s
}

// width is what the words of a strip have, beside its code.
func (s *callStrip) width() float64 {
	w := s.k.Room().W
	if s.code > 0 {
		w -= s.code + 3*s.k.Unit()
	}
	return w
}

// says is what the strip says: one line, or beside a code as many as are largest.
func (s *callStrip) says() Setting {
	u := s.k.Unit()
	if s.code > 0 {
		if set, ok := s.called.Into(s.width(), 0.6*s.code, 4*u, 14*u); ok {
			return set
		}
	}
	return s.called.line(min(s.called.Across(s.width()), stripSays*u/max(0.01, s.called.Capital(1))))
}

// scheme is of the strip's colours: those of a phone number or a panel, if they
// differ from the picture's.
func (s *callStrip) scheme() string {
	g := s.k.c.ground
	for _, name := range []string{g.Band, g.Panel} {
		if !s.k.schemes().among([]string{g.Head}, name) {
			return name
		}
	}
	return s.k.c.t.Darkest(g.Head)
}

func (s *callStrip) draw() {
	k, u := s.k, s.k.Unit()
	w, h := k.Size()
	room, top := k.Room(), h-s.high
	name := s.scheme()
	k.on(name, Area{0, top, w, s.high})
	said := s.says()
	if s.code == 0 {
		k.Draw(said, ToneText, room.X, top+(s.high-said.Height-said.Under())/2)
		return
	}
	plate := Area{room.X + room.W - s.code, top + stripPad*u/2, s.code, s.code}
	k.on(k.c.t.Lightest(), plate)
	k.code("Action.URL", k.c.Action.URL, plate)
	k.pen.Scheme = k.c.scheme(name)
	address := s.address.Set(max(k.Floor(), min(stripAddress*u/max(0.01, s.address.Capital(1)), 0.998*s.address.Across(s.width()))), s.width())
	gap := max(4*u, said.Under()+1.6*u)
	y := top + (s.high-said.Height-gap-address.Height)/2
	k.Draw(said, ToneText, room.X, y)
	k.Draw(address, ToneText, room.X, y+said.Height+gap)
}
