package share_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestNothing: a nil campaign or folder is an error, not a panic.
func TestNothing(t *testing.T) {
	ctx := context.Background()
	refuse := map[string]func() error{
		"Build":    func() error { _, err := share.Build(ctx, nil, nil); return err },
		"Pictures": func() error { _, err := share.Pictures(ctx, nil, "a", nil); return err },
		"Posts":    func() error { _, err := share.Posts(nil, "a", "en", time.Time{}); return err },
		"Thread":   func() error { _, err := share.Thread(nil, "a", "en", time.Time{}); return err },
		"Correct":  func() error { _, err := share.Correct(ctx, nil, share.Change{}, nil); return err },
		"Verify":   func() error { _, err := share.Verify(nil); return err },
		"Diff":     func() error { _, err := share.Diff(nil, nil); return err },
		"Load":     func() error { _, err := campaign.Load(context.Background(), nil); return err },
	}
	for name, f := range refuse {
		if err := f(); err == nil || err.Error() == "" {
			t.Errorf("%s of nothing: %v", name, err)
		}
	}
	var lang *share.LanguageError
	if err := refuse["Build"](); !errors.As(err, &lang) {
		t.Errorf("Build of nothing: %v", err)
	}
	if campaign.Mistakes(refuse["Load"]()) == nil {
		t.Error("Load of nothing names no mistake")
	}
}

// TestNoFacts: the lists of a kit whose facts were all withdrawn are empty, and
// not null.
func TestNoFacts(t *testing.T) {
	c := mill(t)
	for i := range c.Facts {
		c.Facts[i].Status = campaign.Retracted
	}
	k := build(t, c, nil)
	for name, want := range map[string]string{"data/facts.json": "[]\n", "data/manifest.json": `"facts": [],`} {
		if data, err := k.ReadFile(name); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s has no %q: %v\n%.300s", name, want, err, data)
		}
	}
}
