package campaign_test

import (
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

func TestDefaultEdition(t *testing.T) {
	want := campaign.Default()
	if name, version, asOf := campaign.DefaultEdition(); name != want.Name || asOf != want.AsOf || version != want.Version() {
		t.Errorf("%s %s of %s, want %s %s of %s", name, version, asOf, want.Name, want.Version(), want.AsOf)
	}
}

// TestVersions: editions of one day are told apart, and the tenth is later than
// the ninth.
func TestVersions(t *testing.T) {
	day, err := campaign.ParseDate("2031-03-10")
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for _, c := range []struct {
		revision int
		want     string
	}{{0, "2031-03-10"}, {2, "2031-03-10.2"}, {9, "2031-03-10.9"}, {10, "2031-03-10.10"}} {
		got := (&campaign.Campaign{AsOf: day, Revision: c.revision}).Version()
		if got != c.want || campaign.CompareVersions(last, got) >= 0 || campaign.CompareVersions(got, got) != 0 {
			t.Errorf("revision %d is %s after %q", c.revision, got, last)
		}
		last = got
	}
	if campaign.CompareVersions(last, "2031-03-11") >= 0 || campaign.CompareVersions("2031-03-10", "2031-03-10.1") != 0 {
		t.Error("the next day comes before, or the first edition has two names")
	}
}
