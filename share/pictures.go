package share

import (
	"context"
	"io"
	"io/fs"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// addPictures adds every card and, beside them, one text a fact and language
// with what to post.
func (k *Kit) addPictures() {
	for i := range k.plan.pictures {
		pic := &k.plan.pictures[i]
		tells := about{fact: pic.Fact, lang: pic.Lang, format: pic.Format.Name, alt: pic.Alt, rests: pic.also()}
		k.add(pic.Name(), plain, tells, func(_ context.Context, _ fs.FS, w io.Writer) error { return pic.write(w) })
	}
	for _, f := range k.plan.facts {
		for _, lang := range k.plan.langs {
			tells := about{fact: f.ID, lang: lang, rests: k.plan.captionFacts(f, lang)}
			k.addText("pictures/"+lang+"/"+f.ID+".txt", tells, func() (string, error) { return k.plan.sidecar(f, lang), nil })
		}
	}
}

// A cardKey tells the cards of a kit apart.
type cardKey struct{ fact, lang, format string }

// picture finds a card of the plan.
func (p *plan) picture(fact, lang, format string) *Picture {
	if i, ok := p.byCard[cardKey{fact, lang, format}]; ok {
		return &p.pictures[i]
	}
	return nil
}

// first is a fact's card in the kit's first format.
func (p *plan) first(fact, lang string) *Picture { return p.picture(fact, lang, p.formats[0].Name) }

// sidecar is what belongs to a picture in words: what it says, what it shows,
// what to post with it, where it comes from.
func (p *plan) sidecar(f *campaign.Fact, lang string) string {
	say := p.campaign.Strings(lang)
	var b strings.Builder
	part := func(title, text string) {
		if text != "" {
			b.WriteString(title + "\n" + strings.Repeat("-", len([]rune(title))) + "\n" + text + "\n\n")
		}
	}
	b.WriteString(f.Headline.Plain(lang) + "\n\n")
	part(say.Label("alt_text"), p.first(f.ID, lang).Alt)
	part(say.Label("claim"), joined(" ", f.Claim.Plain(lang), figure.Sentence(capital(f.Attribution.In(lang)))))
	var texts []string
	for _, c := range p.captions(f, lang) {
		texts = append(texts, c.Text)
	}
	part(say.Label("captions"), strings.Join(texts, "\n\n"))
	part(say.Label("source_heading"), joined("\n", say.List(f.Source.Publisher.In(lang), f.Source.Title, say.Long(f.Source.Published)), f.Source.URL,
		joined(" ", say.Label("as_of"), say.Long(f.AsOf))))
	return strings.TrimRight(b.String(), "\n") + "\n"
}
