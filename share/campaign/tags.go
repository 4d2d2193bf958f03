package campaign

import (
	"github.com/shutdowncecot/toolkit/hashtag"
)

// mostTags is how many of a campaign's tags a post can carry without looking
// like an advertisement: the campaign's own advice is two to four.
const mostTags = 4

// tags finds tags that are hard to read, above all for people who listen to
// them, and more of them than a post can carry.
func tags(k *checker) {
	always := 0
	for _, t := range k.c.Tags {
		k.tag(t.at.In("name"), "", t.Name)
		if !t.Optional && t.Lang == "" {
			always++
		}
	}
	if always > mostTags {
		k.find(Warning, k.c.at.In("tags"), "", "too-many-tags", with{"n": always, "limit": mostTags})
	}
	for _, f := range k.c.Facts {
		for i, name := range f.Tags {
			k.tag(f.at.In("tags").Index(i), f.ID, name)
		}
	}
}

func (k *checker) tag(p place, fact, name string) {
	for _, problem := range hashtag.Tag(name).Check() {
		k.find(Warning, p, fact, "tag-unclear", with{"cause": problem})
	}
}
