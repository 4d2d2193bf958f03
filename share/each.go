package share

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// A teller reports progress, one call at a time.
type teller struct {
	mu    sync.Mutex
	n     int
	total int
	tell  func(done, total int)
}

func (t *teller) done() {
	if t.tell == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.n++
	t.tell(t.n, t.total)
}

// each calls f for 0 to n-1 on all cores until one fails or ctx is done. A
// panic of f is the caller's, who may recover it.
func each(ctx context.Context, n int, f func(i int) error) error {
	g, inner := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	var panicked atomic.Pointer[any]
	for i := range n {
		if inner.Err() != nil {
			break
		}
		g.Go(func() (err error) {
			if inner.Err() != nil {
				return nil // another failed, or ctx is done
			}
			defer func() {
				if r := recover(); r != nil {
					panicked.CompareAndSwap(nil, &r)
					err = context.Canceled // ends the others
				}
			}()
			return f(i)
		})
	}
	err := g.Wait()
	if r := panicked.Load(); r != nil {
		panic(*r)
	}
	if err != nil {
		return err
	}
	return ctx.Err()
}

// first is the first error of several in their order, nil if there is none.
func first(errs []error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
