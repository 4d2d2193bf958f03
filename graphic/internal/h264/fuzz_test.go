package h264

import (
	"image"
	"math/rand/v2"
	"testing"
)

// mostScribbled is how many pixels an input draws beside its first picture: a
// fuzzing engine takes an input of ten seconds for one that hangs.
const mostScribbled = 5_000_000

// FuzzFrames decodes whatever frames of whatever size, and compares.
func FuzzFrames(f *testing.F) {
	f.Add(uint16(64), uint16(64), uint64(1), uint8(0))
	f.Add(uint16(97), uint16(150), uint64(2), uint8(7))
	f.Add(uint16(319), uint16(65), uint64(3), uint8(20))
	if !testing.Short() {
		f.Add(uint16(1079), uint16(1921), uint64(4), uint8(3))
		f.Add(uint16(2160), uint16(2160), uint64(5), uint8(9))
	}
	f.Fuzz(func(t *testing.T, w, h uint16, seed uint64, quantiser uint8) {
		r := rand.New(rand.NewPCG(seed, 11))
		most := MaxSide - MinSide + 1
		if testing.Short() {
			most = 300
		}
		width, height := MinSide+(int(w)+most-MinSide)%most, MinSide+(int(h)+most-MinSide)%most
		film := newFilm(t, Config{
			Width: width, Height: height, KeyInterval: 1 + r.IntN(6),
			Quantiser: finest + int(quantiser)%(coarsest-finest+1),
		})
		m := card(width, height, seed)
		film.add(t, m)
		for range min(5, max(1, mostScribbled/(width*height))) {
			scribble(film, t, r, m)
		}
		film.check(t)
	})
}

// scribble adds one picture of some kind.
func scribble(f *film, t testing.TB, r *rand.Rand, m *image.Paletted) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	switch r.IntN(5) {
	case 0:
		f.sample(f.e.Repeat())
	case 1:
		f.add(t, noise(w, h, r.Uint64()))
		f.add(t, m)
	case 2:
		f.e.Restart()
		f.add(t, card(w, h, r.Uint64()))
		f.add(t, m)
	default:
		x, y := r.IntN(w), r.IntN(h)
		box := image.Rect(x, y, x+1+r.IntN(w), y+1+r.IntN(h))
		fillRect(m, box, uint8(r.IntN(len(ink))))
		f.add(t, m, box)
	}
}
