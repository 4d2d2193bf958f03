package guide

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func readTitle(_ *Draft, c *campaign.Campaign, _ int) []Field {
	all := perLanguage(c, Field{Name: "title", Kind: Line}, c.Title)
	all = append(all, perLanguage(c, Field{Name: "what_is", Kind: Long, Empty: true}, c.StartPage.WhatIs)...)
	return append(all, Field{Name: "link", Kind: URL, Value: c.Link, Empty: true})
}

func applyTitle(d *Draft, c *campaign.Campaign, _ int, v Values) (map[string][]byte, []Problem) {
	c.Title, c.StartPage.WhatIs, c.Link = v.text(c, "title"), v.text(c, "what_is"), v.get("link")
	problems := d.needed(c, v, "title")
	if problems == nil {
		withoutExample(c)
	}
	return nil, problems
}

// needed names the fields that are empty in a language.
func (d *Draft) needed(c *campaign.Campaign, v Values, ids ...string) (problems []Problem) {
	for _, id := range ids {
		for _, lang := range c.Languages {
			if name := id + "." + lang; v.get(name) == "" {
				problems = append(problems, d.problem(Fix, name, "needed"))
			}
		}
	}
	return problems
}

// exampleMark is how words of the example begin.
const exampleMark = "EXAMPLE: "

func isExampleText(t campaign.Text) bool {
	for _, s := range t {
		if strings.HasPrefix(s, exampleMark) {
			return true
		}
	}
	return false
}

// withoutExample takes the example's action away, and calls its topic what the
// campaign is called, once that has a title of its own.
func withoutExample(c *campaign.Campaign) {
	if isExampleText(c.Title) {
		return
	}
	for i := range c.Topics {
		t := &c.Topics[i]
		if !isExampleText(t.Title) {
			continue
		}
		old := t.ID
		t.ID, t.Title = topicID, c.Title
		for i := range c.Facts {
			if c.Facts[i].Topic == old {
				c.Facts[i].Topic = topicID
			}
		}
	}
	c.Actions = slices.DeleteFunc(c.Actions, func(a campaign.Action) bool { return isExampleText(a.Verb) })
	for i := range c.Facts {
		f := &c.Facts[i]
		if _, there := c.Action(f.Action); !there {
			f.Action = ""
		}
	}
}

// offered are the languages that have dates and labels built in.
var offered = []string{"en", "es", "ar"}

func readLanguages(_ *Draft, c *campaign.Campaign, _ int) []Field {
	return []Field{{Name: "languages", Kind: Several, Options: offered, Value: strings.Join(c.Languages, ",")}}
}

func applyLanguages(d *Draft, c *campaign.Campaign, _ int, v Values) (map[string][]byte, []Problem) {
	var chosen []string
	for _, lang := range strings.FieldsFunc(v.get("languages"), func(r rune) bool { return r == ',' || r == ' ' }) {
		if !slices.Contains(offered, lang) {
			return nil, []Problem{d.problem(Fix, "languages", "no-language", "language", lang)}
		}
		if !slices.Contains(chosen, lang) {
			chosen = append(chosen, lang)
		}
	}
	if chosen == nil {
		return nil, []Problem{d.problem(Fix, "languages", "choose-language")}
	}
	c.Languages = chosen
	return nil, nil
}

func readTags(_ *Draft, c *campaign.Campaign, _ int) []Field {
	var names []string
	for _, t := range c.Tags {
		names = append(names, "#"+t.Name)
	}
	first := strings.Join(names[:min(1, len(names))], "")
	return []Field{{Name: "tag", Kind: Line, Value: first}, {Name: "more_tags", Kind: Line, Value: strings.Join(names[min(1, len(names)):], " "), Empty: true}}
}

func applyTags(d *Draft, c *campaign.Campaign, _ int, v Values) (map[string][]byte, []Problem) {
	main, err := tagOf(v.get("tag"))
	if err != nil {
		return nil, []Problem{d.said(Fix, "tag", err)}
	}
	tags := []campaign.Tag{{Name: main}}
	for _, word := range strings.FieldsFunc(v.get("more_tags"), func(r rune) bool { return r == ',' || r == ' ' }) {
		name, err := tagOf(word)
		if err != nil {
			return nil, []Problem{d.said(Fix, "more_tags", err)}
		}
		tags = append(tags, campaign.Tag{Name: name})
	}
	c.Tags = tags
	return nil, nil
}

// tagOf is a hashtag without its sign, of one or of words to be joined.
func tagOf(s string) (string, error) {
	t, err := hashtag.ParseTag(s)
	if strings.Contains(s, " ") {
		t, err = hashtag.FromPhrase(s)
	}
	return string(t), err
}

