package share_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// junk is what people and programs leave in a file.
var junk = []string{"", " ", "\t", ":", "- ", "{", "}}", "[", "\"", "'", "|", ">", "&a", "*a", "!!int", "null", "2031-13-45", "2031", "-1", "1e999", "ñ",
	"\u202e", "\x00", "\ufeff", "https://", "javascript:alert(1)", "../../etc/passwd", "<script>", "{en: [}", "en:", "# "}

// spoil makes one to three mistakes in a file.
func spoil(r *rand.Rand, text string) string {
	lines := strings.Split(text, "\n")
	for range 1 + r.IntN(3) {
		i := r.IntN(len(lines))
		line, at := lines[i], 0
		if line != "" {
			at = r.IntN(len(line))
		}
		switch r.IntN(8) {
		case 0:
			lines[i] = ""
		case 1:
			lines[i] = line + "\n" + line
		case 2:
			lines[i] = " " + line
		case 3:
			lines[i] = strings.TrimPrefix(line, "  ")
		case 4:
			lines[i] = line[:at] + junk[r.IntN(len(junk))] + line[at:]
		case 5:
			lines[i] = line[:at]
		case 6:
			if key, _, ok := strings.Cut(line, ":"); ok {
				lines[i] = key + ": " + junk[r.IntN(len(junk))]
			}
		default:
			j := r.IntN(len(lines))
			lines[i], lines[j] = lines[j], lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// TestMalformed loads thousands of spoilt campaigns. Each gives mistakes with
// their places in the files, or it can be checked and, tried on some, built.
func TestMalformed(t *testing.T) {
	n := scaled(500, 2_000, 10_000)
	good := make(map[string]string)
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := os.ReadFile("testdata/mill/" + name)
		if err != nil {
			t.Fatal(err)
		}
		good[name] = string(data)
	}
	r := rand.New(rand.NewPCG(6, 8))
	loaded := 0
	for i := range n {
		files := fstest.MapFS{}
		for name, text := range good {
			if r.IntN(2) == 0 {
				text = spoil(r, text)
			}
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		c, err := campaign.Load(context.Background(), files)
		if err != nil {
			wantPlaces(t, err)
			continue
		}
		if loaded++; loaded%40 > 0 {
			continue
		}
		c.Check(time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC))
		if _, err := share.Build(context.Background(), c, &share.Options{Formats: graphic.Formats()[:1]}); err != nil && !strings.Contains(err.Error(), ":") {
			t.Errorf("campaign %d: %v does not say where", i, err)
		}
	}
	if loaded == 0 || loaded == n {
		t.Errorf("%d of %d were loaded: the test says little", loaded, n)
	}
}

// wantPlaces holds every mistake to a file and, but for what is wrong with a
// file as a whole, a line.
func wantPlaces(t *testing.T, err error) {
	t.Helper()
	var load *campaign.LoadError
	if !errors.As(err, &load) || len(load.Mistakes) == 0 {
		t.Errorf("%T %v, want a LoadError", err, err)
		return
	}
	for _, m := range load.Mistakes {
		if m.Position().File == "" || m.English().Message == "" || m.Position().Line < 0 || strings.Contains(m.Error(), "\n") {
			t.Errorf("a mistake without a place, or of several lines: %q", m.Error())
		}
	}
}

// TestFileNames holds every name of the default kit to the rules of every
// system that it may be unpacked on.
func TestFileNames(t *testing.T) {
	reserved := regexp.MustCompile(`(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)`)
	seen := make(map[string]string)
	for _, name := range cecot(t).Names() {
		if folded := strings.ToLower(name); seen[folded] != "" {
			t.Errorf("%s and %s are one name where case does not count", name, seen[folded])
		} else {
			seen[folded] = name
		}
		if len(name) > 120 || strings.ContainsAny(name, `<>:"|?*\ `) || !fs.ValidPath(name) {
			t.Errorf("%s cannot be a file's name everywhere", name)
		}
		for _, part := range strings.Split(name, "/") {
			if reserved.MatchString(part) || strings.HasSuffix(part, ".") {
				t.Errorf("%s: Windows keeps %q for itself", name, part)
			}
		}
	}
}

// TestOddFolders writes into a folder with spaces and letters beyond ASCII,
// and to a disk that is full.
func TestOddFolders(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	dir := filepath.Join(t.TempDir(), "año nuevo", "el kit de Niñas")
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := k.WriteDir(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	if _, err := share.Verify(os.DirFS(dir)); err != nil {
		t.Error(err)
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("NOT TESTED: a full disk: ", err)
	}
	defer full.Close()
	if err := k.WriteZip(context.Background(), full); err == nil {
		t.Error("a full disk is no error")
	}
}

// FuzzVerify reads kits that somebody has tampered with, or that are none.
func FuzzVerify(f *testing.F) {
	k := build(f, mill(f), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	small := fstest.MapFS{}
	sums, entries := "", []string(nil)
	for _, name := range []string{"START-HERE.txt", "data/facts.json"} {
		data, err := fs.ReadFile(k, name)
		if err != nil {
			f.Fatal(err)
		}
		small[name] = &fstest.MapFile{Data: data}
		sums += fmt.Sprintf("%x  %s\n", sha256.Sum256(data), name)
		entries = append(entries, fmt.Sprintf(`{"name":%q,"sha256":"%x"}`, name, sha256.Sum256(data)))
	}
	with := func(sums, zips, manifest string) fstest.MapFS {
		all := maps.Clone(small)
		all["SHA256SUMS"], all["zips/SHA256SUMS"] = &fstest.MapFile{Data: []byte(sums)}, &fstest.MapFile{Data: []byte(zips)}
		all["data/manifest.json"] = &fstest.MapFile{Data: []byte(manifest)}
		return all
	}
	manifest := `{"kit":"old-mill","files":[` + strings.Join(entries, ",") + `]}`
	sums += fmt.Sprintf("%x  data/manifest.json\n", sha256.Sum256([]byte(manifest)))
	whole := with(sums, "", manifest)
	if _, err := share.Verify(whole); err != nil {
		f.Fatal(err)
	}
	if d, err := share.Diff(whole, whole); err != nil || len(d.Facts)+len(d.Changed) > 0 {
		f.Fatal(d, err)
	}
	f.Add(sums, "", manifest)
	f.Add("0000  ../../etc/passwd\n", "0000  ../../etc/passwd\n", "{}")
	f.Add(strings.Repeat("0", 64)+"  /etc/passwd\n", strings.Repeat("0", 64)+"  /etc/passwd\n", `{"files":[{"name":"../x"}]}`)
	f.Add("", strings.Repeat("0", 64)+"  START-HERE.txt\n", "[[[[")
	f.Fuzz(func(t *testing.T, sums, zips, manifest string) {
		odd := with(sums, zips, manifest)
		if _, err := share.Verify(odd); err == nil && !strings.Contains(sums, "START-HERE.txt") {
			t.Error("a kit whose sums leave a file out is unaltered")
		}
		if d, err := share.Diff(whole, odd); err == nil {
			_ = fmt.Sprint(d)
		}
	})
}
