package guide

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// The ways to show a fact.
const (
	showBars     = "bars"
	showTwo      = "two"
	showCalendar = "calendar"
	showWords    = "words"
)

var shows = []string{showBars, showTwo, showCalendar, showWords}

// mostBars is how many single bars are still seen as such.
const mostBars = 320

// isExample reports the fact that a campaign begins with, which is made up.
func isExample(f *campaign.Fact) bool {
	return isExampleText(f.Headline)
}

// Facts are how many facts a campaign has; the example is none.
func Facts(c *campaign.Campaign) int {
	n := 0
	for i := range c.Facts {
		if !isExample(&c.Facts[i]) {
			n++
		}
	}
	return n
}

func readFact(d *Draft, c *campaign.Campaign, n int) []Field {
	f, show := new(campaign.Fact), showBars
	if n < len(c.Facts) && !isExample(&c.Facts[n]) {
		f = &c.Facts[n]
		show = shown(f)
	}
	all := perLanguage(c, Field{Name: "claim", Kind: Long}, f.Claim)
	all = append(all, perLanguage(c, Field{Name: "headline", Kind: Line}, f.Headline)...)
	all = append(all, Field{Name: "number", Kind: Line, Value: f.Chart.Stat.Value.In("")})
	all = append(all, perLanguage(c, Field{Name: "counts", Kind: Line}, counted(f))...)
	all = append(all,
		Field{Name: "publisher", Kind: Line, Value: f.Source.Publisher.In("")}, Field{Name: "published", Kind: Day, Value: f.Source.Published.String()},
		Field{Name: "url", Kind: URL, Value: f.Source.URL}, Field{Name: "show", Kind: Choice, Options: shows, Value: show})
	before, after := campaign.Bar{}, campaign.Bar{}
	if len(f.Chart.Bars) == 2 {
		before, after = f.Chart.Bars[0], f.Chart.Bars[1]
	}
	all = append(all, pairFields(c, "before", before)...)
	return append(all, pairFields(c, "after", after)...)
}

// pairFields returns the fields of one of two values to compare.
func pairFields(c *campaign.Campaign, name string, b campaign.Bar) []Field {
	value := ""
	if b.Value != 0 {
		value = fmt.Sprint(b.Value)
	}
	return append(perLanguage(c, Field{Name: name + "_label", Kind: Line}, b.Label), Field{Name: name, Kind: Line, Value: value})
}

// shown is how a fact is shown.
func shown(f *campaign.Fact) string {
	switch {
	case f.Scene.Kind == campaign.SceneCalendar:
		return showCalendar
	case len(f.Chart.Bars) == 2:
		return showTwo
	case len(f.Chart.People.Segments) > 0:
		return showBars
	}
	return showWords
}

// counted is what the number of a fact counts.
func counted(f *campaign.Fact) campaign.Text {
	if s := f.Chart.People.Segments; len(s) > 0 {
		return s[0].Label
	}
	return f.Chart.Stat.Label
}

func applyFact(d *Draft, c *campaign.Campaign, n int, v Values) (map[string][]byte, []Problem) {
	withoutExample(c)
	f := campaign.Fact{Topic: c.Topics[0].ID}
	if n < len(c.Facts) && !isExample(&c.Facts[n]) {
		f = c.Facts[n]
	}
	f.Claim, f.Headline = v.text(c, "claim"), v.text(c, "headline")
	problems := append(d.needed(c, v, "claim", "headline"), d.source(c, &f, v)...)
	problems = append(problems, d.chart(c, &f, v)...)
	if f.ID == "" {
		f.ID = d.newID(c, f.Headline.In(c.Languages[0]))
	}
	if n < len(c.Facts) {
		old := c.Facts[n].ID
		c.Facts[n] = f
		renameFact(c, old, f.ID)
	} else {
		c.Facts = append(c.Facts, f)
	}
	return nil, problems
}

// renameFact lets letters rest on a fact that took the place of another.
func renameFact(c *campaign.Campaign, old, id string) {
	for i := range c.Letters {
		if at := slices.Index(c.Letters[i].Facts, old); at >= 0 {
			c.Letters[i].Facts[at] = id
		}
	}
}

