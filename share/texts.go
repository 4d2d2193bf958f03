package share

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// addPosts adds, for every fact, language and channel, a file of the texts
// that fit there, a line of dashes between them.
func (k *Kit) addPosts() {
	for _, f := range k.plan.facts {
		for _, lang := range k.plan.langs {
			further := k.plan.captionFacts(f, lang)
			for i := range channels {
				ch := &channels[i].Platform // by address: there is one such text for every fact
				tells := about{fact: f.ID, lang: lang, platform: ch.ID, rests: further}
				k.addText(postName(lang, ch.ID, f.ID), tells, func() (string, error) { return k.plan.postFile(f, lang, ch) })
			}
		}
	}
}

func postName(lang, channel, fact string) string {
	return "posts/" + lang + "/" + channel + "/" + fact + ".txt"
}

const between = "\n\n----------\n\n"

func (p *plan) postFile(f *campaign.Fact, lang string, on *hashtag.Platform) (string, error) {
	all, err := p.composeFor(f, lang, *on)
	if err != nil {
		return "", err
	}
	texts := make([]string, len(all))
	for i, c := range all {
		texts[i] = c.text
	}
	return strings.Join(texts, between) + "\n", nil
}

// addWords adds letters, pages and the texts of the kit itself.
func (k *Kit) addWords() {
	p := k.plan
	for i := range p.campaign.Letters {
		l := &p.campaign.Letters[i]
		if p.speaks(l.Lang) && p.stand(l.Facts) {
			k.addText("letters/"+l.Lang+"/"+l.ID+".txt", about{lang: l.Lang, rests: l.Facts}, func() (string, error) { return p.letterText(l), nil })
		}
	}
	for i := range p.campaign.Pages {
		pg := &p.campaign.Pages[i]
		if p.speaks(pg.Lang) && p.stand(pg.Facts) {
			k.addText(pageName(pg.Lang, pg.ID), about{lang: pg.Lang, rests: pg.Facts}, func() (string, error) {
				return "# " + pg.Title + "\n\n" + strings.TrimSpace(pg.Body) + "\n", nil
			})
		}
	}
	k.addText("START-HERE.txt", about{rests: p.campaign.Messages.AskShort.Facts}, func() (string, error) { return p.startText(), nil })
	k.addText("CHANGELOG.md", about{rests: p.campaign.Messages.WhatChanged.Facts}, func() (string, error) { return p.changelog(), nil })
	k.addText("LICENSES.txt", about{}, func() (string, error) { return p.licences(), nil })
}

func (p *plan) speaks(lang string) bool { return slices.Contains(p.langs, lang) }

// letterText is a letter with its blanks in square brackets.
func (p *plan) letterText(l *campaign.Letter) string {
	body, subject := p.sent(l)
	var b strings.Builder
	b.WriteString(l.Title + "\n\n")
	if l.Guide != "" {
		b.WriteString(unmarked(strings.TrimSpace(l.Guide)) + "\n\n")
	}
	say := p.campaign.Strings(l.Lang)
	fill := blanks(l.Slots, say.Label("required"))
	if subject != "" {
		b.WriteString(say.Label("subject") + " " + fill.Replace(subject) + "\n\n")
	}
	b.WriteString(fill.Replace(unmarked(body)) + "\n")
	return b.String()
}

// sent is what a letter's reader gets: its own words, or those of the
// language it is sent in.
func (p *plan) sent(l *campaign.Letter) (body, subject string) {
	if l.SentIn != "" {
		if other, ok := p.campaign.Letter(l.ID, l.SentIn); ok {
			return other.Body, other.Subject
		}
	}
	return l.Body, l.Subject
}

// blanks shows every slot of a letter as its label in square brackets, and
// marks those that want the sender's own words.
func blanks(slots []campaign.Slot, required string) *strings.Replacer {
	pairs := make([]string, 0, 2*len(slots))
	for _, slot := range slots {
		label := slot.Label
		if slot.Own && slot.Required {
			label = required + ": " + label
		}
		pairs = append(pairs, "{"+slot.ID+"}", "["+label+"]")
	}
	return strings.NewReplacer(pairs...)
}

// startText leads those who cannot open the page.
func (p *plan) startText() string {
	var b strings.Builder
	for _, lang := range p.langs {
		say := p.campaign.Strings(lang)
		fmt.Fprintf(&b, "%s\n%s %s\n\n", p.campaign.Title.In(lang), say.Label("facts_checked"), say.Long(p.campaign.AsOf))
		if ask := p.campaign.Messages.AskShort; p.stand(ask.Facts) && ask.Text.In(lang) != "" {
			fmt.Fprintf(&b, "%s\n\n", ask.Text.In(lang))
		}
		if p.campaign.Link != "" {
			b.WriteString(p.campaign.Link + "\n\n")
		}
		for _, label := range p.ways(lang) {
			b.WriteString(strings.ReplaceAll(say.Label(label), "{lang}", lang) + "\n")
		}
		b.WriteString("\n")
		for _, a := range p.campaign.Actions {
			if a.URL.In(lang) != "" {
				fmt.Fprintf(&b, "%s: %s\n", joined(" ", a.Verb.In(lang), a.Phone.In(lang)), a.URL.In(lang))
			}
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// ways are the labels of what there is to do with the kit's folders.
func (p *plan) ways(lang string) []string {
	all := []string{"start_open", "start_minute"}
	if slices.ContainsFunc(p.campaign.Letters, func(l campaign.Letter) bool { return l.Lang == lang && p.stand(l.Facts) }) {
		all = append(all, "start_ten")
	}
	if p.hasPages(lang) {
		all = append(all, "start_hour")
	}
	return append(all, "start_phone")
}

// hasPages reports whether the folder of pages of a language holds anything.
func (p *plan) hasPages(lang string) bool {
	return slices.ContainsFunc(p.campaign.Pages, func(pg campaign.Page) bool { return pg.Lang == lang && p.stand(pg.Facts) }) ||
		slices.ContainsFunc(madePages, func(m madePage) bool { return m.of(p, lang) != "" })
}

// changelog says what has changed in this version and what was replaced or
// withdrawn, in the order of the campaign.
func (p *plan) changelog() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n## %s\n\n", p.campaign.Title.In(p.langs[0]), p.version())
	for _, lang := range p.langs {
		if w := p.campaign.Messages.WhatChanged; p.stand(w.Facts) && w.Text.In(lang) != "" {
			fmt.Fprintf(&b, "- %s\n", w.Text.In(lang))
		}
	}
	for _, f := range p.stopped {
		for _, lang := range p.langs {
			say := p.campaign.Strings(lang)
			how := say.Label("withdrawn")
			if f.SupersededBy != "" {
				how = say.Label("replaced_by") + " " + f.SupersededBy
			}
			fmt.Fprintf(&b, "- %s (%s): %s\n", f.ID, how, f.Headline.Plain(lang))
		}
	}
	return b.String()
}
