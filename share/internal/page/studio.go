package page

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Studio is what the page needs to draw cards itself: the toolkit as a
// program, and the cards to begin with.
type Studio struct {
	program, loader, data string
}

// NewStudio packs a studio. Program is WebAssembly, loader the JavaScript that
// belongs to the Go that built it, data the JSON of the cards.
func NewStudio(program, loader, data []byte) (*Studio, error) {
	s := &Studio{loader: strings.TrimSpace(string(loader)) + "\n"}
	if !bytes.HasPrefix(program, []byte("\x00asm")) {
		return nil, fieldError("page-studio-program", "Studio", nil)
	}
	if len(loader) == 0 || strings.Contains(strings.ToLower(s.loader), "</script") {
		return nil, fieldError("page-studio-loader", "Studio", fault.Values{})
	}
	var err error
	if s.program, err = packed(program); err != nil {
		return nil, err
	}
	s.data, err = packed(data)
	return s, err
}

// packed is bytes as a text that the script unpacks: gzip in base64.
func packed(data []byte) (string, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := z.Write(data); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// parts are the studio's elements of the page: first what is run, so that the
// page's own script finds it, then what is only read.
func (s *Studio) parts(worker string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<script id=\"studio-loader\">%s</script>\n<script id=\"studio-worker\">%s</script>\n", s.loader, worker)
	fmt.Fprintf(&b, "<script type=\"text/plain\" id=\"studio-data\">%s</script>\n", s.data)
	fmt.Fprintf(&b, "<script type=\"text/plain\" id=\"studio-program\">%s</script>\n", s.program)
	return b.String()
}

// A policy says what may run and load in the page.
type policy struct {
	scripts []string
	style   string
	studio  bool
}

// String is the content of the policy's element. WebAssembly and a worker from
// the page's own text are allowed only to a page that has a studio.
func (p policy) String() string {
	run := ""
	for _, s := range p.scripts {
		run += " " + hash(s)
	}
	if p.studio {
		run += " 'wasm-unsafe-eval'; worker-src blob:"
	}
	return "default-src 'none'; script-src" + run + "; style-src " + hash(p.style) +
		"; img-src 'self' data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
}