// source fills in who says it, when and where.
func (d *Draft) source(c *campaign.Campaign, f *campaign.Fact, v Values) (problems []Problem) {
	publisher := v.get("publisher")
	f.Source.Publisher, f.Source.URL, f.Attribution = campaign.Text{"": publisher}, v.get("url"), make(campaign.Text)
	if publisher == "" {
		problems = append(problems, d.problem(Fix, "publisher", "needed-publisher"))
	}
	for _, lang := range c.Languages {
		f.Attribution[lang] = c.Strings(lang).Label("according_to") + " " + publisher
	}
	if f.Source.URL == "" {
		problems = append(problems, d.problem(Fix, "url", "needed-url"))
	}
	day, err := campaign.ParseDate(v.get("published"))
	switch {
	case err != nil:
		problems = append(problems, d.said(Fix, "published", err))
	case day.IsZero():
		problems = append(problems, d.problem(Fix, "published", "needed-day"))
	}
	f.Source.Published, f.AsOf = day, day
	return problems
}

// chart fills in what the picture draws.
func (d *Draft) chart(c *campaign.Campaign, f *campaign.Fact, v Values) (problems []Problem) {
	f.Chart, f.Scene = campaign.Chart{}, campaign.Scene{}
	printed, counts := v.get("number"), v.text(c, "counts")
	if printed != "" {
		f.Chart.Kind, f.Chart.Stat.Value = campaign.KindStat, campaign.Text{"": printed}
		for _, lang := range c.Languages {
			if !containsNumber(f.Headline.In(lang), printed) {
				f.Chart.Stat.Label = counts
				if counts[lang] == "" {
					problems = append(problems, d.problem(Fix, "counts."+lang, "needed-counts"))
				}
			}
		}
	}
	n, err := number(printed)
	whole := err == nil && n == math.Trunc(n) && n > 0
	switch v.get("show") {
	case showBars:
		switch {
		case printed == "":
		case !whole || n > mostBars:
			problems = append(problems, d.problem(Fix, "show", "no-bars", "n", fmt.Sprint(mostBars)))
		default:
			label := counts
			if len(label) == 0 {
				return append(problems, d.problem(Fix, "counts."+c.Languages[0], "needed-counts"))
			}
			f.Chart.People.Segments = []campaign.Segment{{Count: int(n), Mark: campaign.Solid, Label: label}}
		}
	case showTwo:
		problems = append(problems, d.twoValues(c, f, v)...)
	case showCalendar:
		if !whole || n > 366 {
			return append(problems, d.problem(Fix, "show", "no-calendar"))
		}
		f.Scene = campaign.Scene{Kind: campaign.SceneCalendar, As: campaign.AsCalendar, Days: int(n)}
	}
	return problems
}

// twoValues fills in two bars to compare.
func (d *Draft) twoValues(c *campaign.Campaign, f *campaign.Fact, v Values) (problems []Problem) {
	for _, name := range []string{"before", "after"} {
		n, err := number(v.get(name))
		if err != nil {
			problems = append(problems, d.problem(Fix, name, "needed-number"))
		}
		label := v.text(c, name+"_label")
		if len(label) == 0 {
			problems = append(problems, d.problem(Fix, name+"_label."+c.Languages[0], "needed"))
		}
		f.Chart.Bars = append(f.Chart.Bars, campaign.Bar{Label: label, Value: n, Focus: name == "after"})
	}
	if f.Chart.Kind == "" {
		f.Chart.Kind = campaign.KindBars
	}
	return problems
}

// containsNumber reports a number that stands alone in a text.
func containsNumber(text, n string) bool {
	return regexp.MustCompile(`(^|[^\d.,])` + regexp.QuoteMeta(n) + `($|[^\d.,]|[.,]($|\D))`).MatchString(text)
}

// newID makes an id of the first words of a headline that no other fact has.
func (d *Draft) newID(c *campaign.Campaign, headline string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFD.String(headline)), func(r rune) bool { return r == ' ' || r == '-' })
	var parts []string
	for _, w := range words[:min(4, len(words))] {
		w = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, w)
		if w != "" {
			parts = append(parts, w)
		}
	}
	base := strings.Join(parts, "-")
	if base == "" {
		base = "fact"
	}
	id := base
	for i := 2; ; i++ {
		if _, there := c.Fact(id); !there {
			return id
		}
		id = fmt.Sprintf("%s-%d", base, i)
	}
}
