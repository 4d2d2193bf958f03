package guide

import (
	"cmp"
	"context"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A Report is what the check of a campaign says, in words.
type Report struct {
	Problems []Problem
	Files    int // of the kit; 0 if it cannot be made
}

// Count is how many problems there are of a level.
func (r *Report) Count(l Level) (n int) {
	for _, p := range r.Problems {
		if p.Level == l {
			n++
		}
	}
	return n
}

// Marks are the gravest levels by step; a step without a problem has none.
func (r *Report) Marks() map[string]Level {
	marks := make(map[string]Level)
	for _, p := range r.Problems {
		if marks[p.Step] != Fix {
			marks[p.Step] = p.Level
		}
	}
	return marks
}

// Check says what keeps the kit from being made, and what a person must judge.
func (d *Draft) Check(ctx context.Context) (*Report, error) {
	c, err := d.Campaign(ctx)
	if err != nil {
		if found := d.mistakes(err); found != nil {
			return &Report{Problems: found}, nil
		}
		return nil, err
	}
	r := new(Report)
	for i := range c.Facts {
		if isExample(&c.Facts[i]) {
			r.Problems = append(r.Problems, Problem{Level: Fix, Step: "facts", Fact: i, Text: d.Word("example-left")})
		}
	}
	r.Problems = append(r.Problems, d.untranslated(c)...)
	for _, f := range c.Check(d.today.Last()) {
		level := Look
		if f.Severity == campaign.Error {
			level = Fix
		}
		p := d.place(d.said(level, "", f), f)
		p.What, p.Fact = d.about(c, f.Fact)
		if !slices.ContainsFunc(r.Problems, func(o Problem) bool { return o.Step == p.Step && o.What == p.What && o.Text == p.Text }) {
			r.Problems = append(r.Problems, p)
		}
	}
	kit, err := share.Build(ctx, c, nil)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		p := d.said(Fix, "", err)
		p.Step = "facts"
		var placed fault.Placed
		if errors.As(err, &placed) {
			p = d.place(p, placed)
		}
		r.Problems = append(r.Problems, p)
	default:
		r.Files = len(kit.Names())
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int {
		return map[Level]int{Fix: 0, Look: 1}[a.Level] - map[Level]int{Fix: 0, Look: 1}[b.Level]
	})
	return r, nil
}

// about names a fact, and tells which it is.
func (d *Draft) about(c *campaign.Campaign, id string) (string, int) {
	for i := range c.Facts {
		if c.Facts[i].ID == id {
			return d.Word("of-fact", "headline", c.Facts[i].Headline.Plain(d.shownIn(c))), i
		}
	}
	return "", 0
}

// shownIn is the language in which a campaign is told to whom the questions
// are asked.
func (d *Draft) shownIn(c *campaign.Campaign) string {
	if slices.Contains(c.Languages, d.Lang) {
		return d.Lang
	}
	return c.Languages[0]
}

// untranslated names what one language has word for word as another.
func (d *Draft) untranslated(c *campaign.Campaign) (all []Problem) {
	if len(c.Languages) < 2 {
		return nil
	}
	same := func(v any, level Level, p Problem) {
		eachText(reflect.ValueOf(v).Elem(), func(t campaign.Text) {
			first := t[c.Languages[0]]
			for _, lang := range c.Languages[1:] {
				if first != "" && t[lang] == first && len(first) > 3 {
					p.Level, p.Text = level, d.Word("untranslated", "language", d.Word("lang_"+lang), "words", first)
					if !slices.Contains(all, p) {
						all = append(all, p)
					}
				}
			}
		})
	}
	same(&c.Title, Look, Problem{Step: "title", What: d.Word("step_title")})
	for i := range c.Facts {
		if !isExample(&c.Facts[i]) {
			what, _ := d.about(c, c.Facts[i].ID)
			same(&c.Facts[i], Fix, Problem{Step: "facts", Fact: i, What: what})
		}
	}
	same(&c.Events, Fix, Problem{Step: "event", What: d.Word("step_event")})
	for _, l := range c.Letters {
		if other, ok := c.Letter(l.ID, c.Languages[0]); ok && l.Lang != c.Languages[0] && other.Body == l.Body {
			all = append(all, Problem{
				Level: Fix, Step: "letter", What: d.Word("step_letter"), Text: d.Word("untranslated", "language", d.Word("lang_"+l.Lang), "words", l.Title),
			})
		}
	}
	return all
}

