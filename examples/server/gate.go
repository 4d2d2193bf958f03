package main

import (
	"context"
	"errors"
)

// errBusy is what a gate answers when its queue is full.
var errBusy = errors.New("too much to do")

// A gate lets so many at a time do their work and so many more wait for it.
type gate struct {
	places  chan struct{} // at work or waiting
	working chan struct{}
}

func newGate(working, waiting int) *gate {
	return &gate{places: make(chan struct{}, working+waiting), working: make(chan struct{}, working)}
}

// do calls f once its turn has come. It fails with errBusy if too many wait
// already, or as ctx does if that is done first.
func (g *gate) do(ctx context.Context, f func() error) error {
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
