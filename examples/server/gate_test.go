package main

import (
	"context"
	"errors"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
)

// TestOverload fills a gate: what comes then is sent away and told when to
// come back.
func TestOverload(t *testing.T) {
	s := mill(t)
	s.drawing = newGate(1, 0)
	leave := occupy(s.drawing)
	w := get(s, "/og/sale.png")
	if w.Code != 503 || w.Header().Get("Retry-After") != "1" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	for _, target := range []string{"/posts/sale.json", "/kit/posts/en/x/sale.txt", "/healthz"} {
		if w := get(s, target); w.Code != 200 {
			t.Errorf("%s while cards are busy: %d", target, w.Code)
		}
	}
	leave()
	if w := get(s, "/og/sale.png"); w.Code != 200 {
		t.Errorf("afterwards: %d %s", w.Code, w.Body)
	}
}

// TestDownloads does so for files on their way.
func TestDownloads(t *testing.T) {
	s := mill(t)
	s.sending = newGate(1, 0)
	leave := occupy(s.sending)
	if w := get(s, "/kit/posts/en/x/sale.txt"); w.Code != 503 || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	leave()
	if w := get(s, "/kit/posts/en/x/sale.txt"); w.Code != 200 {
		t.Errorf("afterwards: %d", w.Code)
	}
}

// occupy takes the only place of a gate until it is told to leave.
func occupy(g *gate) (leave func()) { return occupyAs(context.Background(), g) }

func occupyAs(ctx context.Context, g *gate) (leave func()) {
	in, out, gone := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		g.do(ctx, func() error { close(in); <-out; return nil })
	}()
	<-in
	return func() { close(out); <-gone }
}

// TestSharedRefusal: a look that does not fit is settled once, and everybody
// who asks for it is told so, at the same time.
func TestSharedRefusal(t *testing.T) {
	s := mill(t)
	no := refuse("request-format", "format", nil)
	s.today.Load().cards[look{"", "og"}] = func() (map[factIn]*share.FactCard, error) { return nil, no }
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if w := get(s, "/og/sale.png"); w.Code != 400 {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
	}
	all.Wait()
}

// TestCancel: who leaves while waiting gives the place up.
func TestCancel(t *testing.T) {
	s := mill(t)
	s.drawing = newGate(1, 1)
	leave := occupy(s.drawing)
	defer leave()
	for range 3 {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		w := httptest.NewRecorder()
		s.handler().ServeHTTP(w, httptest.NewRequest("GET", "/og/sale.png", nil).WithContext(ctx))
		if w.Code != statusLeft {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	if n := len(s.drawing.places); n != 1 {
		t.Errorf("%d places are taken, want 1", n)
	}
}

// TestGate never lets more in than it says.
func TestGate(t *testing.T) {
	const working, waiting, callers = 3, 5, 200
	g := newGate(working, waiting)
	var now, most, done, refused atomic.Int64
	var all sync.WaitGroup
	for range callers {
		all.Go(func() {
			err := g.do(context.Background(), func() error {
				n := now.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				now.Add(-1)
				return nil
			})
			if errors.Is(err, errBusy) {
				refused.Add(1)
			} else if err == nil {
				done.Add(1)
			}
		})
	}
	all.Wait()
	if most.Load() > working || done.Load()+refused.Load() != callers || done.Load() < working+waiting || len(g.places)+len(g.working) != 0 {
		t.Errorf("%d at once, %d done, %d refused", most.Load(), done.Load(), refused.Load())
	}
}

// TestOneClient: whoever asks for more than a share is told so, and others are
// answered meanwhile; behind a proxy as well.
func TestOneClient(t *testing.T) {
	s := mill(t)
	s.sending = newGate(8, 0)
	ask := func(from, forwarded string) int {
		r := httptest.NewRequest("GET", "/kit/posts/en/x/sale.txt", nil)
		r.RemoteAddr = from
		if forwarded != "" {
			r.Header.Set("X-Forwarded-For", forwarded)
		}
		w := httptest.NewRecorder()
		s.handler().ServeHTTP(w, r)
		return w.Code
	}
	greedy := context.WithValue(t.Context(), clientName{}, "198.51.100.7")
	for range 2 { // of 8 places
		defer occupyAs(greedy, s.sending)()
	}
	for _, c := range []struct {
		from, forwarded string
		want            int
	}{
		{"198.51.100.7:5000", "", 429}, {"198.51.100.8:5000", "", 200}, {"198.51.100.8:5000", "198.51.100.7", 200},
		{"127.0.0.1:5000", "198.51.100.7", 429}, {"10.0.0.3:5000", "203.0.113.1, 198.51.100.7", 429}, {"10.0.0.3:5000", "198.51.100.7, 203.0.113.1", 200},
		{"127.0.0.1:5000", "", 200}, {"[2001:db8::1]:5000", "", 200}, {"10.0.0.3:5000", "nobody", 200},
	} {
		if got := ask(c.from, c.forwarded); got != c.want {
			t.Errorf("%s for %q: %d, want %d", c.from, c.forwarded, got, c.want)
		}
	}
	if n := len(s.sending.held); n != 1 {
		t.Errorf("%d clients are remembered", n)
	}
	a, b := httptest.NewRequest("GET", "/", nil), httptest.NewRequest("GET", "/", nil)
	if a.RemoteAddr, b.RemoteAddr = "[2001:db8::1]:1", "[2001:db8::2]:2"; clientOf(a) != clientOf(b) {
		t.Error("one network has several clients")
	}
}
