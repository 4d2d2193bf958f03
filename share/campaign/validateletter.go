package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// ownForms are the forms that are sent or said in a person's own name: they
// ask for that person's own words.
var ownForms = []Form{FormEmail, FormLetter, FormScript}

// mostSlots bounds the slots of a letter: each is looked for in every language.
const mostSlots = 100

// letterRules checks letters and pages, of which each language has one.
type letterRules struct{ *validator }

func (v letterRules) letters() {
	for i := range v.c.Letters {
		l := &v.c.Letters[i]
		if !v.speaks(l.Lang) {
			continue
		}
		if n := len(l.Slots); n > mostSlots {
			v.fail(l.at, "slots", "too-many-entries", with{"n": n, "limit": mostSlots})
			continue
		}
		v.letter(l)
		v.slots(l)
		v.sameSlots(l)
	}
}

func (v letterRules) letter(l *Letter) {
	v.id(l.at, "", l.ID)
	if l.Title == "" {
		v.fail(l.at, "title", "title-missing", nil)
	}
	if !slices.Contains([]Form{FormEmail, FormLetter, FormScript, FormHandout, FormScaffold}, l.Form) {
		v.fail(l.at, "form", "letter-form", with{"form": read.Clip(string(l.Form))})
	}
	if l.Form == FormEmail && l.Subject == "" {
		v.fail(l.at, "subject", "subject-missing", nil)
	}
	if strings.TrimSpace(l.Body) == "" {
		v.fail(l.at, "", "letter-empty", nil)
	}
	v.marks(l.at, l.Body)
	if l.Guide != l.Body {
		v.marks(l.at, l.Guide)
	}
	if l.Office != "" {
		v.id(l.at, "office", l.Office)
	}
	v.refer(l.at, "to", l.To, "contact", idsOf(v.c.Contacts, func(c Contact) string { return c.ID }))
	v.refersToFacts(l.at, "facts", l.Facts)
	v.readFirst(l.at, l.ReadFirst)
	if slices.Contains(ownForms, l.Form) && !slices.ContainsFunc(l.Slots, func(s Slot) bool { return s.Own && s.Required }) {
		v.fail(l.at, "slots", "letter-without-own-words", nil)
	}
	v.inEveryLanguage("letters", l.ID, l.at, func(lang string) bool { _, ok := v.c.Letter(l.ID, lang); return ok })
}

// inEveryLanguage reports a text that a language of the campaign lacks.
func (v *validator) inEveryLanguage(folder, id string, at place, has func(lang string) bool) {
	for _, lang := range v.c.Languages {
		if !has(lang) {
			v.fail(at, "", "file-missing", with{"folder": folder, "lang": lang, "id": id})
		}
	}
}

var slotPattern = pattern.New(`\{([^{}\n]*)\}`)

// slots checks that the slots a letter declares are those that it uses.
func (v letterRules) slots(l *Letter) {
	declared := idsOf(l.Slots, func(s Slot) string { return s.ID })
	used := map[string]bool{}
	for _, m := range slotPattern().FindAllStringSubmatch(l.Subject+"\n"+l.Body, -1) {
		if used[m[1]] || v.report.full() {
			continue
		}
		used[m[1]] = true
		if !slices.Contains(declared, m[1]) {
			values := unknown(m[1], declared)
			values["slot"] = values["name"]
			if near, ok := values["nearest"]; ok {
				values["nearest"] = fmt.Sprintf("{%s}", near)
			}
			v.fail(l.at, "slots", "slot-undeclared", values)
		}
	}
	for i, s := range l.Slots {
		at := l.at.In("slots").Index(i)
		if s.Label == "" {
			v.fail(at, "label", "slot-label-missing", nil)
		}
		v.recipient(at, &l.Slots[i])
		switch {
		case l.uses(s.ID):
		case !v.usesSlot(l.ID, s.ID):
			v.fail(at, "id", "slot-unused", with{"slot": read.Clip(s.ID)})
		case s.Required && s.From == "": // the sender would be asked for what goes nowhere
			v.fail(at, "required", "slot-required-unused", with{"slot": read.Clip(s.ID)})
		}
	}
}

