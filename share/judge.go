package share

import (
	"context"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/truth"
)

// Judge reads all that the kit says: its campaign, and what the kit itself
// puts together, such as the texts of pictures, the posts of facts without
// captions, and which facts stand side by side. No error among the findings
// may leave. The error is that of ctx.
func (k *Kit) Judge(ctx context.Context) ([]truth.Finding, error) {
	p := k.settled()
	checker := truth.New(p.campaign)
	found := checker.Campaign()
	texts := append(k.told(), p.plain()...)
	each, err := gather(ctx, texts, checker.ReadMade)
	return append(found, each...), err
}

// Judge reads all that the site says, as [Kit.Judge] does.
func (s *Site) Judge(ctx context.Context) ([]truth.Finding, error) { return s.tree.Judge(ctx) }

// gather reads texts on all cores, in order.
func gather(ctx context.Context, texts []truth.Text, read func(truth.Text) []truth.Finding) ([]truth.Finding, error) {
	const batch = 50
	some := slices.Collect(slices.Chunk(texts, batch))
	found := make([][]truth.Finding, len(some))
	err := each(ctx, len(some), func(i int) error {
		for _, t := range some[i] {
			found[i] = append(found[i], read(t)...)
		}
		return nil
	})
	return slices.Concat(found...), err
}

// told are the pictures and sheets of the kit by what they say to those who do
// not see them, each wording once.
func (k *Kit) told() (texts []truth.Text) {
	seen := map[string]bool{}
	for _, f := range k.files {
		t := &f.tells
		key := t.lang + "\n" + t.alt + "\n" + strings.Join(t.rests, " ")
		if t.alt == "" || seen[key] {
			continue
		}
		seen[key] = true
		text := truth.Text{Words: t.alt, Lang: t.lang, Where: truth.Alt, Sourced: true, Dated: t.dated, Field: "alt", File: f.name}
		if !slices.Contains(apart, t.format) {
			text.Facts = shown(t)
		}
		texts = append(texts, text)
	}
	return texts
}

// apart are formats of sheets of which each piece is handed out by itself.
var apart = []string{"placard", "postcard", "sticker"}

// shown are the facts that a file shows side by side.
func shown(t *about) []string {
	if t.fact == "" {
		return t.further()
	}
	return append([]string{t.fact}, t.further()...)
}

// plain are the posts that the kit makes of facts itself.
func (p *plan) plain() (texts []truth.Text) {
	for _, f := range p.facts {
		for _, ed := range p.editions {
			post := ed.plainPost(f)
			for _, words := range []string{post.Text, post.Short} {
				texts = append(texts, truth.Text{
					Words: words, Lang: ed.lang, Where: truth.Caption, Sourced: true, Facts: append([]string{f.ID}, f.Chart.Also...), Field: "claim", File: f.ID,
				})
			}
		}
	}
	return texts
}