// letterID and the others name what the questions ask for once.
const (
	topicID  = "campaign"
	actionID = "contact"
	letterID = "letter"
	eventID  = "event"
	personID = "office"
)

// The places of a letter that its sender fills in.
const (
	ownPlace  = "why"
	namePlace = "full-name"
)

func readLetter(_ *Draft, c *campaign.Campaign, _ int) []Field {
	title, subject, body := make(campaign.Text), make(campaign.Text), make(campaign.Text)
	for _, l := range c.Letters {
		if l.ID == letterID {
			title[l.Lang], subject[l.Lang] = l.Title, l.Subject
			text := strings.NewReplacer("{"+ownPlace+"}\n\n", "", "{"+namePlace+"}", "").Replace(l.Body)
			body[l.Lang] = strings.TrimSpace(text)
		}
	}
	all := perLanguage(c, Field{Name: "letter_title", Kind: Line}, title)
	all = append(all, perLanguage(c, Field{Name: "subject", Kind: Line}, subject)...)
	return append(all, perLanguage(c, Field{Name: "body", Kind: Long}, body)...)
}

func applyLetter(d *Draft, c *campaign.Campaign, _ int, v Values) (map[string][]byte, []Problem) {
	c.Letters = slices.DeleteFunc(c.Letters, func(l campaign.Letter) bool { return l.ID == letterID })
	title, subject, body := v.text(c, "letter_title"), v.text(c, "subject"), v.text(c, "body")
	if len(title)+len(subject)+len(body) == 0 {
		return nil, nil // no letter
	}
	problems := d.needed(c, v, "letter_title", "subject", "body")
	for _, lang := range c.Languages {
		to := ""
		if slices.ContainsFunc(c.Contacts, func(p campaign.Contact) bool { return p.ID == personID }) {
			to = personID
		}
		greeting, rest, _ := strings.Cut(body[lang], "\n")
		c.Letters = append(c.Letters, campaign.Letter{
			ID: letterID, Lang: lang, Title: title[lang], Subject: subject[lang], Form: campaign.FormEmail, To: to, Facts: realFacts(c),
			Slots: []campaign.Slot{
				{ID: ownPlace, Label: Word(wordsFor(lang), "slot_why"), Required: true, Own: true},
				{ID: namePlace, Label: Word(wordsFor(lang), "slot_name"), Required: true},
			},
			Body: strings.TrimSpace(greeting + "\n\n{" + ownPlace + "}\n\n" + strings.TrimSpace(rest) + "\n\n{" + namePlace + "}"),
		})
	}
	return nil, problems
}

// wordsFor is a language that the questions speak.
func wordsFor(lang string) string {
	if slices.Contains(Languages(), lang) {
		return lang
	}
	return "en"
}

// realFacts are the facts that a letter rests on: all of them.
func realFacts(c *campaign.Campaign) []string {
	var ids []string
	for _, f := range c.Facts {
		ids = append(ids, f.ID)
	}
	return ids
}

func event(c *campaign.Campaign) *campaign.EventCard {
	for i := range c.Events {
		if c.Events[i].ID == eventID {
			return &c.Events[i]
		}
	}
	return &campaign.EventCard{ID: eventID}
}

func readEvent(_ *Draft, c *campaign.Campaign, _ int) []Field {
	e := event(c)
	clock := func(m campaign.Moment) string {
		if !m.Clock {
			return ""
		}
		return m.At.Format("15:04")
	}
	all := perLanguage(c, Field{Name: "what", Kind: Line}, e.Headline)
	all = append(all, Field{Name: "day", Kind: Day, Value: e.Starts.Date().String(), Empty: true},
		Field{Name: "from", Kind: Clock, Value: clock(e.Starts), Empty: true}, Field{Name: "until", Kind: Clock, Value: clock(e.Ends), Empty: true})
	all = append(all, perLanguage(c, Field{Name: "place", Kind: Line, Empty: true}, e.Place)...)
	all = append(all, perLanguage(c, Field{Name: "address", Kind: Line, Empty: true}, e.Address)...)
	return append(all, perLanguage(c, Field{Name: "bring", Kind: Line, Empty: true}, e.Body)...)
}

