package browser_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/shutdowncecot/toolkit/share"
)

// program is the studio's, built once from its source.
var program = sync.OnceValues(func() (*share.Studio, error) {
	dir, err := os.MkdirTemp("", "studio")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "toolkit.wasm")
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out, "../wasm")
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, said)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	var s share.Studio
	if s.Program, err = os.ReadFile(out); err != nil {
		return nil, err
	}
	s.Loader, err = os.ReadFile(filepath.Join(string(root[:len(root)-1]), "lib/wasm/wasm_exec.js"))
	return &s, err
})

// A studio is a tab in which cards are made, beside the kit that it is of.
type studio struct {
	*tab
	kit *share.Kit
}

// openStudio opens the page of the busy mill with a studio, alone in a folder.
func openStudio(t *testing.T, c chrome, w, h int64, first ...string) studio {
	t.Helper()
	s, err := program()
	if err != nil {
		t.Fatal(err)
	}
	k := build(t, busyMill(t), &share.Options{Studio: s})
	return studio{c.open(t, pageIn(t, k), w, h, first...), k}
}

// drawn waits until the card is drawn as it now is.
func (s studio) drawn() {
	s.Helper()
	s.until(`document.getElementById("studio-picture").dataset.drawn === "yes"`)
}

// TestStudio makes cards in the page as volunteers do.
func TestStudio(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no card was made in the page")
	}
	c := startChromium(t)
	for _, part := range []struct {
		name string
		test func(*testing.T, chrome)
	}{
		{"same", studioSame},
	} {
		t.Run(part.name, func(t *testing.T) { part.test(t, c) })
	}
}

// studioSame: a card that nobody changed is saved as the kit has it, byte for
// byte, in every size.
func studioSame(t *testing.T, c chrome) {
	s := openStudio(t, c, 360, 780)
	saved := s.downloads()
	for _, fact := range []string{"classes", "sale"} {
		s.run(`location.hash = "edit-` + fact + `"`)
		s.drawn()
		s.shot("edit-" + fact)
		for _, format := range []string{"portrait", "story", "wide"} {
			want, err := fs.ReadFile(s.kit, "pictures/en/"+fact+"-"+format+".png")
			if err != nil {
				t.Fatal(err)
			}
			s.press(`#studio-sizes input[value=` + format + `]`)
			s.drawn()
			s.press("[data-save]")
			s.arrives(filepath.Join(saved, "SaveOldMill-"+fact+"-en-"+format+".png"), want)
		}
	}
	s.quiet()
}

// shot keeps a picture of the screen, if the tests are run with -artifacts.
func (s studio) shot(name string) {
	s.Helper()
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	var err error
	r, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if err != nil {
		s.Fatal(err)
	}
	data, err := base64.StdEncoding.DecodeString(string(r.Data))
	if err != nil {
		data = []byte(r.Data)
	}
	if err := os.WriteFile(filepath.Join(s.ArtifactDir(), name+".png"), data, 0o644); err != nil {
		s.Fatal(err)
	}
}
