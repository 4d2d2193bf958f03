package campaign_test

import (
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

func TestDefaultEdition(t *testing.T) {
	want := campaign.Default()
	if name, asOf := campaign.DefaultEdition(); name != want.Name || asOf != want.AsOf {
		t.Errorf("%s of %s, want %s of %s", name, asOf, want.Name, want.AsOf)
	}
}
