package icc

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"math"
	"testing"
)

// profile writes one of the given colours (XYZ under D50) and curve.
func profile(xyz [3][3]float64, curve []byte) []byte {
	head := make([]byte, 128)
	copy(head[16:], "RGB XYZ ")
	copy(head[36:], "acsp")
	out := binary.BigEndian.AppendUint32(head, 6)
	var body []byte
	at := uint32(132 + 6*12)
	add := func(name string, data []byte) {
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, at+uint32(len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
		body = append(body, data...)
	}
	for i, name := range []string{"r", "g", "b"} {
		value := []byte("XYZ \x00\x00\x00\x00")
		for _, v := range xyz[i] {
			value = binary.BigEndian.AppendUint32(value, uint32(int32(math.Round(v*65536))))
		}
		add(name+"XYZ", value)
		add(name+"TRC", curve)
	}
	return append(out, body...)
}

func power(gamma float64) []byte {
	return binary.BigEndian.AppendUint16([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), uint16(math.Round(gamma*256)))
}

// srgbCurve is that of sRGB and Display P3, as a parametric curve.
func srgbCurve() []byte {
	out := []byte("para\x00\x00\x00\x00\x00\x03\x00\x00")
	for _, v := range []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045} {
		out = binary.BigEndian.AppendUint32(out, uint32(math.Round(v*65536)))
	}
	return out
}

var (
	adobe    = profile([3][3]float64{{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}}, power(563.0/256))
	p3       = profile([3][3]float64{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}, srgbCurve())
	prophoto = profile([3][3]float64{{0.79767, 0.28804, 0}, {0.13519, 0.71188, 0}, {0.03134, 0.00009, 0.82491}}, power(1.8))
	srgb     = profile([3][3]float64{{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}}, srgbCurve())
)

// TestWideGamut turns colours of the three wide spaces that photographs come in
// into the sRGB that they are in all colour pickers.
func TestWideGamut(t *testing.T) {
	for _, c := range []struct {
		name     string
		profile  []byte
		in, want [3]uint8
	}{
		{"Adobe RGB", adobe, [3]uint8{96, 159, 70}, [3]uint8{40, 160, 60}}, {"Adobe RGB", adobe, [3]uint8{172, 44, 43}, [3]uint8{200, 40, 40}},
		{"Display P3", p3, [3]uint8{234, 51, 35}, [3]uint8{255, 0, 0}}, {"Display P3", p3, [3]uint8{128, 128, 128}, [3]uint8{128, 128, 128}},
		{"ProPhoto", prophoto, [3]uint8{179, 70, 26}, [3]uint8{255, 0, 0}}, {"ProPhoto", prophoto, [3]uint8{255, 255, 255}, [3]uint8{255, 255, 255}},
	} {
		for _, file := range [][]byte{jpegWith(c.profile), pngWith(c.profile), webpWith(c.profile)} {
			p := Find(file)
			if p == nil {
				t.Fatalf("%s: no profile was found in %q", c.name, file[:4])
			}
			pix := []uint8{c.in[0], c.in[1], c.in[2], 255}
			p.Apply(pix)
			for i := range c.want {
				if d := int(pix[i]) - int(c.want[i]); d > 3 || d < -3 {
					t.Errorf("%s %v is %v in sRGB, want %v", c.name, c.in, pix, c.want)
					break
				}
			}
		}
	}
	if Find(jpegWith(srgb)) != nil {
		t.Error("sRGB is turned")
	}
}

// jpegWith has the profile in two parts, the second one first.
func jpegWith(profile []byte) []byte {
	out := []byte("\xff\xd8")
	half := len(profile) / 2
	for _, part := range []struct {
		n    byte
		data []byte
	}{{2, profile[half:]}, {1, profile[:half]}} {
		out = append(out, 0xff, 0xe2)
		out = binary.BigEndian.AppendUint16(out, uint16(2+14+len(part.data)))
		out = append(append(out, "ICC_PROFILE\x00"...), part.n, 2)
		out = append(out, part.data...)
	}
	return append(out, 0xff, 0xda, 0, 2)
}

func pngWith(profile []byte) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write(profile)
	z.Close()
	body := append([]byte("name\x00\x00"), packed.Bytes()...)
	out := append([]byte("\x89PNG\r\n\x1a\n"), binary.BigEndian.AppendUint32(nil, uint32(len(body)))...)
	return append(append(append(out, "iCCP"...), body...), 0, 0, 0, 0)
}

func webpWith(profile []byte) []byte {
	out := []byte("RIFF\x00\x00\x00\x00WEBPICCP")
	return append(binary.LittleEndian.AppendUint32(out, uint32(len(profile))), profile...)
}

func FuzzFind(f *testing.F) {
	for _, p := range [][]byte{adobe, p3} {
		f.Add(jpegWith(p))
		f.Add(pngWith(p))
		f.Add(webpWith(p))
	}
	f.Fuzz(func(_ *testing.T, data []byte) {
		for _, p := range []*Profile{Find(data), parse(data)} {
			if p != nil {
				p.Apply([]uint8{1, 2, 3, 255, 250, 128, 0, 255})
			}
		}
	})
}
