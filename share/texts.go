package share

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/letter"
)

// Texts make the files that say what the kit is.
type texts struct{ *plan }

// addPosts adds, for every fact, language and channel, a file of the texts
// that fit there, a line of dashes between them.
func (k binder) addPosts() {
	for _, f := range k.plan.facts {
		for _, ed := range k.plan.editions {
			further := ed.captionFacts(f)
			for i := range channels {
				ch := &channels[i].Platform // by address: there is one such text for every fact
				tells := about{fact: f.ID, lang: ed.lang, platform: ch.ID, rests: further}
				k.addText(postName(ed.lang, ch.ID, f.ID), tells, func() (string, error) { return ed.postFile(f, ch) })
			}
		}
	}
}

func postName(lang, channel, fact string) string {
	return "posts/" + lang + "/" + channel + "/" + fact + ".txt"
}

const between = "\n\n----------\n\n"

func (ed *edition) postFile(f *campaign.Fact, on *hashtag.Platform) (string, error) {
	all, err := ed.composeFor(f, *on)
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
func (k binder) addWords() {
	p := k.plan
	for i := range p.campaign.Letters {
		l := &p.campaign.Letters[i]
		if p.speaks(l.Lang) && p.stand(l.Facts) {
			k.addText("letters/"+l.Lang+"/"+l.ID+".txt", about{lang: l.Lang, rests: l.Facts}, func() (string, error) { return texts{p}.letterText(l), nil })
		}
	}
	for _, pg := range p.standingPages() {
		k.addText(pageName(pg.Lang, pg.ID), about{lang: pg.Lang, rests: pg.Facts}, func() (string, error) {
			return "# " + pg.Title + "\n\n" + strings.TrimSpace(pg.Body) + "\n", nil
		})
	}
	k.addText("START-HERE.txt", about{rests: p.campaign.Messages.AskShort.Facts}, func() (string, error) { return texts{p}.startText(), nil })
	k.addText("CHANGELOG.md", about{rests: p.campaign.Messages.WhatChanged.Facts}, func() (string, error) { return texts{p}.changelog(), nil })
	k.addText("LICENSES.txt", about{}, func() (string, error) { return licences(p), nil })
}

// letterText is a letter with its blanks in square brackets.
func (p texts) letterText(l *campaign.Letter) string {
	body, subject := sent(p.campaign, l)
	say := p.campaign.Strings(l.Lang)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s %s\n\n", l.Title, say.Label("facts_checked"), say.Long(p.campaign.AsOf))
	if guide := joined("\n\n", p.in(l.Lang).gate(l.ReadFirst), strings.TrimSpace(l.Guide)); guide != "" {
		b.WriteString(letter.Plain(guide) + "\n\n")
	}
	fill := blanks(l.Slots, say.Label("required"))
	if subject != "" {
		b.WriteString(say.Label("subject") + " " + fill.Replace(subject) + "\n\n")
	}
	b.WriteString(fill.Replace(letter.Plain(body)) + "\n")
	return b.String()
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
func (p texts) startText() string {
	var b strings.Builder
	for _, ed := range p.editions {
		fmt.Fprintf(&b, "%s\n%s %s\n", p.campaign.Title.In(ed.lang), ed.say.Label("facts_checked"), ed.say.Long(p.campaign.AsOf))
		if count := (freshness{ed}).readCount(); count != "" {
			b.WriteString(count + "\n")
		}
		b.WriteString("\n")
		if ask := p.campaign.Messages.AskShort; p.stand(ask.Facts) && ask.Text.In(ed.lang) != "" {
			fmt.Fprintf(&b, "%s\n\n", ask.Text.In(ed.lang))
		}
		if p.campaign.Link != "" {
			b.WriteString(p.campaign.Link + "\n\n")
		}
		for _, line := range []string{ed.campaign.StartPage.WhatIs.Plain(ed.lang), ed.gate(ed.campaign.StartPage.ReadFirst)} {
			if line != "" {
				b.WriteString(line + "\n\n")
			}
		}
		for _, label := range ed.ways() {
			b.WriteString(strings.ReplaceAll(ed.say.Label(label), "{lang}", ed.lang) + "\n")
		}
		b.WriteString(prefixed("\n", ed.keyWords(ed.say, "key_words")) + "\n")
		for _, a := range p.campaign.Actions {
			if a.URL.In(ed.lang) != "" {
				fmt.Fprintf(&b, "%s: %s\n", joined(" ", a.Verb.In(ed.lang), a.Phone.In(ed.lang)), a.URL.In(ed.lang))
			}
		}
		for i := range p.campaign.Contacts {
			if c := &p.campaign.Contacts[i]; c.Address.Has(ed.lang) {
				fmt.Fprintf(&b, "%s: %s\n", c.Label.Plain(ed.lang), c.Address.Plain(ed.lang))
			}
		}
		b.WriteString(prefixed("\n", ed.invitation()) + "\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// ways are the labels of what there is to do with the kit's folders.
func (ed *edition) ways() []string {
	all := []string{"start_open", "start_minute"}
	if slices.ContainsFunc(ed.campaign.Letters, func(l campaign.Letter) bool { return l.Lang == ed.lang && ed.stand(l.Facts) }) {
		all = append(all, "start_ten")
	}
	if ed.hasPages() {
		all = append(all, "start_hour")
	}
	return append(all, "start_phone")
}

// hasPages reports whether the folder of pages of a language holds anything.
func (ed *edition) hasPages() bool {
	return slices.ContainsFunc(ed.standingPages(), func(pg campaign.Page) bool { return pg.Lang == ed.lang }) ||
		slices.ContainsFunc(madePages, func(m madePage) bool { return m.of(reading{ed}) != "" })
}

// changelog says what has changed in this version and what was replaced or
// withdrawn, in the order of the campaign.
func (p texts) changelog() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n## %s\n\n", p.campaign.Title.In(p.langs[0]), p.campaign.Version())
	for _, ed := range p.editions {
		if w := p.campaign.Messages.WhatChanged; p.stand(w.Facts) && w.Text.In(ed.lang) != "" {
			fmt.Fprintf(&b, "- %s\n", w.Text.In(ed.lang))
		}
	}
	for _, f := range p.stopped {
		for _, ed := range p.editions {
			how := ed.say.Label("withdrawn")
			if by := ed.factByID([]string{f.SupersededBy}); by != nil {
				how = ed.say.Label("replaced_by") + ": " + figure.Sentence(by.Headline.Plain(ed.lang))
			}
			fmt.Fprintf(&b, "- %s %s\n", figure.Sentence(f.Headline.Plain(ed.lang)), figure.Sentence(how))
		}
	}
	return b.String()
}
