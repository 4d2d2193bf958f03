package preview

import (
	"io/fs"
	"sync"
)

// A stage holds what a preview shows. It is safe for concurrent use.
type stage struct {
	mu      sync.Mutex
	kit     fs.FS  // the last that could be built, or nil
	problem string // why the newest could not be, or ""
	changed chan struct{}
}

// set shows a kit, or a problem beside the one that is shown.
func (s *stage) set(kit fs.FS, problem string) {
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
func (s *stage) now() (fs.FS, string, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.changed == nil {
		s.changed = make(chan struct{})
	}
	return s.kit, s.problem, s.changed
}
