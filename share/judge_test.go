package share_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// judged is what a kit is found to say.
func judged(t *testing.T, kit *share.Kit) []truth.Finding {
	t.Helper()
	found, err := kit.Judge(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// The kit of the built-in campaign says nothing that is not so.
func TestJudgeDefault(t *testing.T) {
	if testing.Short() {
		t.Skip("lays the whole kit out")
	}
	for _, f := range judged(t, cecot(t)) {
		if f.Severity > campaign.Note {
			t.Errorf("%s %s: %v: %s: %v", f.File, f.Fact, f.Severity, f.Rule(), f)
		}
	}
}

// TestJudgeEventDay: an event on a day of its own, beside the built-in
// campaign's field of marks, is no mistake.
func TestJudgeEventDay(t *testing.T) {
	if testing.Short() {
		t.Skip("lays the whole kit out")
	}
	c, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("extends: shutdowncecot\nname: our-town\n")},
		"events.yaml":   {Data: []byte("events:\n  - {id: vigil, starts: \"2026-12-04 18:00 -05:00\"}\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range judged(t, build(t, c, &share.Options{Languages: []string{"en"}})) {
		if f.Rule() == "date-unknown" {
			t.Errorf("%s: %v", f.File, f)
		}
	}
}
