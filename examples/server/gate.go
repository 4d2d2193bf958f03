package main

import (
	"context"
	"errors"
	"sync"
)

// errBusy is what a gate answers when its queue is full.
var errBusy = errors.New("too much to do")

// errGreedy refuses a client who already holds a fair share of a gate's places.
var errGreedy = errors.New("too much for one client")

// fairly is how many clients a gate has room for at least.
const fairly = 4

// A gate lets so many at a time do their work and so many more wait for it. A
// client who is told from others takes a quarter of it at most.
type gate struct {
	places  chan struct{} // at work or waiting
	working chan struct{}

	mu   sync.Mutex
	held map[string]int // places, by client
}

func newGate(working, waiting int) *gate {
	return &gate{places: make(chan struct{}, working+waiting), working: make(chan struct{}, working), held: make(map[string]int)}
}

// do calls f once its turn has come. It fails with errBusy if too many wait
// already, with errGreedy if too many of the same client do, or as ctx does if
// that is done first.
func (g *gate) do(ctx context.Context, f func() error) error {
	client := clientIn(ctx)
	if !g.enter(client) {
		return errGreedy
	}
	defer g.leave(client)
	select {
	case g.places <- struct{}{}:
		defer func() { <-g.places }()
	default:
		return errBusy
	}
	select {
	case g.working <- struct{}{}:
		defer func() { <-g.working }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := ctx.Err(); err != nil {
		return err // both were ready
	}
	return f()
}

// enter reports that a client has not had its share.
func (g *gate) enter(client string) bool {
	if client == "" {
		return true
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.held[client] >= max(1, cap(g.places)/fairly) {
		return false
	}
	g.held[client]++
	return true
}

func (g *gate) leave(client string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.held[client]--; g.held[client] <= 0 {
		delete(g.held, client)
	}
}
