package share

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
	"github.com/shutdowncecot/toolkit/share/letter"
)

// pageWords fills in what there is beside the cards.
func (p startPage) pageWords(v *page.Kit) {
	p.pageChanges(v)
	p.pageContacts(v)
	p.pageLetters(v)
	p.pagePages(v)
	for _, s := range p.campaign.Steps {
		if p.stand(s.Facts) {
			v.Steps = append(v.Steps, p.pageStep(s))
		}
	}
	for _, o := range p.campaign.Orgs.List {
		for _, h := range o.Handles {
			if h.URL == "" {
				continue // nobody could look before tagging it
			}
			v.Accounts = append(v.Accounts, page.Account{
				Name: p.pageText(o.Name), Platform: platformName(h.Platform), Handle: h.Name, URL: h.URL, Confirmed: h.Confidence == campaign.Confirmed,
			})
		}
	}
}

func (p startPage) pageChanges(v *page.Kit) {
	if w := p.campaign.Messages.WhatChanged; p.stand(w.Facts) && len(w.Text) > 0 {
		v.Changes = append(v.Changes, page.Change{Date: v.AsOf, Text: p.pageText(w.Text)})
	}
	for _, f := range p.stopped {
		label := make(page.Text)
		for _, ed := range p.editions {
			label[ed.lang] = ed.say.Label("withdrawn")
			if f.SupersededBy != "" {
				label[ed.lang] = ed.say.Label("replaced_by")
			}
		}
		c := page.Change{Date: v.AsOf, Label: label, Text: p.pageText(f.Headline)}
		if p.stands[f.SupersededBy] {
			c.Card = f.SupersededBy
		}
		v.Changes = append(v.Changes, c)
	}
}

func (p startPage) pageContacts(v *page.Kit) {
	for _, c := range p.campaign.Contacts {
		if c.Phone != "" && c.Tel != "" {
			v.Phones = append(v.Phones, page.Phone{Label: p.pageText(c.Label), Number: c.Phone, Tel: c.Tel})
		}
		if c.URL != "" && c.Finder {
			v.Finders = append(v.Finders, page.Link{Label: p.pageText(c.Label), URL: c.URL})
		}
		if len(c.Address) > 0 {
			v.Addresses = append(v.Addresses, page.Address{Label: p.pageText(c.Label), Address: p.pageText(c.Address)})
		}
	}
}

func (p startPage) pageStep(s campaign.Steps) page.Step {
	step := page.Step{Title: p.pageText(s.Title), Time: p.pageText(s.Time), Gate: p.pageGate(s.ReadFirst)}
	for _, it := range s.Items {
		step.Items = append(step.Items, p.pageText(it.Text))
	}
	for _, link := range s.Links {
		label := make(page.Text)
		for _, ed := range p.editions {
			label[ed.lang] = hostOf(link)
		}
		step.Links = append(step.Links, page.Link{Label: label, URL: link})
	}
	return step
}

// pageGate is what stands before a thing to do, and the page to read.
func (p startPage) pageGate(id string) page.Gate {
	gate := page.Gate{Text: make(page.Text)}
	for _, ed := range p.editions {
		text, _ := ed.campaign.Gate(id, ed.lang)
		gate.Text[ed.lang] = text
	}
	if slices.ContainsFunc(p.standingPages(), func(pg campaign.Page) bool { return pg.ID == id }) {
		gate.Page = id
	}
	return gate
}

// letterIDs lists the campaign's letters in order, each once.
func (p startPage) letterIDs() []string {
	var ids []string
	for _, l := range p.campaign.Letters {
		if p.speaks(l.Lang) && p.stand(l.Facts) && !slices.Contains(ids, l.ID) {
			ids = append(ids, l.ID)
		}
	}
	return ids
}

// pageLetters are the letters with blanks; those without are pages.
func (p startPage) pageLetters(v *page.Kit) {
	for _, id := range p.letterIDs() {
		if l := p.pageLetter(id); len(l.Fields) > 0 {
			v.Letters = append(v.Letters, l)
		}
	}
}

// mailOf is the address for mail of a contact, or "".
func (p startPage) mailOf(contact string) string {
	for _, c := range p.campaign.Contacts {
		if c.ID == contact {
			return c.Mail
		}
	}
	return ""
}

func (p startPage) pageLetter(id string) page.Letter {
	out := page.Letter{ID: id, Title: make(page.Text), Intro: make(page.Text), Subject: make(page.Text), Body: make(page.Text)}
	for _, ed := range p.editions {
		l, ok := p.campaign.Letter(id, ed.lang)
		if !ok {
			continue
		}
		body, subject := sent(p.campaign, &l)
		out.Asks = l.Tracked
		out.Section, out.Mail, out.To = p.section(&l), l.Form == campaign.FormEmail, p.mailOf(l.To)
		if body = strings.TrimSpace(body); l.Form != campaign.FormScript {
			body = letter.Plain(body)
		}
		out.Title[ed.lang], out.Intro[ed.lang], out.Subject[ed.lang], out.Body[ed.lang] = l.Title, l.Guide, subject, body
		for i, s := range l.Slots {
			s.Offices = p.campaign.SlotOffices(&l, &l.Slots[i])
			if !p.shared(id, &l.Slots[i]) {
				own := id + "-" + s.ID
				renamed := strings.NewReplacer("{"+s.ID+"}", "{"+own+"}")
				out.Subject[ed.lang], out.Body[ed.lang] = renamed.Replace(out.Subject[ed.lang]), renamed.Replace(out.Body[ed.lang])
				s.ID = own
			}
			out.Fields = addField(out.Fields, s, ed.lang)
		}
	}
	out.Review = p.reviewOf(id)
	if l, ok := p.campaign.Letter(id, p.langs[0]); ok {
		out.Gate = p.pageGate(l.ReadFirst)
	}
	for i := range out.Fields {
		f := &out.Fields[i]
		for lang, body := range out.Body {
			if !strings.Contains(out.Subject[lang]+body, "{"+f.ID+"}") {
				f.Required, f.MinWords = false, 0 // nothing is needed that has no place there
			}
		}
	}
	return out
}

