package mp4

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic/internal/h264"
)

// program skips a test, loudly, where a program is not installed.
func program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("NOT CHECKED: %s is not installed", name)
	}
	return path
}

var red = color.RGBA{0xC8, 0x20, 0x2C, 255}

// movie is n pictures of one colour over which a bar grows.
func movie(t testing.TB, w, h, rate, n int) *File {
	t.Helper()
	e, err := h264.NewEncoder(h264.Config{Width: w, Height: h, Rate: rate, KeyInterval: 2 * rate})
	if err != nil {
		t.Fatal(err)
	}
	f := &File{
		Width: e.Size().X, Height: e.Size().Y, Rate: rate, Language: "spa",
		Title: "Una cuenta justa", Description: "Doce barras", Comment: "Doce barras en rojo",
		XMP: `<x:xmpmeta xmlns:x="adobe:ns:meta/"/>`,
	}
	f.SPS, f.PPS = e.Parameters()
	m := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{red, color.White})
	for i := range n {
		box := image.Rect(i%w, h-9, i%w+1, h)
		for y := box.Min.Y; y < h; y++ {
			m.SetColorIndex(i%w, y, 1)
		}
		s, err := e.Encode(m, box, image.Rect(0, 0, w*max(1-i, 0), h))
		if err != nil {
			t.Fatal(err)
		}
		f.Add(s.Data, s.Key)
	}
	return f
}

func written(t testing.TB, f *File) []byte {
	t.Helper()
	var out bytes.Buffer
	n, err := f.WriteTo(&out)
	if err != nil || n != int64(out.Len()) {
		t.Fatalf("%d bytes of %d, %v", n, out.Len(), err)
	}
	return out.Bytes()
}

