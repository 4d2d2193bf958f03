package share_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestZeroValues: what nobody filled in is an error, or nothing, and no panic.
func TestZeroValues(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "kit")
	c := mill(t)
	zero := new(campaign.Campaign)
	for name, f := range map[string]func() error{
		"Build of a zero campaign": func() error { _, err := share.Build(ctx, zero, nil); return err },
		"Build with a zero format": func() error {
			_, err := share.Build(ctx, c, &share.Options{Formats: make([]graphic.Format, 1)})
			return err
		},
		"Build with a language twice": func() error {
			_, err := share.Build(ctx, c, &share.Options{Languages: []string{"en", "en"}})
			return err
		},
		"Build with a format twice": func() error {
			_, err := share.Build(ctx, c, &share.Options{Formats: slices.Repeat(graphic.Formats()[:1], 2)})
			return err
		},
		"Build with a language of no name": func() error { _, err := share.Build(ctx, c, &share.Options{Languages: []string{""}}); return err },
		"Correct of nothing":               func() error { _, err := share.Correct(ctx, c, share.Change{}, nil); return err },
		"Posts of nothing":                 func() error { _, err := share.Posts(zero, "", "", time.Time{}); return err },
		"Thread of nothing":                func() error { _, err := share.Thread(zero, "", "", time.Time{}); return err },
		"Merge of nothing":                 func() error { _, err := share.Merge(zero, share.Draft{}); return err },
		"Verify of nothing":                func() error { _, err := share.Verify(fstest.MapFS{}); return err },
		"Diff of nothing":                  func() error { _, err := share.Diff(fstest.MapFS{}, fstest.MapFS{}); return err },
		"Open of a zero Kit":               func() error { _, err := new(share.Kit).Open("START-HERE.html"); return err },
		"WriteDir of a zero Kit":           func() error { return new(share.Kit).WriteDir(ctx, dir) },
		"WriteZip of a zero Kit":           func() error { return new(share.Kit).WriteZip(ctx, io.Discard) },
		"Graphic of a zero Picture":        func() error { _, err := new(share.Picture).Graphic(); return err },
	} {
		t.Run(name, func(t *testing.T) {
			if f() == nil {
				t.Error("no error")
			}
		})
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a zero Kit left a folder")
	}
	for name, f := range map[string]func(){
		"Kit": func() {
			k := new(share.Kit)
			k.Campaign()
			k.Names()
			k.Inspect(ctx, nil)
			k.Pictures()
			k.PostsOf("sale", "en")
			for range k.Posts() {
			}
		},
		"Picture": func() { p := new(share.Picture); p.Name(); p.Theme(); p.Card() },
		"Message": func() { m := new(share.Message); m.Text(); m.EML(); m.Mailto() },
		"Intent":  func() { share.Intent("", hashtag.Post{}); share.Intent("x", hashtag.Post{Lang: language.Und}) },
		"others": func() {
			_ = new(share.Difference).Text(campaign.Strings{})
			_ = share.PictureProblem{}.String()
			_ = new(share.SumError).Error()
			_ = new(share.CorrectionCard).Name()
		},
	} {
		t.Run(name, func(*testing.T) { f() })
	}
}