// shared reports whether what is typed into a blank of a letter fills those of
// its id in the others: not where the recipient fills it, since whom one letter
// greets another does not, and not where another letter asks for another thing.
func (p startPage) shared(id string, s *campaign.Slot) bool {
	if s.From != "" {
		return false
	}
	for _, ed := range p.editions {
		l, _ := p.campaign.Letter(id, ed.lang)
		if i := slotOf(&l, s.ID); i >= 0 && l.Slots[i].Label != p.firstLabel(s.ID, ed.lang) {
			return false
		}
	}
	return true
}

// firstLabel is what the first letter that has a blank asks for by it.
func (p startPage) firstLabel(slot, lang string) string {
	for _, id := range p.letterIDs() {
		if l, ok := p.campaign.Letter(id, lang); ok {
			if i := slotOf(&l, slot); i >= 0 {
				return l.Slots[i].Label
			}
		}
	}
	return ""
}

func slotOf(l *campaign.Letter, id string) int {
	return slices.IndexFunc(l.Slots, func(s campaign.Slot) bool { return s.ID == id })
}

// reviewOf is the first day on which a fact that a letter rests on has to be
// looked at again, or no longer stands.
func (p startPage) reviewOf(letter string) string {
	var days []string
	for _, l := range p.campaign.Letters {
		for _, f := range p.facts {
			if l.ID == letter && slices.Contains(l.Facts, f.ID) {
				days = append(days, isoDay(f.ReviewAfter), isoDay(f.Expires))
			}
		}
	}
	days = slices.DeleteFunc(days, func(day string) bool { return day == "" })
	if len(days) == 0 {
		return ""
	}
	return slices.Min(days)
}

func addField(fields []page.Field, s campaign.Slot, lang string) []page.Field {
	i := slices.IndexFunc(fields, func(f page.Field) bool { return f.ID == s.ID })
	if i < 0 {
		i = len(fields)
		fields = append(fields, page.Field{ID: s.ID, Label: make(page.Text), Required: s.Required, Long: s.Own})
		if s.Own {
			fields[i].MinWords = letter.MinOwnWords
		}
	}
	fields[i].Label[lang], fields[i].From = s.Label, string(s.From)
	for n, o := range s.Offices {
		if n == len(fields[i].Options) {
			fields[i].Options, fields[i].Offices = append(fields[i].Options, make(page.Text)), append(fields[i].Offices, o.ID)
		}
		fields[i].Options[n][lang] = o.Name
	}
	return fields
}

// section is where a letter stands on the page: beside the telephone, as a
// page of its group, or with those that are sent to whom the campaign addresses.
func (p startPage) section(l *campaign.Letter) string {
	switch {
	case l.Form == campaign.FormScript:
		return page.SectionCall
	case p.group(l) != "":
		return l.ID
	}
	return page.SectionWrite
}

// group returns the group of a letter, or of the page that explains it.
func (p startPage) group(l *campaign.Letter) string {
	if l.Group != "" || len(l.Slots) == 0 {
		return l.Group
	}
	for i := range p.campaign.Letters {
		if guide := &p.campaign.Letters[i]; len(guide.Slots) == 0 && guide.To != "" && guide.To == l.To && guide.Lang == l.Lang && p.stand(guide.Facts) {
			return guide.Group
		}
	}
	return ""
}

// pagePages are the pages, the letters without blanks, and the places of those
// that are listed among them.
func (p startPage) pagePages(v *page.Kit) {
	at := make(map[string]int)
	add := func(id, lang, title, group, body string) {
		i, ok := at[id]
		if !ok {
			i = len(v.Pages)
			at[id] = i
			v.Pages = append(v.Pages, page.Page{ID: id, Title: make(page.Text), Group: make(page.Text), Body: make(page.Text)})
		}
		say := p.campaign.Strings(lang)
		v.Pages[i].Title[lang], v.Pages[i].Group[lang], v.Pages[i].Body[lang] = say.NoBreak(title), group, say.NoBreak(body)
	}
	for _, pg := range p.standingPages() {
		add(pg.ID, pg.Lang, pg.Title, pg.Group, pg.Body)
	}
	for i := range p.campaign.Letters {
		l := &p.campaign.Letters[i]
		if !p.speaks(l.Lang) || !p.stand(l.Facts) {
			continue
		}
		if len(l.Slots) == 0 {
			add(l.ID, l.Lang, l.Title, l.Group, joined("\n\n", p.in(l.Lang).gate(l.ReadFirst), l.Guide, l.Body))
		} else if p.section(l) == l.ID {
			add(l.ID, l.Lang, l.Title, p.group(l), "")
		}
	}
}
