package share_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// TestCampaignLink: the campaign's own page is in the kit, in words and as a
// code, and a campaign without one has neither.
func TestCampaignLink(t *testing.T) {
	head, err := os.ReadFile("testdata/mill/campaign.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const link = "https://oldmill.example/our-page"
	one := &share.Options{Formats: graphic.Formats()[:1]}
	k := build(t, millWith(t, "campaign.yaml", string(head)+"link: "+link+"\n"), one)
	for _, name := range []string{"START-HERE.txt", "qr/campaign.txt"} {
		if data, err := fs.ReadFile(k, name); err != nil || !strings.Contains(string(data), link) {
			t.Errorf("%s: %v\n%s", name, err, data)
		}
	}
	if page := startPage(t, k); !strings.Contains(page, "qr/campaign.png") {
		t.Error("the start page does not list the code")
	}
	for _, name := range build(t, mill(t), one).Names() {
		if strings.HasPrefix(name, "qr/campaign.") {
			t.Errorf("%s of no page", name)
		}
	}
}
