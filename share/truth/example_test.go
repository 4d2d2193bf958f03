package truth_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

func Example() {
	c, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("name: old-mill\ntitle: Save the Old Mill Library\nlanguages: [en]\nas_of: 2031-03-04\n")},
		"facts.yaml": {Data: []byte(`facts:
  - id: classes
    headline: 62 school classes used the library
    claim: In 2030, at least 62 school classes visited the Old Mill Library.
    attribution: according to the Millbrook Town Council
    figures: [{label: classes, value: 62, unit: classes, qualifier: at least}]
    never: {en: [{wrong: the council closed the library, right: the council proposed to close the library}]}
    source: {publisher: Millbrook Town Council, url: "https://example.org/report", published: 2031-03-04}
    as_of: 2031-03-04
`)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	checker := truth.New(c)
	for _, words := range []string{
		"At least 62 school classes visited the library in 2030.",
		"Last year 75% of the town read there.",
		"In June the council closed the library.",
	} {
		for _, f := range checker.Read(truth.Text{Words: words, Lang: "en"}) {
			fmt.Println(f.Severity, f.Rule()+":", f)
		}
	}
	// Output:
	// error figure-of-no-fact: no fact of the campaign holds 75; use a figure of a fact, with its source, or leave it out
	// error never-say: “the council closed the library” is wrong; write “the council proposed to close the library”
}
