package graphic

import (
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"testing"
)

// TestFlatMemory draws many cards, no two alike: what stays in memory are
// caches that have a bound, not cards. GRAPHIC_CARDS=100000 draws that many.
func TestFlatMemory(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("GRAPHIC_CARDS"))
	if err != nil {
		n = 1200
	}
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	d := dealer{rand.New(rand.NewPCG(31, 7))}
	draw := func(n int) {
		for range n {
			if g, err := New(d.card(), nil); err == nil {
				if err := g.WritePNG(io.Discard); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	heap := func() uint64 {
		runtime.GC()
		runtime.GC() // pools are emptied by the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	draw(n / 3)
	before := heap()
	draw(n - n/3)
	after := heap()
	t.Logf("%.1f MB after %d cards, %.1f MB after %d", float64(before)/1e6, n/3, float64(after)/1e6, n)
	// The masks of small glyphs are the largest cache, and bounded.
	const most = 24 << 20
	if after > before+most {
		t.Errorf("%d cards more took %.1f MB more", n-n/3, float64(after-before)/1e6)
	}
}
