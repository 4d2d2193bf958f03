package letter_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/letter"
)

// millbrook is a campaign that does not exist.
var millbrook = fstest.MapFS{
	"campaign.yaml": {Data: []byte(`
name: old-mill
title: Save the Old Mill Library
languages: [en]
as_of: 2031-03-10
tags: [{name: SaveOldMill}]
topics: [{id: library, title: The library}]
`)},
	"facts.yaml": {Data: []byte(`
facts:
  - id: classes
    topic: library
    headline: 62 school classes used the library
    claim: In 2030, 62 school classes visited the Old Mill Library.
    attribution: according to the Millbrook Town Council
    source: {publisher: Millbrook Town Council, title: Report on the library, url: "https://example.org/report", published: 2031-03-04}
    as_of: 2031-03-04
`)},
	"letters/en/council.md": {Data: []byte(`---
title: To the council
form: email
subject: "{town}: the Old Mill Library"
facts: [classes]
slots:
  - {id: town, label: Your town, required: true}
  - {id: why, label: Why it matters to you, required: true, own: true}
---

Dear council,

{why}
`)},
}

// A letter is finished in a person's own words or not at all.
func ExampleMerge() {
	c, err := campaign.Load(context.Background(), millbrook)
	if err != nil {
		fmt.Println(err)
		return
	}
	draft := letter.Draft{Letter: "council", Lang: "en", Own: map[string]string{
		"town": "Millbrook",
		"why":  "My children learned to read there and still do.",
	}}
	m, err := letter.Merge(c, draft)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Text())

	draft.Own["why"] = "Please."
	_, err = letter.Merge(c, draft)
	fmt.Println(err)
	// Output:
	// Millbrook: the Old Mill Library
	//
	// Dear council,
	//
	// My children learned to read there and still do.
	//
	// letter council, language en, why (Why it matters to you): wants at least 8 words of your own; words so far: 1
}
