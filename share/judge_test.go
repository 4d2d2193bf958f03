package share_test

import (
	"context"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// The kit of the built-in campaign says nothing that is not so.
func TestJudgeDefault(t *testing.T) {
	if testing.Short() {
		t.Skip("lays the whole kit out")
	}
	kit, err := share.Build(context.Background(), campaign.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	found, err := kit.Judge(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Severity > campaign.Note {
			t.Errorf("%s %s: %v: %s: %v", f.File, f.Fact, f.Severity, f.Rule(), f)
		}
	}
}
