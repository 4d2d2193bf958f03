package share

import (
	"context"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// addPictures adds every card and, beside them, one text a fact and language
// with what to post.
func (k binder) addPictures() {
	for i := range k.plan.pictures {
		pic := &k.plan.pictures[i]
		tells := about{fact: pic.Fact, lang: pic.Lang, format: pic.Format.Name, alt: pic.Alt, rests: pic.also()}
		k.add(pic.Name(), plain, tells, func(_ context.Context, _ fs.FS, w io.Writer) error { return pic.write(w) })
	}
	for _, f := range k.plan.facts {
		for _, ed := range k.plan.editions {
			tells := about{fact: f.ID, lang: ed.lang, rests: ed.captionFacts(f)}
			k.addText(sidecarName(ed.lang, f.ID), tells, func() (string, error) { return ed.sidecar(f), nil })
		}
	}
}

func sidecarName(lang, fact string) string { return "pictures/" + lang + "/" + fact + ".txt" }

// sidecar is what belongs to a picture in words: what it says, what it shows,
// what to post with it, where it comes from.
func (ed *edition) sidecar(f *campaign.Fact) string {
	var b strings.Builder
	part := func(title, text string) {
		if text != "" {
			b.WriteString(title + "\n" + strings.Repeat("-", len([]rune(title))) + "\n" + text + "\n\n")
		}
	}
	b.WriteString(f.Headline.Plain(ed.lang) + "\n\n")
	part(ed.say.Label("alt_text"), ed.first(f.ID).Alt)
	part(ed.say.Label("claim"), joined(" ", f.Claim.Plain(ed.lang), figure.Sentence(capital(f.Attribution.In(ed.lang)))))
	var texts []string
	for _, c := range ed.captions(f) {
		texts = append(texts, c.Text)
	}
	part(ed.say.Label("captions"), strings.Join(texts, "\n\n"))
	part(ed.say.Label("source_heading"), joined("\n", ed.say.List(f.Source.Publisher.In(ed.lang), f.Source.Title, ed.say.Long(f.Source.Published)), f.Source.URL,
		joined(" ", append([]string{freshness{ed}.howRead(f)}, freshness{ed}.age(f)...)...)))
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// addDrawings adds them, and beside every picture what it shows.
func (k binder) addDrawings() {
	for i := range k.plan.drawings {
		d := &k.plan.drawings[i]
		k.add(d.name, plain, d.tells, func(_ context.Context, _ fs.FS, w io.Writer) error { return d.write(w, k.plan) })
		if name, picture := strings.CutSuffix(d.name, ".png"); picture {
			k.addText(name+".txt", about{lang: d.tells.lang, rests: d.tells.rests}, func() (string, error) { return joined("\n\n", d.tells.alt, d.links) + "\n", nil })
		}
	}
}

// Pictures are the cards of one fact as a kit of the same options has them, by
// language, then format, without the rest of the kit. A nil *Options is the
// default.
//
// Its errors are *LanguageError, *CardError, *FactError for a fact that there is
// not or that no longer stands, the context's, and those of options, themes and
// fonts that cannot be used.
func Pictures(ctx context.Context, c *campaign.Campaign, fact string, o *Options) ([]FactCard, error) {
	var opt Options
	if o != nil {
		opt = *o
	}
	p, err := newPlan(c, &opt)
	if err != nil {
		return nil, err
	}
	f, err := p.standingFact(fact)
	if err != nil {
		return nil, err
	}
	if err := p.lay(ctx, []*campaign.Fact{f}, opt.Progress); err != nil {
		return nil, err
	}
	return slices.Clone(p.pictures), nil
}
