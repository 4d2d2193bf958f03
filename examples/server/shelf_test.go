package main

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

func TestShelf(t *testing.T) {
	const room = 1000
	s := newShelf(room)
	r := rand.New(rand.NewPCG(1, 1))
	name := func(i int) picture { return picture{factIn: factIn{fact: strconv.Itoa(i)}} }
	for range 5000 {
		i := r.IntN(60)
		if got := s.get(name(i)); got == nil {
			s.put(name(i), &reply{body: make([]byte, 1+i*3)})
		} else if len(got.body) != 1+i*3 {
			t.Fatalf("%d: another's reply", i)
		}
		sum := 0
		for e := s.order.Front(); e != nil; e = e.Next() {
			sum += len(e.Value.(*keptCard).reply.body)
		}
		if sum > room || sum+s.room != room || len(s.at) != s.order.Len() {
			t.Fatalf("%d bytes on the shelf, room for %d more, %d of %d names", sum, s.room, len(s.at), s.order.Len())
		}
	}
	s.put(name(1000), &reply{body: make([]byte, room+1)})
	if s.order.Len() != 0 || s.room != room {
		t.Errorf("what is larger than the shelf stays on it: %d left", s.room)
	}
}

// TestShelfOrder: what is asked for again outlives what is not.
func TestShelfOrder(t *testing.T) {
	s := newShelf(2)
	a, b, c := picture{ext: "a"}, picture{ext: "b"}, picture{ext: "c"}
	one := &reply{body: []byte{1}}
	s.put(a, one)
	s.put(b, one)
	s.get(a)
	s.put(c, one)
	if s.get(a) == nil || s.get(b) != nil || s.get(c) == nil {
		t.Error("the wrong one had to go")
	}
}

// TestKept: a card that is drawn again and one from the shelf are the same.
func TestKept(t *testing.T) {
	s := mill(t)
	first := get(s, "/og/sale.png")
	again := get(s, "/og/sale.png")
	same := get(s, "/card.png?fact=sale&format=og")
	s.today.Load().shelf = newShelf(0)
	drawn := get(s, "/og/sale.png")
	for _, w := range []string{again.Body.String(), same.Body.String(), drawn.Body.String()} {
		if w != first.Body.String() {
			t.Error("another picture")
		}
	}
	get(s, card("png", "headline", "A town"))
	if n := s.today.Load().shelf.order.Len(); n != 0 {
		t.Errorf("%d cards kept without room or fact", n)
	}
}
