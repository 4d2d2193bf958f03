package share_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
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
		"Verify of nothing":                func() error { _, err := share.Verify(fstest.MapFS{}); return err },
		"Diff of nothing":                  func() error { _, err := share.Diff(fstest.MapFS{}, fstest.MapFS{}); return err },
		"Open of a zero Kit":               func() error { _, err := new(share.Kit).Open("START-HERE.html"); return err },
		"WriteDir of a zero Kit":           func() error { return new(share.Kit).WriteDir(ctx, dir) },
		"WriteZip of a zero Kit":           func() error { return new(share.Kit).WriteZip(ctx, io.Discard) },
		"Graphic of a zero FactCard":       func() error { _, err := new(share.FactCard).Graphic(); return err },
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
	k := new(share.Kit)
	seen, err := review.Pictures(ctx, k, nil)
	posts, _ := k.PostsOf("sale", "en")
	for range k.Posts() {
		t.Error("a zero Kit has a post")
	}
	if k.Campaign() != "" || len(k.Names())+len(k.Pictures())+len(seen)+len(posts) > 0 || err != nil && !isKitError(err) {
		t.Errorf("a zero Kit holds something: %v", err)
	}
	if link := share.Intent("", hashtag.Post{}); link != "" {
		t.Errorf("an intent of nothing: %q", link)
	}
	p := new(share.FactCard)
	if name, ground := p.Theme(); p.Card().Headline != "" || name+ground != "" {
		t.Errorf("a zero FactCard shows %q in %q", p.Card().Headline, name)
	}
	if said := new(share.SumError).Error(); said != "" {
		t.Errorf("no difference is %q", said)
	}
	if said := new(share.Difference).Text(new(campaign.Campaign).Strings("en")); said == "" {
		t.Error("no difference says nothing")
	}
	if said := (review.PictureProblem{}).String(); strings.Contains(said, "%!") {
		t.Errorf("a zero PictureProblem is %q", said)
	}
}

func isKitError(err error) bool {
	var kit *share.KitError
	return errors.As(err, &kit) && kit.Rule() == "kit-empty"
}
