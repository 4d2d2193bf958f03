package chunks

import (
	"bytes"
	"testing"
)

func TestFind(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n" + "\x00\x00\x00\x03aaaaone\x00\x00\x00\x00" + "\x00\x00\x00\x00bbbb\x00\x00\x00\x00" + "\x00\x00\x00\x05cccclast!\x00\x00\x00\x00"
	riff := "RIFF\x00\x00\x00\x00WEBP" + "aaaa\x03\x00\x00\x00one\x00" + "bbbb\x00\x00\x00\x00" + "cccc\x05\x00\x00\x00last!\x00"
	for _, c := range []struct{ file, name, want string }{
		{png, "aaaa", "one"}, {png, "bbbb", ""}, {png, "cccc", "last!"}, {png, "dddd", ""},
		{riff, "aaaa", "one"}, {riff, "bbbb", ""}, {riff, "cccc", "last!"}, {riff, "one\x00", ""},
		{png[:17], "aaaa", "o"}, {riff[:21], "aaaa", "o"}, {png[:30], "bbbb", ""}, {riff[:24], "bbbb", ""}, {"GIF89a", "aaaa", ""}, {"", "", ""},
		{"\x89PNG\r\n\x1a\n\xff\xff\xff\xffaaaa", "aaaa", ""},
	} {
		if got := string(Find([]byte(c.file), c.name)); got != c.want {
			t.Errorf("%s in %.20q: %q, want %q", c.name, c.file, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x01aaaa1\x00\x00\x00\x00"), "aaaa")
	f.Add([]byte("RIFF\x00\x00\x00\x00WEBPaaaa\x01\x00\x00\x001\x00"), "aaaa")
	f.Fuzz(func(t *testing.T, file []byte, name string) {
		if got := Find(file, name); len(got) > 0 && !bytes.Contains(file, append([]byte(nil), got...)) {
			t.Errorf("%q is not of the file", got)
		}
	})
}
