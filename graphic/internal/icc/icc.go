// Package icc turns the colours of photographs into sRGB, which pictures are in:
// those of cameras and telephones say in an ICC profile that theirs are wider.
//
// It knows profiles of three curves and a matrix (ICC.1:2022, 8.3.3), which
// Adobe RGB, Display P3 and ProPhoto RGB have. Others, of printers and scanners,
// have tables in their place, and none is found in them.
package icc

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math"

	"github.com/shutdowncecot/toolkit/graphic/internal/chunks"
)

// maxProfile bounds a profile; those with a matrix have some kilobytes.
const maxProfile = 4 << 20

// A Profile turns colours into sRGB. It is immutable and safe for concurrent
// use.
type Profile struct {
	curves [3][256]float64 // to linear light
	matrix [3][3]float64   // to linear sRGB
}

// Find returns the profile of a JPEG, PNG or WebP file; nil if there is none that
// is known, or that changes anything.
func Find(file []byte) *Profile {
	var data []byte
	switch {
	case bytes.HasPrefix(file, []byte("\xff\xd8")):
		data = inJPEG(file)
	case bytes.HasPrefix(file, []byte("\x89PNG\r\n\x1a\n")):
		data = inPNG(file)
	case len(file) > 12 && string(file[:4]) == "RIFF" && string(file[8:12]) == "WEBP":
		data = chunks.Find(file, "ICCP")
	}
	p := parse(data)
	if p == nil || p.idle() {
		return nil
	}
	return p
}

// inJPEG joins the parts in APP2 segments, each of which has its number.
func inJPEG(file []byte) []byte {
	const name = "ICC_PROFILE\x00"
	parts := make(map[byte][]byte)
	for at := 2; at+4 <= len(file) && file[at] == 0xff; {
		marker, n := file[at+1], int(binary.BigEndian.Uint16(file[at+2:]))
		if marker == 0xff { // fills up
			at++
			continue
		}
		if marker == 0xda || n < 2 || at+2+n > len(file) {
			break
		}
		if body := file[at+4 : at+2+n]; marker == 0xe2 && len(body) > len(name)+2 && string(body[:len(name)]) == name {
			parts[body[len(name)]] = body[len(name)+2:]
		}
		at += 2 + n
	}
	var out []byte
	for i := byte(1); len(parts[i]) > 0 && len(out) < maxProfile; i++ {
		out = append(out, parts[i]...)
	}
	return out
}

func inPNG(file []byte) []byte {
	_, packed, ok := bytes.Cut(chunks.Find(file, "iCCP"), []byte{0})
	if !ok || len(packed) < 1 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	data, _ := io.ReadAll(io.LimitReader(z, maxProfile))
	return data
}

// fromXYZ is linear sRGB of XYZ under D50, in which profiles are: the inverse of
// the matrix of IEC 61966-2-1 adapted by Bradford's method.
var fromXYZ = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

// parse reads a profile; nil for what is none of RGB with curves and a matrix.
func parse(data []byte) *Profile {
	if len(data) < 132 || string(data[36:40]) != "acsp" || string(data[16:24]) != "RGB XYZ " {
		return nil
	}
	tags := tagsOf(data)
	p := new(Profile)
	var toXYZ [3][3]float64
	for i, name := range []string{"r", "g", "b"} {
		xyz := tags[name+"XYZ"]
		if len(xyz) < 20 || !p.curve(i, tags[name+"TRC"]) {
			return nil
		}
		for row := range toXYZ {
			toXYZ[row][i] = fixed(xyz[8+4*row:])
		}
	}
	for r := range p.matrix {
		for c := range p.matrix[r] {
			for k := range toXYZ {
				p.matrix[r][c] += float64(fromXYZ[r][k] * toXYZ[k][c])
			}
		}
	}
	return p
}

func tagsOf(data []byte) map[string][]byte {
	tags := make(map[string][]byte)
	n := min(int(binary.BigEndian.Uint32(data[128:])&0xffff), 100)
	for i := range n {
		at := 132 + 12*i
		if at+12 > len(data) {
			break
		}
		from, size := uint64(binary.BigEndian.Uint32(data[at+4:])), uint64(binary.BigEndian.Uint32(data[at+8:]))
		if from+size <= uint64(len(data)) {
			tags[string(data[at:at+4])] = data[from : from+size]
		}
	}
	return tags
}

