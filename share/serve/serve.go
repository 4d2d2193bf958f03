// Package serve serves a kit over HTTP.
//
//	h, err := serve.New(kit)
//	…
//	defer h.Close()
//	http.Handle("/kit/", http.StripPrefix("/kit/", h))
//
// A file is made when it is first asked for, once however many ask, and kept on
// the disk. Those that take long (zips, videos, sheets, the start page) have a
// queue of their own, so that a picture never waits for a zip. Answers carry an
// ETag of the content, not the campaign's date: whoever has the file of before
// a correction gets the new one.
package serve

import (
	"cmp"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// Start is the page that a kit is opened at: what "" and "/" lead to.
const Start = "START-HERE.html"

// kinds are the content types by the ending of a name: what a machine has
// installed does not decide them.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8",
	".json": "application/json; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml", ".pdf": "application/pdf", ".zip": "application/zip",
	".gif": "image/gif", ".mp4": "video/mp4", ".srt": "application/x-subrip; charset=utf-8", ".vtt": "text/vtt; charset=utf-8",
	".minisig": "text/plain; charset=utf-8", "": "text/plain; charset=utf-8", // SHA256SUMS
}

// Kind is the content type of a file by its name; "" for what no kit holds.
func Kind(name string) string { return kinds[path.Ext(name)] }

// shrinks reports a kind that gzip makes smaller.
func shrinks(kind string) bool {
	return strings.Contains(kind, "charset") || kind == "image/svg+xml"
}

// dear are the endings of files that take long to make.
var dear = []string{".zip", ".mp4", ".gif", ".pdf", ".html"}

// A Handler serves one kit. It is safe for concurrent use.
type Handler struct {
	kit    fs.FS
	dir    string
	cheap  chan struct{}
	dear   chan struct{}
	mu     sync.Mutex
	made   map[string]*File
	making sync.WaitGroup
	end    context.CancelFunc
	ctx    context.Context
}

// A File of the kit lies on the disk until its handler is closed. It is safe for
// concurrent use.
type File struct {
	at         string
	done       chan struct{}
	err        error
	sum        string // of the content, in hexadecimal
	kind       string
	compressed bool // a copy with the ending .gz lies beside it
}

// New serves a kit, from a folder of its own among the system's temporary files.
func New(kit fs.FS) (*Handler, error) {
	dir, err := os.MkdirTemp("", "kit-")
	if err != nil {
		return nil, err
	}
	h := &Handler{
		kit: kit, dir: dir, made: make(map[string]*File),
		cheap: make(chan struct{}, runtime.GOMAXPROCS(0)), dear: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2)),
	}
	h.ctx, h.end = context.WithCancel(context.Background())
	return h, nil
}

// Close waits for the files that are being made, and removes all. Requests that
// come later are answered with 503.
func (h *Handler) Close() error {
	h.end()
	h.making.Wait()
	return os.RemoveAll(h.dir)
}

// ServeHTTP answers GET and HEAD for a name in the kit.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = Start
	}
	f, err := h.File(r.Context(), name)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		http.NotFound(w, r)
	case err != nil:
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
	default:
		f.ServeHTTP(w, r)
	}
}

// File returns a file once it is made, for those who answer requests themselves
// or want one made before somebody asks for it. Who stops waiting does not stop
// the making, for others may wait too. What there is not is fs.ErrNotExist or
// fs.ErrInvalid; another error is the kit's, the disk's or ctx's.
func (h *Handler) File(ctx context.Context, name string) (*File, error) {
	folder, err := isFolder(h.kit, name)
	if err != nil {
		return nil, err
	}
	if folder {
		return nil, fs.ErrNotExist
	}
	h.mu.Lock()
	f := h.made[name]
	if f == nil && h.ctx.Err() == nil {
		f = &File{done: make(chan struct{})}
		h.made[name] = f
		h.making.Go(func() { h.make(name, f) })
	}
	h.mu.Unlock()
	if f == nil {
		return nil, h.ctx.Err()
	}
	select {
	case <-f.done:
		return f, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// isFolder finds out from its folder's list whether a name is there, and a
// folder: to ask a kit for a file's size would make it.
func isFolder(kit fs.FS, name string) (folder bool, err error) {
	if !fs.ValidPath(name) || name == "." {
		return false, fs.ErrInvalid
	}
	list, err := fs.ReadDir(kit, path.Dir(name))
	if err != nil {
		return false, err
	}
	i, found := slices.BinarySearchFunc(list, path.Base(name), func(e fs.DirEntry, base string) int { return strings.Compare(e.Name(), base) })
	if !found {
		return false, fs.ErrNotExist
	}
	return list[i].IsDir(), nil
}

// make makes a file. One that fails is tried again when it is asked for again.
func (h *Handler) make(name string, f *File) {
	defer close(f.done)
	queue := h.cheap
	if slices.Contains(dear, path.Ext(name)) {
		queue = h.dear
	}
	select {
	case queue <- struct{}{}:
		defer func() { <-queue }()
		f.err = h.write(name, f)
	case <-h.ctx.Done():
		f.err = h.ctx.Err()
	}
	if f.err != nil {
		h.mu.Lock()
		delete(h.made, name)
		h.mu.Unlock()
	}
}

func (h *Handler) write(name string, f *File) error {
	data, err := fs.ReadFile(h.kit, name)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	f.sum, f.kind = hex.EncodeToString(sum[:]), cmp.Or(Kind(name), "application/octet-stream")
	f.at = filepath.Join(h.dir, f.sum)
	if err := keep(f.at, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
		return err
	}
	const least = 1024 // bytes; the head of a smaller answer is as long as what gzip saves
	if f.compressed = shrinks(f.kind) && len(data) > least; !f.compressed {
		return nil
	}
	return keep(f.at+".gz", func(w io.Writer) error {
		z := gzip.NewWriter(w)
		_, err := z.Write(data)
		return errors.Join(err, z.Close())
	})
}

// keep writes a file whole; two of one content are the same.
func keep(name string, content func(io.Writer) error) error {
	out, err := os.CreateTemp(filepath.Dir(name), "new-")
	if err != nil {
		return err
	}
	if err := errors.Join(content(out), out.Close()); err != nil {
		return errors.Join(err, os.Remove(out.Name()))
	}
	return os.Rename(out.Name(), name)
}

// ServeHTTP answers with the file, or a range of it, or says that the client has
// it. A Cache-Control that is set already stays.
func (f *File) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, tag := f.at, f.sum
	if f.compressed {
		w.Header().Add("Vary", "Accept-Encoding")
	}
	if f.compressed && takesGzip(r) {
		name, tag = name+".gz", tag+"-gzip"
		w.Header().Set("Content-Encoding", "gzip")
	}
	from, err := os.Open(name)
	if err != nil {
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
		return
	}
	defer from.Close()
	w.Header().Set("Content-Type", f.kind)
	w.Header().Set("ETag", `"`+tag+`"`)
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", "no-cache") // to be asked for again, with the ETag
	}
	w.Header().Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, "", time.Time{}, from)
}

// takesGzip reports a client that takes gzip and wants the whole file.
func takesGzip(r *http.Request) bool {
	if r.Header.Get("Range") != "" {
		return false
	}
	for coding := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, weighed := strings.Cut(strings.ReplaceAll(coding, " ", ""), ";q=")
		if name == "gzip" && (!weighed || strings.Trim(weight, "0.") != "") {
			return true
		}
	}
	return false
}
