package page

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Studio is what the page needs to draw cards itself: the toolkit as a
// program, and the cards to begin with.
type Studio struct {
	Events    bool // some poster can be filled in
	Postcards bool // one can be addressed to those in office

	loader        string
	program, data packing
}

// A packing is compressed bytes as text, and how many they are.
type packing struct {
	text  string
	bytes int
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

// packings have the frame say how long what it holds is. One encoder at a time
// makes the same bytes on every machine.
var packings = []zstd.EOption{
	zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1), zstd.WithSingleSegment(true), zstd.WithEncoderCRC(false),
}

// packed is bytes as a text that the script unpacks: Zstandard, which has a
// sixth fewer than gzip, of which each 13 bits are two of 91 characters. Base64
// would be a twelfth longer.
func packed(data []byte) (packing, error) {
	z, err := zstd.NewWriter(nil, packings...)
	if err != nil {
		return packing{}, err
	}
	defer z.Close()
	b := z.EncodeAll(data, nil)
	return packing{spell(b), len(b)}, nil
}

// letters may stand in a script element, whatever follows them. That there are
// 91 of them, whose pairs are 8,281, is what two of them hold 13 bits by.
const letters = "!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"

func spell(data []byte) string {
	out := make([]byte, 0, len(data)*16/13+2)
	bits, n := 0, 0
	for _, b := range data {
		bits |= int(b) << n
		for n += 8; n >= 13; n -= 13 {
			out = append(out, letters[bits&0x1fff%len(letters)], letters[bits&0x1fff/len(letters)])
			bits >>= 13
		}
	}
	if n > 0 {
		out = append(out, letters[bits%len(letters)], letters[bits/len(letters)])
	}
	return string(out)
}

// parts are the studio's elements of the page: first what is run, so that the
// page's own script finds it, then what is only read.
func (s *Studio) parts(worker string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<script id=\"studio-loader\">%s</script>\n<script id=\"studio-worker\">%s</script>\n", s.loader, worker)
	for _, p := range []struct {
		name string
		packing
	}{{"data", s.data}, {"program", s.program}} {
		b.WriteString(p.element("studio-" + p.name))
	}
	return b.String()
}

// held is an element that holds JSON for the script: packed where the script can
// unpack it, since words take a third of their room then.
func (d *document) held(id string, data []byte) (string, error) {
	if d.Studio == nil {
		return fmt.Sprintf("<script type=\"application/json\" id=%q>%s</script>\n", id, data), nil
	}
	p, err := packed(data)
	return p.element(id), err
}

func (p packing) element(id string) string {
	return fmt.Sprintf("<script type=\"text/plain\" id=%q data-bytes=\"%d\">%s</script>\n", id, p.bytes, p.text)
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
		"; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
}