func applyEvent(d *Draft, c *campaign.Campaign, _ int, v Values) (map[string][]byte, []Problem) {
	e := *event(c)
	c.Events = slices.DeleteFunc(c.Events, func(e campaign.EventCard) bool { return e.ID == eventID })
	e.Headline, e.Place, e.Address, e.Body = v.text(c, "what"), v.text(c, "place"), v.text(c, "address"), v.text(c, "bring")
	if len(e.Headline) == 0 {
		return nil, nil // no event
	}
	e.Kicker, e.Fields, e.Starts, e.Ends = make(campaign.Text), nil, campaign.Moment{}, campaign.Moment{}
	labels := map[string]campaign.Text{}
	for _, id := range []string{"date", "time", "place"} {
		labels[id] = make(campaign.Text)
		for _, lang := range c.Languages {
			labels[id][lang] = Word(wordsFor(lang), "event_"+id)
			e.Kicker[lang] = Word(wordsFor(lang), "event_kicker")
		}
		e.Fields = append(e.Fields, campaign.Field{ID: id, Label: labels[id]})
	}
	day := v.get("day")
	for field, to := range map[string]*campaign.Moment{"from": &e.Starts, "until": &e.Ends} {
		at := strings.TrimSpace(day + " " + v.get(field))
		if day == "" || field == "until" && v.get(field) == "" {
			continue
		}
		m, err := campaign.ParseMoment(at)
		if err != nil {
			return nil, []Problem{d.said(Fix, field, err)}
		}
		*to = m
	}
	c.Events = append(c.Events, e)
	return nil, nil
}

func person(c *campaign.Campaign) *campaign.Contact {
	for i := range c.Contacts {
		if c.Contacts[i].ID == personID {
			return &c.Contacts[i]
		}
	}
	return &campaign.Contact{ID: personID}
}

func readPerson(_ *Draft, c *campaign.Campaign, _ int) []Field {
	p := person(c)
	all := perLanguage(c, Field{Name: "office", Kind: Line}, p.Label)
	list, day := "", ""
	if len(c.People.List) > 0 {
		list, day = "people.yaml", c.People.AsOf.String()
	}
	return append(all, Field{Name: "phone", Kind: Line, Value: p.Phone, Empty: true}, Field{Name: "mail", Kind: Line, Value: p.Mail, Empty: true},
		Field{Name: "page", Kind: URL, Value: p.URL, Empty: true},
		Field{Name: "list", Kind: File, Value: list, Options: []string{".csv", ".yaml", ".json"}, Empty: true},
		Field{Name: "list_as_of", Kind: Day, Value: day, Empty: true})
}

func applyPerson(d *Draft, c *campaign.Campaign, _ int, v Values) (map[string][]byte, []Problem) {
	p := *person(c)
	c.Contacts = slices.DeleteFunc(c.Contacts, func(p campaign.Contact) bool { return p.ID == personID })
	p.Label, p.Phone, p.Mail, p.URL = v.text(c, "office"), v.get("phone"), v.get("mail"), v.get("page")
	p.Tel, p.Finder = dialled(p.Phone), p.URL != ""
	c.Actions = slices.DeleteFunc(c.Actions, func(a campaign.Action) bool { return a.ID == actionID })
	for i := range c.Letters {
		c.Letters[i].To = ""
	}
	withoutExample(c)
	if problems := d.takeRoster(c, v); problems != nil {
		return nil, problems
	}
	if len(p.Label) == 0 {
		return nil, nil // nobody
	}
	c.Contacts = append(c.Contacts, p)
	c.Actions = append(c.Actions, contactAction(c, &p)...)
	for i := range c.Letters {
		if c.Letters[i].ID == letterID {
			c.Letters[i].To = personID
		}
	}
	return nil, nil
}

// contactAction asks to call or write to an office; none without a way.
func contactAction(c *campaign.Campaign, p *campaign.Contact) []campaign.Action {
	to := p.URL
	switch {
	case to != "":
	case p.Tel != "":
		to = "tel:" + p.Tel
	case p.Mail != "":
		to = "mailto:" + p.Mail
	default:
		return nil
	}
	a := campaign.Action{ID: actionID, Verb: make(campaign.Text), URL: campaign.Text{"": to}}
	if p.Phone != "" {
		a.Phone = campaign.Text{"": p.Phone}
	}
	for _, lang := range c.Languages {
		a.Verb[lang] = Word(wordsFor(lang), "contact_verb", "office", p.Label.In(lang))
	}
	return []campaign.Action{a}
}

// dialled is a number as a telephone takes it; ten digits are one of North
// America.
func dialled(phone string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, phone)
	switch {
	case digits == "":
		return ""
	case len(digits) == 10 && !strings.HasPrefix(strings.TrimSpace(phone), "+"):
		return "+1" + digits
	}
	return "+" + digits
}

// number reads what people write for a number: "22", "1,250", "1 250".
func number(s string) (float64, error) {
	return strconv.ParseFloat(strings.NewReplacer(",", "", " ", "", "\u00A0", "", "%", "").Replace(s), 64)
}