// Try says what is wrong with the answers of a step. Nothing is saved.
func (d *Draft) Try(ctx context.Context, s Step, n int, v Values) ([]Problem, error) {
	_, _, problems, err := d.with(ctx, s, n, v)
	return problems, err
}

// saved are the answers that a step has.
func (d *Draft) saved(ctx context.Context, s Step, n int) (Values, error) {
	fields, err := d.Fields(ctx, s, n)
	v := make(Values)
	for _, f := range fields {
		v[f.Name] = f.Value
	}
	return v, err
}

// Show writes the card that answers would make, with words of the example in
// the place of those that are missing. Where they cannot be drawn nothing is
// written: the picture that was there stays.
func (d *Draft) Show(ctx context.Context, w io.Writer, s Step, n int, v Values) (example bool, err error) {
	c, err := d.Campaign(ctx)
	if err != nil {
		return false, err
	}
	var more map[string][]byte
	if s.ID != "facts" {
		var problems []Problem
		if more, problems = s.apply(d, c, n, v); stops(problems) {
			return false, nil
		}
		n, v = 0, Values{}
	}
	n = min(n, len(c.Facts))
	if s.ID == "facts" || isExample(&c.Facts[n]) {
		var problems []Problem
		v, example = d.exampled(c, v)
		if _, problems = applyFact(d, c, n, v); stops(problems) {
			return example, nil
		}
	}
	spread(c)
	if c.Validate() != nil {
		return example, nil
	}
	format, _ := graphic.LookupFormat("portrait")
	opt := &share.Options{Formats: []graphic.Format{format}, Languages: []string{d.shownIn(c)}}
	if s.ID == "colors" {
		if opt.Themes, err = themesOf(more); err != nil {
			return example, nil
		}
	}
	pics, err := share.Pictures(ctx, c, c.Facts[n].ID, opt)
	if err != nil {
		return example, ctx.Err()
	}
	g, err := pics[0].Graphic()
	if err != nil {
		return example, nil
	}
	return example, g.WritePNG(w)
}

// exampled fills in words of the example where a fact has none.
func (d *Draft) exampled(c *campaign.Campaign, v Values) (Values, bool) {
	all, example, begun := Values{"show": showBars}, false, v.get("claim."+c.Languages[0]) != ""
	for _, f := range readFact(d, c, len(c.Facts)) {
		id, lang, _ := strings.Cut(f.Name, ".")
		eg := Word(wordsFor(cmp.Or(lang, d.Lang)), "eg_"+id)
		switch {
		case v.get(f.Name) != "":
			all[f.Name] = v.get(f.Name)
		case eg == "" || begun && (id == "number" || id == "counts"): // a fact may have no number
		default:
			all[f.Name], example = eg, true
		}
	}
	return all, example
}

func themesOf(files map[string][]byte) ([]graphic.Theme, error) {
	var t graphic.Theme
	err := t.UnmarshalJSON(files["themes/"+themeName+".json"])
	return []graphic.Theme{t}, err
}

// Headline is the report in a line: "3 things to fix, 2 to look at".
func (d *Draft) Headline(r *Report) string {
	fix, look := r.Count(Fix), r.Count(Look)
	said := d.Word("check_none")
	switch {
	case fix == 1:
		said = d.Word("check_fix_one")
	case fix > 1:
		said = d.Word("check_fix", "n", strconv.Itoa(fix))
	}
	if look > 0 {
		said += ", " + d.Word("check_look", "n", strconv.Itoa(look))
	}
	return said
}

// Then is what comes after the check.
func (d *Draft) Then(r *Report) string {
	if r.Count(Fix) > 0 {
		return d.Word("check_then", "folder", d.Dir)
	}
	return d.Word("check_ready", "folder", d.Dir, "n", strconv.Itoa(r.Files))
}

// Good names the questions in which nothing was found.
func (d *Draft) Good(r *Report) string {
	marks := r.Marks()
	var names []string
	for _, s := range Steps() {
		if _, found := marks[s.ID]; !found {
			names = append(names, d.Word("step_"+s.ID))
		}
	}
	if names == nil {
		return ""
	}
	return strings.Join(names, ", ") + ": " + d.Word("all_good")
}