// recipient checks that a slot says what of the recipient fills it.
func (v letterRules) recipient(at place, s *Slot) {
	if !slices.Contains([]From{"", FromName, FromLastName, FromOffice}, s.From) {
		v.fail(at, "from", "slot-from", with{"name": read.Clip(string(s.From))})
	}
	if !slices.Contains([]As{"", AsGreeting, AsInSentence}, s.As) {
		v.fail(at, "as", "slot-as", with{"name": read.Clip(string(s.As))})
	}
	switch {
	case s.From == FromOffice && len(s.Offices) == 0 && len(v.c.Offices.List) == 0:
		v.fail(at, "offices", "offices-missing", nil)
	case s.From != FromOffice && len(s.Offices) > 0:
		v.fail(at, "offices", "offices-unwanted", nil)
	case s.From != "" && s.Own:
		v.fail(at, "from", "slot-own-from", nil)
	}
	for i, o := range s.Offices {
		if o.Name == "" {
			v.fail(at.In("offices").Index(i), "name", "office-name-missing", nil)
		}
	}
}

// usesSlot reports whether a letter has the slot in any language: one may
// need a salutation where another does not.
func (v letterRules) usesSlot(letter, slot string) bool {
	return slices.ContainsFunc(v.c.Letters, func(l Letter) bool { return l.ID == letter && l.uses(slot) })
}

func (l *Letter) uses(slot string) bool {
	return strings.Contains(l.Subject+"\n"+l.Body, "{"+slot+"}")
}

// sameSlots checks that a letter asks for the same things in every language.
func (v letterRules) sameSlots(l *Letter) {
	first, ok := v.c.Letter(l.ID, v.c.Languages[0])
	if !ok || first.Lang == l.Lang {
		return
	}
	for _, s := range first.Slots {
		i := slices.IndexFunc(l.Slots, func(o Slot) bool { return o.ID == s.ID })
		switch {
		case i < 0:
			v.fail(l.at, "slots", "slot-missing", with{"slot": s.ID, "lang": first.Lang})
		case l.Slots[i].Required != s.Required || l.Slots[i].Own != s.Own:
			v.fail(l.at.In("slots").Index(i), "id", "slot-differs", with{"slot": s.ID, "lang": first.Lang})
		}
	}
	for i, s := range l.Slots {
		if !slices.ContainsFunc(first.Slots, func(o Slot) bool { return o.ID == s.ID }) {
			v.fail(l.at.In("slots").Index(i), "id", "slot-extra", with{"slot": read.Clip(s.ID), "lang": first.Lang})
		}
	}
}

func (v letterRules) pages() {
	for _, p := range v.c.Pages {
		if !v.speaks(p.Lang) {
			continue
		}
		v.id(p.at, "", p.ID)
		if p.Title == "" {
			v.fail(p.at, "title", "title-missing", nil)
		}
		v.marks(p.at, p.Body)
		v.refersToFacts(p.at, "facts", p.Facts)
		v.questions(&p)
		v.inEveryLanguage("pages", p.ID, p.at, func(lang string) bool { _, ok := v.c.Page(p.ID, lang); return ok })
	}
}

// mostMarks bounds what a paragraph has of the marks of emphasis, links and code:
// readers of Markdown compare them with each other.
const mostMarks = 1000

// marks refuses a paragraph of more marks than anybody writes.
func (v letterRules) marks(at place, body string) {
	for paragraph := range strings.SplitSeq(body, "\n\n") {
		n := 0
		for i := range len(paragraph) {
			if strings.IndexByte("*_[]`~<", paragraph[i]) >= 0 {
				n++
			}
		}
		if n > mostMarks {
			v.fail(at, "", "paragraph-marks", with{"n": n, "limit": mostMarks})
			return
		}
	}
}

// questions checks that a page asks the same in every language, in whole words.
func (v letterRules) questions(p *Page) {
	v.refer(p.at, "help", p.Help, "what-page", idsOf(v.c.Pages, func(p Page) string { return p.ID }))
	for i, q := range p.Questions {
		at := p.at.In("questions").Index(i)
		v.id(at, "id", q.ID)
		if q.Ask == "" || q.Yes == "" {
			v.fail(at, "", "question-words-missing", nil)
		}
	}
	first, ok := v.c.Page(p.ID, v.c.Languages[0])
	same := func(a, b Question) bool { return a.ID == b.ID && a.Quiet == b.Quiet }
	if ok && first.Lang != p.Lang && !slices.EqualFunc(first.Questions, p.Questions, same) {
		v.fail(p.at, "questions", "questions-differ", with{"lang": first.Lang})
	}
}
