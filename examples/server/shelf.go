package main

import (
	"container/list"
	"sync"
)

// shelfSize is room for every card of the built-in campaign in its own themes.
const shelfSize = 32 << 20 // bytes

// A shelf keeps the cards of facts that were asked for last: a link that
// spreads has one picture. Cards of free words are never kept, since each is
// another. It is safe for concurrent use.
type shelf struct {
	mu    sync.Mutex
	room  int                       // bytes that are left
	order *list.List                // of *keptCard, the last asked for in front
	at    map[picture]*list.Element // in order
}

type picture struct {
	factIn
	look
	ext string
}

type keptCard struct {
	of    picture
	reply *reply
}

func newShelf(room int) *shelf {
	return &shelf{room: room, order: list.New(), at: make(map[picture]*list.Element)}
}

// get returns nil for what is not there.
func (s *shelf) get(of picture) *reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.at[of]
	if e == nil {
		return nil
	}
	s.order.MoveToFront(e)
	return e.Value.(*keptCard).reply
}

// put adds a card and lets go of those that were not asked for longest.
func (s *shelf) put(of picture, r *reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.at[of] != nil {
		return // two asked at once
	}
	s.at[of] = s.order.PushFront(&keptCard{of, r})
	for s.room -= len(r.body); s.room < 0; {
		last := s.order.Remove(s.order.Back()).(*keptCard)
		delete(s.at, last.of)
		s.room += len(last.reply.body)
	}
}
