package truth

import (
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

var post = "According to CBS News, the U.S. flew 238 men to CECOT on March 15, 2025, and no criminal record was found for 75% of them. " +
	"Ask your senators for a public hearing: call (202) 224-3121. https://www.cbsnews.com/news/what-records-show-about-migrants-sent-to-salvadoran-prison-60-minutes-transcript/"

// A post is to be read within a millisecond.
func BenchmarkRead(b *testing.B) {
	k := New(campaign.Default())
	k.Read(Text{Words: post, Lang: "en"})
	for b.Loop() {
		k.Read(Text{Words: post, Lang: "en"})
	}
}

func BenchmarkNew(b *testing.B) {
	c := campaign.Default()
	for b.Loop() {
		New(c)
	}
}

// All that a campaign says is to be read within two seconds of a processor.
func BenchmarkCampaign(b *testing.B) {
	k := New(campaign.Default())
	for b.Loop() {
		k.Campaign()
	}
}