// fixed is an s15Fixed16Number.
func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// curve reads one of the three.
func (p *Profile) curve(i int, data []byte) bool {
	if len(data) < 12 {
		return false
	}
	var f func(float64) float64
	switch string(data[:4]) {
	case "curv":
		f = sampled(data[8:])
	case "para":
		f = parametric(data[8:])
	}
	if f == nil {
		return false
	}
	for v := range p.curves[i] {
		y := f(float64(v) / 255)
		if math.IsNaN(y) {
			return false
		}
		p.curves[i][v] = max(0, min(1, y))
	}
	return true
}

// sampled is a curveType: linear, a power, or points of equal distance.
func sampled(data []byte) func(float64) float64 {
	n := uint64(binary.BigEndian.Uint32(data))
	data = data[4:]
	switch {
	case n == 0:
		return func(x float64) float64 { return x }
	case uint64(len(data)) < 2*n:
		return nil
	case n == 1:
		gamma := float64(binary.BigEndian.Uint16(data)) / 256
		return func(x float64) float64 { return math.Pow(x, gamma) }
	}
	at := func(i int) float64 { return float64(binary.BigEndian.Uint16(data[2*i:])) / 65535 }
	return func(x float64) float64 {
		low := min(int(x*float64(n-1)), int(n)-2)
		part := float64(x*float64(n-1)) - float64(low)
		return at(low) + float64(part*(at(low+1)-at(low)))
	}
}

// parametric is a parametricCurveType: table 68 of ICC.1:2022.
func parametric(data []byte) func(float64) float64 {
	kind := int(binary.BigEndian.Uint16(data))
	counts := []int{1, 3, 4, 5, 7}
	if kind >= len(counts) || len(data) < 4+4*counts[kind] {
		return nil
	}
	v := make([]float64, 7) // g a b c d e f
	for i := range counts[kind] {
		v[i] = fixed(data[4+4*i:])
	}
	g, a, b, c, d, e, f := v[0], v[1], v[2], v[3], v[4], v[5], v[6]
	switch kind {
	case 0:
		a, d = 1, -1
	case 1:
		d = -b / a
	case 2:
		d, e, f, c = -b/a, c, c, 0
	}
	return func(x float64) float64 {
		if x >= d {
			return math.Pow(max(0, float64(a*x)+b), g) + e
		}
		return float64(c*x) + f
	}
}

// probes are colours in which profiles differ.
var probes = [][3]uint8{
	{0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {40, 160, 60}, {30, 80, 200}, {128, 128, 128}, {240, 200, 40}, {255, 255, 255},
}

// idle reports a profile that is sRGB but for rounding.
func (p *Profile) idle() bool {
	for _, c := range probes {
		got := p.turn(c)
		for i := range c {
			if d := int(got[i]) - int(c[i]); d > 2 || d < -2 {
				return false
			}
		}
	}
	return true
}

// encoded is sRGB of linear light in steps of 1/4095, fine enough for each of
// its 256 values above the darkest.
var encoded = func() (table [4096]uint8) {
	for i := range table {
		x := float64(i) / 4095
		y := float64(12.92 * x)
		if x > 0.0031308 {
			y = float64(1.055*math.Pow(x, 1/2.4)) - 0.055
		}
		table[i] = uint8(float64(y*255) + 0.5)
	}
	return table
}()

// turn is one colour in sRGB. What sRGB does not have is cut off.
func (p *Profile) turn(c [3]uint8) (out [3]uint8) {
	r, g, b := p.curves[0][c[0]], p.curves[1][c[1]], p.curves[2][c[2]]
	for i := range out {
		m := &p.matrix[i]
		v := float64(m[0]*r) + float64(m[1]*g) + float64(m[2]*b)
		out[i] = encoded[int(float64(max(0, min(1, v))*4095)+0.5)]
	}
	return out
}

// Apply turns opaque pixels of four bytes.
func (p *Profile) Apply(pix []uint8) {
	for i := 0; i+4 <= len(pix); i += 4 {
		c := p.turn([3]uint8(pix[i : i+3]))
		copy(pix[i:], c[:])
	}
}
