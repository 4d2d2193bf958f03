package share

import (
	"errors"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestPostErrorPlace: an error of a post did not say where the fact stands.
func TestPostErrorPlace(t *testing.T) {
	p := &plan{campaign: campaign.Default()}
	fact := p.campaign.Facts[0].ID
	e := p.postError(fact, "en", "x", errors.New("no"))
	want := e.Position().String() + ": fact " + fact + ", language en, post for x: no"
	if got := e.Error(); got != want || !strings.HasPrefix(got, "shutdowncecot/facts.yaml:") {
		t.Error(got)
	}
}
