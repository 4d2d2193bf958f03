package h264

import (
	"image"
	"testing"
)

// BenchmarkKey is a card that stands alone, BenchmarkBar a bar that changes
// colour on it, BenchmarkRepeat nothing new.
func BenchmarkKey(b *testing.B) {
	f := newFilm(b, Config{Width: 1080, Height: 1920})
	m := card(1080, 1920, 1)
	for b.Loop() {
		f.e.Restart()
		if _, err := f.e.Encode(m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBar(b *testing.B) {
	f := newFilm(b, Config{Width: 1080, Height: 1920, KeyInterval: 1 << 30})
	m := card(1080, 1920, 1)
	f.e.Encode(m)
	box := image.Rect(100, 700, 140, 800)
	v := uint8(0)
	for b.Loop() {
		v ^= 1
		fillRect(m, box, 16+v)
		f.e.Encode(m, box)
	}
}

func BenchmarkRepeat(b *testing.B) {
	f := newFilm(b, Config{Width: 1080, Height: 1920, KeyInterval: 1 << 30})
	f.e.Encode(card(1080, 1920, 1))
	for b.Loop() {
		f.e.Repeat()
	}
}
