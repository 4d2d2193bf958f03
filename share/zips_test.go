package share

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"
)

// A zip in the making holds names, not what it has written.
func TestZipperKeepsNoContent(t *testing.T) {
	const size, n = 1 << 20, 64
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("%d.png", i))
	}
	z := zipper{zip.NewWriter(io.Discard), time.Now()}
	before := inUse()
	err := z.add(t.Context(), names, func(_ string, w io.Writer) error {
		_, err := w.Write(make([]byte, size))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if more := inUse() - before; more > n*size/4 {
		t.Errorf("%d MB are kept of %d MB", more>>20, n*size>>20)
	}
	if err := z.zip.Close(); err != nil {
		t.Error(err)
	}
}

func inUse() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// The first error ends a zip, and so does a context.
func TestZipperStops(t *testing.T) {
	names := []string{"a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt"}
	broken := fmt.Errorf("broken")
	err := writeZip(t.Context(), io.Discard, time.Now(), names, func(name string, _ io.Writer) error {
		if name == "c.txt" {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = writeZip(ctx, io.Discard, time.Now(), names, func(string, io.Writer) error {
		cancel()
		return nil
	})
	if err != context.Canceled {
		t.Errorf("when cancelled, the error is %v", err)
	}
}
