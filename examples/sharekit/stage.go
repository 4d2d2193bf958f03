package main

import (
	"io/fs"
	"sync"
)

// What a preview shows: a kit or a site.
type shown interface {
	fs.FS
	Names() []string
}

// A stage holds what a preview shows. Safe for concurrent use.
type stage struct {
	host string // the address it is served at
	page string // the path of what is seen first

	mu      sync.Mutex
	kit     shown  // the last that could be built, or nil
	problem string // why the newest could not be, or ""
	changed chan struct{}
}

// set shows a kit or a site, or a problem beside the one that is shown.
func (s *stage) set(kit shown, problem string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if kit != nil {
		s.kit = kit
	}
	s.problem = problem
	if s.changed != nil {
		close(s.changed)
		s.changed = nil
	}
}

// now is what is shown, and a channel that is closed when it changes.
func (s *stage) now() (shown, string, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.changed == nil {
		s.changed = make(chan struct{})
	}
	return s.kit, s.problem, s.changed
}
