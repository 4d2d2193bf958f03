package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
)

// ref is the number of an indirect object, from 1.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// file is the objects of a PDF file in the order in which they are written.
type file struct {
	buf     bytes.Buffer
	offsets []int // of object 1 and on; 0: not written yet
}

func (f *file) header() {
	f.buf.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // four bytes above 127 say that the file is binary
}

// reserve numbers an object that is written later.
func (f *file) reserve() ref {
	f.offsets = append(f.offsets, 0)
	return ref(len(f.offsets))
}

func (f *file) put(r ref, format string, args ...any) {
	f.offsets[r-1] = f.buf.Len()
	fmt.Fprintf(&f.buf, "%d 0 obj\n", r)
	fmt.Fprintf(&f.buf, format, args...)
	f.buf.WriteString("\nendobj\n")
}

func (f *file) add(format string, args ...any) ref {
	r := f.reserve()
	f.put(r, format, args...)
	return r
}

// stream writes data as it stands. dict is what its dictionary says besides
// the length.
func (f *file) stream(r ref, dict string, data []byte) {
	f.offsets[r-1] = f.buf.Len()
	fmt.Fprintf(&f.buf, "%d 0 obj\n<<%s/Length %d>>\nstream\n", r, dict, len(data))
	f.buf.Write(data)
	f.buf.WriteString("\nendstream\nendobj\n")
}

// deflated writes data compressed.
func (f *file) deflated(r ref, dict string, data []byte) {
	f.stream(r, dict+"/Filter/FlateDecode", deflate(data))
}

// trailer ends the file. Its ID is a hash of everything before, so that the
// same pages are the same file.
func (f *file) trailer(root, info ref) {
	start := f.buf.Len()
	sum := sha256.Sum256(f.buf.Bytes())
	fmt.Fprintf(&f.buf, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for _, at := range f.offsets {
		fmt.Fprintf(&f.buf, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&f.buf, "trailer\n<</Size %d/Root %v/Info %v/ID[<%x><%[4]x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.offsets)+1, root, info, sum[:16], start)
}

var compressors = sync.Pool{New: func() any {
	z, _ := zlib.NewWriterLevel(io.Discard, zlib.DefaultCompression)
	return z
}}

func deflate(data []byte) []byte {
	z := compressors.Get().(*zlib.Writer)
	defer compressors.Put(z)
	var out bytes.Buffer
	z.Reset(&out)
	z.Write(data) // a bytes.Buffer does not fail
	z.Close()
	return out.Bytes()
}

// textString is s as a text string object: PDFDocEncoding where s is plain
// ASCII, else UTF-16 with its mark.
func textString(s string) string {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return "<FEFF" + utf16hex(s) + ">"
		}
	}
	return literal(s)
}

// literal is a string object of ASCII characters.
func literal(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}

func utf16hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// number is v in decimals, as short as it can be; PDF has no exponents.
func number(v float64, decimals int) string { return string(appendNumber(nil, v, decimals)) }

func appendNumber(b []byte, v float64, decimals int) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	if whole := int64(v); float64(whole) == v {
		return strconv.AppendInt(b, whole, 10)
	}
	start := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	if decimals > 0 {
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if b[len(b)-1] == '.' {
			b = b[:len(b)-1]
		}
	}
	if string(b[start:]) == "-0" {
		b = append(b[:start], '0')
	}
	return b
}
