package disk

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
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
	z := NewZip(io.Discard, time.Now())
	before := heapInUse()
	err := z.Add(t.Context(), names, func(_ string, w io.Writer) error {
		_, err := w.Write(make([]byte, size))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if more := heapInUse() - before; more > n*size/4 {
		t.Errorf("%d MB are kept of %d MB", more>>20, n*size>>20)
	}
	if err := z.Close(); err != nil {
		t.Error(err)
	}
}

func heapInUse() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// The first error ends a zip, and so does a context.
func TestZipperStops(t *testing.T) {
	names := []string{"a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt"}
	broken := fmt.Errorf("broken")
	err := WriteZip(t.Context(), io.Discard, time.Now(), names, func(name string, _ io.Writer) error {
		if name == "c.txt" {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = WriteZip(ctx, io.Discard, time.Now(), names, func(string, io.Writer) error {
		cancel()
		return nil
	})
	if err != context.Canceled {
		t.Errorf("when cancelled, the error is %v", err)
	}
}

// TestZipHeaders: what a file of the zip says of itself is what package zip would
// have said, but for the time and what follows the file: it said that it was made
// by version 0.0 of the format.
func TestZipHeaders(t *testing.T) {
	when, names := time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC), []string{"a.txt", "b.png"}
	content := func(name string, w io.Writer) error {
		_, err := io.WriteString(w, name)
		return err
	}
	var ours, theirs bytes.Buffer
	if err := WriteZip(t.Context(), &ours, when, names, content); err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(&theirs)
	for i, name := range names {
		h := &zip.FileHeader{Name: name, Method: []uint16{zip.Deflate, zip.Store}[i]}
		h.SetMode(0o644)
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if err := content(name, f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	a, b := headers(t, ours.Bytes()), headers(t, theirs.Bytes())
	if !slices.Equal(a, b) {
		t.Errorf("got %v, want %v", a, b)
	}
}

type zipHeader struct {
	name                  string
	creator, reader, meth uint16
	attributes, crc       uint32
	size                  uint64
}

func headers(t *testing.T, data []byte) (all []zipHeader) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		all = append(all, zipHeader{f.Name, f.CreatorVersion, f.ReaderVersion, f.Method, f.ExternalAttrs, f.CRC32, f.UncompressedSize64})
	}
	return all
}

// TestCopierLendsItsBuffer: thousands of files are copied into a kit's zip with
// one buffer a core, not with one each.
func TestCopierLendsItsBuffer(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.png"), make([]byte, 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	copied := Copier(os.DirFS(dir))
	runtime.ReadMemStats(&before)
	const files = 2000
	for range files {
		if err := copied("a.png", struct{ io.Writer }{io.Discard}); err != nil {
			t.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	// Under the race detector a sync.Pool loses a quarter of what it gets back,
	// 16 kB a file; the buffer that io.Copy makes by itself has 32 kB.
	if n := (after.TotalAlloc - before.TotalAlloc) / files; n > 24<<10 {
		t.Errorf("%d bytes a file", n)
	}
}
