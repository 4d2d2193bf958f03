package share_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// short takes half of what it is given and says nothing.
type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

// TestShortWrite: a writer that takes less than it was given and reports no
// error is an error of every writer.
func TestShortWrite(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	if err := k.WriteZip(t.Context(), short{}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("WriteZip: %v", err)
	}
	g, err := k.Pictures()[0].Graphic()
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func(io.Writer) error{
		"WritePNG": g.WritePNG, "WriteJPEG": g.WriteJPEG, "WriteSVG": g.WriteSVG, "WritePDF": g.WritePDF, "WriteGIF": g.WriteGIF,
	} {
		if err := write(short{}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestClosedCampaign: a campaign whose folder was closed says so, also when it
// asks for a theme that lies there.
func TestClosedCampaign(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/mill")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "fonts"), 0o755); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	c, err := campaign.Load(context.Background(), root.FS())
	if err != nil {
		t.Fatal(err)
	}
	root.Close()
	if _, err := share.Build(t.Context(), c, nil); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Build of a closed campaign: %v", err)
	}
}
