package review_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
)

var day = time.Date(2031, 3, 10, 0, 0, 0, 0, time.UTC)

// of reviews the mill campaign after a change of a file.
func of(t *testing.T, o review.Options, file, old, new string) ([]review.Finding, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../testdata/mill")); err != nil {
		t.Fatal(err)
	}
	if file != "" {
		file = filepath.Join(dir, file)
		data, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(data), old) {
			t.Fatalf("%q is not in %s: %v", old, file, err)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(data), old, new, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, err := campaign.Load(context.Background(), os.DirFS(dir))
	o.AsOf = day
	return review.Of(t.Context(), c, err, o)
}

// rules are those of the errors among findings, "severity rule fact".
func rules(all []review.Finding) (out []string) {
	for _, f := range all {
		var broken fault.Fault
		if errors.As(f.Err, &broken) && f.Severity == campaign.Error {
			out = append(out, strings.TrimSpace(broken.Rule()+" "+f.Fact))
		}
	}
	return out
}

// TestOf: each stage adds what it knows, and mistakes in files end the asking.
func TestOf(t *testing.T) {
	for _, build := range []bool{false, true} {
		all, err := of(t, review.Options{Build: build}, "", "", "")
		if got := rules(all); err != nil || got != nil {
			t.Errorf("the mill, build %v: %v, %v", build, got, err)
		}
	}
	all, err := of(t, review.Options{Build: true}, "facts.yaml", "attribution:", "atribution:")
	if got := rules(all); err != nil || len(got) == 0 || !strings.HasPrefix(got[0], "key-unknown") {
		t.Errorf("a key that there is not: %v, %v", got, err)
	}
	for _, f := range all {
		var at fault.Placed
		if !errors.As(f.Err, &at) || at.Position().Line == 0 {
			t.Errorf("%v has no place", f.Err)
		}
	}
	none := fmt.Errorf("no such folder")
	if _, err := review.Of(t.Context(), nil, none, review.Options{}); err != none {
		t.Errorf("what is no mistake in a file became %v", err)
	}
}

// TestUnbuilt: where a card cannot be drawn each fact's card is asked, so that
// all can be mended at once.
func TestUnbuilt(t *testing.T) {
	c, err := campaign.Load(context.Background(), os.DirFS("../testdata/mill"))
	if err != nil {
		t.Fatal(err)
	}
	long := "No building may be sold without a" + strings.Repeat("very", 15) + "longhearing"
	c.Facts = slices.Clone(c.Facts)
	for i := range c.Facts {
		c.Facts[i].Headline = campaign.Text{"en": long, "es": long}
		c.Facts[i].Picture, c.Facts[i].Chart = nil, campaign.Chart{}
	}
	all, err := review.Of(t.Context(), c, nil, review.Options{AsOf: day, Build: true})
	if got := rules(all); err != nil || len(got) < 2 {
		t.Errorf("two cards that do not fit: %v, %v", got, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := review.Of(ctx, c, nil, review.Options{AsOf: day, Build: true}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
