package browser_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// testdata has the campaigns that the tests of package share are about.
const testdata = "../../share/testdata"

func load(t testing.TB, fsys fs.FS) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Load(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func build(t testing.TB, c *campaign.Campaign, o *share.Options) *share.Kit {
	t.Helper()
	k, err := share.Build(context.Background(), c, o)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// mill is a small campaign that does not exist.
func mill(t testing.TB) *campaign.Campaign { return load(t, os.DirFS(testdata+"/mill")) }

// busyMill is the mill with all that the page has a place for.
func busyMill(t testing.TB) *campaign.Campaign { return load(t, os.DirFS(testdata+"/busy")) }

// sixMill is the mill with six captions of two facts, each in a place of its
// own in the list, among facts that must not be posted.
func sixMill(t testing.TB) *campaign.Campaign {
	t.Helper()
	captions := "captions:\n"
	for _, fact := range []string{"classes", "sale"} {
		captions += "  - fact: " + fact + "\n    captions:\n"
		for lang, texts := range sixCaptions {
			captions += "      " + lang + ":\n"
			for _, text := range texts {
				captions += "        - {limit: 200, text: " + text + "}\n"
			}
		}
	}
	fsys := fstest.MapFS{"captions.yaml": {Data: []byte(captions)}}
	for _, name := range []string{"campaign.yaml", "facts.yaml", "pages/en/why.md", "pages/es/why.md", "pages/en/reading.md", "pages/es/reading.md"} {
		data, err := os.ReadFile(filepath.Join(testdata, "busy", name))
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return load(t, fsys)
}

var sixCaptions = map[string][]string{
	"en": {
		"Ask who reads at the Old Mill. The council has counted.", "Every week another class climbs those stairs and finds a book.",
		"Before a sale comes a hearing. Be there and speak.", "A building of the town belongs to whoever learns in it.",
		"Bring a neighbour to the reading room this Saturday.", "What would our children lose? See the report and judge.",
	},
	"es": {
		"Pregunta quién lee en el molino. El ayuntamiento lo contó.", "Cada semana otra clase sube esa escalera y encuentra un libro.",
		"Antes de vender hay que escuchar. Ve y habla.", "Un edificio del pueblo es de quienes aprenden en él.",
		"Lleva a una vecina a la sala de lectura este sábado.", "¿Qué perderían nuestras hijas? Lee el informe y juzga.",
	},
}

// wordsLacking is how many words of one's own a text still lacks. The library's
// letters are held to the same file.
func wordsLacking(t testing.TB) (lacking map[string]int) {
	t.Helper()
	data, err := os.ReadFile(testdata + "/ownwords.json")
	if err == nil {
		err = json.Unmarshal(data, &lacking)
	}
	if err != nil {
		t.Fatal(err)
	}
	return lacking
}

const eight = "My children learned to read there and still do."

// startPage is the source of a kit's page.
func startPage(t testing.TB, files fs.FS) string {
	t.Helper()
	data, err := fs.ReadFile(files, "START-HERE.html")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// everything reports whether each case is to be tried, as .ci/run asks with
// TEST_ALL; usual runs try a sample of what takes longest.
func everything() bool { return os.Getenv("TEST_ALL") != "" }

// A run is how thorough the tests are: with -short, as usual, or with TEST_ALL.
type run int

const (
	brief run = iota
	usual
	whole
)

// hold skips what is left to more thorough runs.
func (r run) hold(t *testing.T) {
	t.Helper()
	switch {
	case r == whole && !everything():
		t.Skip("without TEST_ALL this was not tried in a browser")
	case r > brief && testing.Short():
		t.Skip("-short: this was not tried in a browser")
	}
}

// scratch lives as long as the tests of the package.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "browser-test-"); err != nil {
		panic(err)
	}
	status := m.Run()
	os.RemoveAll(scratch)
	os.Exit(status)
}

// written is the default kit in a folder, written once; in usual runs without
// its videos, which take longest.
var written = sync.OnceValues(func() (string, error) {
	k, err := share.Build(context.Background(), campaign.Default(), &share.Options{WithoutVideos: !everything()})
	if err != nil {
		return "", err
	}
	dir := filepath.Join(scratch, "kit")
	return dir, k.WriteDir(context.Background(), dir)
})

// A stand is a kit that tests share, and the folder in which its page lies alone.
type stand struct {
	kit *share.Kit
	dir string
}

var stands = struct {
	sync.Mutex
	made map[string]stand
}{made: map[string]stand{}}

// standOf makes the kit of a name when it is first asked for.
func standOf(t testing.TB, name string, of func() *campaign.Campaign, o *share.Options) stand {
	t.Helper()
	stands.Lock()
	defer stands.Unlock()
	if s, ok := stands.made[name]; ok {
		return s
	}
	s := stand{build(t, of(), o), filepath.Join(scratch, name)}
	if err := os.Mkdir(s.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.dir, "START-HERE.html"), []byte(startPage(t, s.kit)), 0o600); err != nil {
		t.Fatal(err)
	}
	stands.made[name] = s
	return s
}

// studioStand is the busy mill's, with a reading to invite to and a studio.
func studioStand(t *testing.T) stand {
	t.Helper()
	return standOf(t, "studio", func() *campaign.Campaign { return withEvent(t) }, withStudio(t))
}

// cecotStand is that of the built-in campaign, with a studio.
func cecotStand(t testing.TB) stand {
	t.Helper()
	return standOf(t, "cecot", campaign.Default, withStudio(t))
}

// slideStand is the mill's with facts enough for a carousel, with a studio.
func slideStand(t *testing.T) stand {
	t.Helper()
	return standOf(t, "slides", func() *campaign.Campaign { return slideMill(t) }, withStudio(t))
}

func withStudio(t testing.TB) *share.Options {
	t.Helper()
	made, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return &share.Options{Studio: made}
}

// cecotDir is the folder of the default kit.
func cecotDir(t *testing.T) string {
	t.Helper()
	dir, err := written()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// cecotFiles is the default kit in a folder.
func cecotFiles(t *testing.T) fs.FS {
	t.Helper()
	return os.DirFS(cecotDir(t))
}
