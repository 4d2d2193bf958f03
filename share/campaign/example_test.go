package campaign_test

import (
	"context"
	"fmt"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

func ExampleDefault() {
	c := campaign.Default()
	f, _ := c.Fact("who-252-venezuelans")
	fmt.Println(f.Headline.Plain("es"))
	fmt.Println(f.Attribution.In("es"))
	fmt.Println(f.Source.Short("es") + ", " + c.Strings("es").Long(f.Source.Published))
	// Output:
	// 252 venezolanos trasladados al CECOT
	// según Human Rights Watch y Cristosal
	// HRW / Cristosal, 12 de noviembre de 2025
}

func ExampleLoad() {
	_, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("name: old-mill\ntitle: Save the Old Mill Library\nlanguages: [en]\nas_of: 2026-03-01\n")},
		"facts.yaml":    {Data: []byte("facts:\n  - id: readers\n    headlin: 412 people use it\n")},
	})
	for _, m := range campaign.Mistakes(err) {
		fmt.Println(m)
	}
	// Output:
	// facts.yaml:2:5: claim: is missing; write it in every language of the campaign: en
	// facts.yaml:2:5: attribution: is missing; write it in every language of the campaign: en
	// facts.yaml:2:5: source: is missing; a fact without a source is not published: give publisher, url and published
	// facts.yaml:2:5: as_of: is missing; write the day for which the fact is true, as 2025-11-12
	// facts.yaml:3:5: unknown key "headlin"; did you mean "headline"?
}

func ExampleCampaign_Check() {
	c := campaign.Default()
	f := &c.Facts[0]
	f.Expires = campaign.Date{Year: 2026, Month: time.December}
	for _, finding := range c.Check(time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)) {
		if finding.Severity == campaign.Error {
			fmt.Println(finding.Severity, finding.Fact, finding.English().Message)
		}
	}
	// Output:
	// error who-252-venezuelans who-252-venezuelans expired on 2026-12
}

func ExampleParseDate() {
	d, _ := campaign.ParseDate("2025-12")
	fmt.Println(d, campaign.Default().Strings("en").Long(d))
	// Output:
	// 2025-12 December 2025
}

// A mistake with the line that it stands in, and for programs.
func ExampleMistake_ErrorWithUsage() {
	_, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("name: old-mill\ntitle: Save the library\nlanguages: [en]\nas_of: 2026-03-01\ntags: [{nam: Library}]\n")},
		"facts.yaml":    {Data: []byte("facts: []\n")},
	})
	for _, m := range campaign.Mistakes(err) {
		if m.Rule() == "key-unknown" {
			fmt.Println(m.ErrorWithUsage())
			fmt.Println(m.Path(), m.Values()["nearest"])
		}
	}
	// Output:
	// campaign.yaml:5:9: unknown key "nam"; did you mean "name"?
	// 5 | tags: [{nam: Library}]
	//   |         ^
	// tags[0].nam name
}