func saved(t testing.TB, f *File) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "x.mp4")
	if err := os.WriteFile(name, written(t, f), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// parents are the boxes that hold boxes, and how many bytes come before these.
var parents = map[string]int{
	"moov": 0, "trak": 0, "mdia": 0, "minf": 0, "stbl": 0, "dinf": 0, "udta": 0, "ilst": 0,
	"meta": 4, "stsd": 8, "avc1": 78, "mp4a": 28, "dref": 8,
}

// walk calls visit for each box with its path.
func walk(t testing.TB, path string, in []byte, visit func(path string, body []byte)) {
	t.Helper()
	for len(in) > 0 {
		n := int(binary.BigEndian.Uint32(in))
		if n < 8 || n > len(in) {
			t.Fatalf("a box of %d bytes in %d, in %s", n, len(in), path)
		}
		kind := string(in[4:8])
		visit(path+"/"+kind, in[8:n])
		if skip, ok := parents[kind]; ok {
			walk(t, path+"/"+kind, in[8+skip:n], visit)
		}
		in = in[n:]
	}
}

// TestBoxes holds the file against the failures of others: edit lists and late
// moov boxes, which platforms refuse, and a short colr box, for which Firefox
// refuses the whole file.
func TestBoxes(t *testing.T) {
	var top []string
	colr := 0
	walk(t, "", written(t, movie(t, 64, 64, 30, 70)), func(path string, body []byte) {
		kind := path[strings.LastIndex(path, "/")+1:]
		switch {
		case strings.Count(path, "/") == 1:
			top = append(top, kind)
		case kind == "edts" || kind == "elst":
			t.Errorf("an edit list: %s", path)
		case kind == "colr":
			colr = 8 + len(body)
		case slices.Contains([]string{"mvhd", "tkhd", "mdhd"}, kind):
			if made := binary.BigEndian.Uint64(body[4:]); made != 0 {
				t.Errorf("%s: times of the clock: %d", path, made)
			}
		}
	})
	if got := strings.Join(top, " "); got != "ftyp moov mdat uuid" {
		t.Errorf("boxes %s", got)
	}
	if colr != 19 {
		t.Errorf("colr has %d bytes, want 19", colr)
	}
}

// TestChunksHoldTheirSamples follows the tables from chunk to chunk and finds
// each picture's bytes.
func TestChunksHoldTheirSamples(t *testing.T) {
	f := movie(t, 64, 64, 25, 63)
	file := written(t, f)
	tables := map[string][][]byte{}
	walk(t, "", file, func(path string, body []byte) {
		kind := path[strings.LastIndex(path, "/")+1:]
		tables[kind] = append(tables[kind], body)
	})
	at := func(kind string, track, i int) int { return int(binary.BigEndian.Uint32(tables[kind][track][4*i:])) }
	samples, want := 0, f.data
	for i := range at("stco", 0, 1) {
		offset, perChunk := at("stco", 0, 2+i), 0
		for k := range at("stsc", 0, 1) {
			if at("stsc", 0, 2+3*k) <= i+1 {
				perChunk = at("stsc", 0, 3+3*k)
			}
		}
		for range perChunk {
			n := at("stsz", 0, 3+samples)
			if !bytes.Equal(file[offset:][:n], want[:n]) {
				t.Fatalf("picture %d is not where the tables say", samples)
			}
			offset, want, samples = offset+n, want[n:], samples+1
		}
		if sound := at("stco", 1, 2+i); sound != offset || !bytes.HasPrefix(file[sound:], silence) {
			t.Errorf("chunk %d: the sound is at %d, want %d", i, sound, offset)
		}
	}
	if samples != 63 {
		t.Errorf("%d pictures in chunks, want 63", samples)
	}
}

type probe struct {
	Streams []map[string]any
	Format  struct {
		Tags     map[string]string
		Start    string `json:"start_time"`
		Duration string
	}
}

func probed(t testing.TB, name string) (p probe) {
	t.Helper()
	out, err := exec.Command(program(t, "ffprobe"), "-v", "warning", "-show_streams", "-show_format", "-of", "json", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestProbe asks ffprobe for all that platforms ask: profile and level, the
// three colours, even sides, a constant rate, both tracks from 0, sound.
func TestProbe(t *testing.T) {
	for _, rate := range []int{23, 24, 25, 30, 60} {
		p := probed(t, saved(t, movie(t, 541, 961, rate, 3*rate)))
		want := map[string]any{
			"codec_name": "h264", "profile": "Constrained Baseline", "level": 40.0, "pix_fmt": "yuv420p",
			"width": 542.0, "height": 962.0, "sample_aspect_ratio": "1:1", "has_b_frames": 0.0,
			"color_range": "tv", "color_space": "bt709", "color_primaries": "bt709", "color_transfer": "bt709", "chroma_location": "center",
			"r_frame_rate": fmt.Sprintf("%d/1", rate), "avg_frame_rate": fmt.Sprintf("%d/1", rate),
			"start_time": "0.000000", "duration": "3.000000", "nb_frames": fmt.Sprint(3 * rate),
		}
		sound := map[string]any{
			"codec_name": "aac", "profile": "LC", "sample_rate": "48000", "channels": 2.0,
			"start_time": "0.000000", "duration": "3.000000",
		}
		for i, fields := range []map[string]any{want, sound} {
			for key, value := range fields {
				if got := p.Streams[i][key]; got != value {
					t.Errorf("%d a second, stream %d: %s is %v, want %v", rate, i, key, got, value)
				}
			}
		}
		for key, value := range map[string]string{"title": "Una cuenta justa", "description": "Doce barras", "comment": "Doce barras en rojo"} {
			if got := p.Format.Tags[key]; got != value {
				t.Errorf("%s is %q, want %q", key, got, value)
			}
		}
	}
}

// TestDecodes decodes both tracks; the slightest complaint is an error.
func TestDecodes(t *testing.T) {
	for _, n := range []int{1, 7, 30, 31, 100} {
		name := saved(t, movie(t, 96, 80, 30, n))
		out, err := exec.Command(program(t, "ffmpeg"), "-v", "warning", "-err_detect", "explode", "-xerror", "-i", name, "-f", "null", "-").CombinedOutput()
		if err != nil || len(out) > 0 {
			t.Errorf("%d pictures: %v\n%s", n, err, out)
		}
	}
}

// TestFlatColour is that what a player makes of the samples and of their tags
// is the colour drawn.
func TestFlatColour(t *testing.T) {
	name := saved(t, movie(t, 64, 64, 30, 3))
	out, err := exec.Command(program(t, "ffmpeg"), "-v", "error", "-i", name, "-frames:v", "1", "-vf", "crop=32:32:0:0,format=rgb24", "-f", "rawvideo",
		"-").Output()
	if err != nil || len(out) != 32*32*3 {
		t.Fatal(err, len(out))
	}
	for i, v := range out {
		if want := []uint8{red.R, red.G, red.B}[i%3]; max(v, want)-min(v, want) > 2 {
			t.Fatalf("sample %d is %d, want %d", i, v, want)
		}
	}
}

// TestNothingIsHeldBack reads the stream's own promise that no picture waits
// for a later one; without it decoders keep back half a second.
func TestNothingIsHeldBack(t *testing.T) {
	name := saved(t, movie(t, 64, 64, 30, 3))
	out, err := exec.Command(program(t, "ffmpeg"), "-i", name, "-c:v", "copy", "-bsf:v", "trace_headers", "-f", "null", "-").CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"max_num_reorder_frames", "video_full_range_flag"} {
		line := string(out)
		i := strings.Index(line, field)
		if i < 0 {
			t.Fatalf("there is no %s", field)
		}
		line, _, _ = strings.Cut(line[i:], "\n")
		if !strings.HasSuffix(strings.TrimSpace(line), "= 0") {
			t.Errorf("%s", line)
		}
	}
}

// TestExiftoolReadsThePacket and the text.
func TestExiftoolReadsThePacket(t *testing.T) {
	f := movie(t, 64, 64, 30, 3)
	f.XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">` +
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:source>Gaceta</dc:source></rdf:Description>` +
		`</rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
	out, err := exec.Command(program(t, "exiftool"), "-s", "-XMP:Source", "-Title", "-MediaLanguageCode", "-Warning", "-Error", saved(t, f)).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Source                          : Gaceta", ": Una cuenta justa", ": spa"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if strings.Contains(string(out), "Warning") || strings.Contains(string(out), "Error") {
		t.Errorf("%s", out)
	}
}

func TestSameBytesTwice(t *testing.T) {
	if !bytes.Equal(written(t, movie(t, 80, 80, 30, 40)), written(t, movie(t, 80, 80, 30, 40))) {
		t.Error("two runs differ")
	}
}

func TestLanguages(t *testing.T) {
	for in, want := range map[string]uint16{"und": 0x55C4, "eng": 0x15C7, "": 0x55C4, "es": 0x55C4, "EN?": 0x55C4} {
		if got := language(in); got != want {
			t.Errorf("%q is written as %#x, want %#x", in, got, want)
		}
	}
}

func TestEmptyFiles(t *testing.T) {
	if _, err := (&File{Rate: 30}).WriteTo(new(bytes.Buffer)); err == nil {
		t.Error("a file without pictures is written")
	}
	f := movie(t, 64, 64, 30, 1)
	f.XMP, f.Title, f.Description, f.Comment = "", "", "", ""
	walk(t, "", written(t, f), func(path string, _ []byte) {
		if strings.HasSuffix(path, "udta") || strings.HasSuffix(path, "uuid") {
			t.Errorf("an empty %s", path)
		}
	})
}
