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

// FuzzRead reads any words at every place: nothing panics, and what is found
// stands in the words.
func FuzzRead(f *testing.F) {
	for _, words := range []string{
		"In April 2026 the United States flew 252 men to CECOT.", "“No one leaves,” the warden said. 75% had no record.", "１，２\u202e٣ 1.234.567,8",
		"nine out of ten, three quarters", "12 de marzo de 2025, 4 p. m.", "https://millbrook.example/a?b=c", "\xff\xfe",
	} {
		f.Add(words, "en", uint8(0))
		f.Add(words, "es", uint8(5))
	}
	k := checker()
	k.Read(Text{Words: "warm"})
	f.Fuzz(func(t *testing.T, words, lang string, where uint8) {
		text := Text{Words: words, Lang: lang, Where: Place(where) % (Reel + 1)}
		if where&0x80 != 0 {
			text.Facts = []string{k.campaign.Facts[int(where)%len(k.campaign.Facts)].ID}
		}
		for _, found := range k.Read(text) {
			if found.Start < 0 || found.End < found.Start || found.End > len(words) {
				t.Errorf("%s at bytes %d to %d of %d", found.Rule(), found.Start, found.End, len(words))
			}
			if found.Error() == "" {
				t.Errorf("%s says nothing", found.Rule())
			}
		}
	})
}
