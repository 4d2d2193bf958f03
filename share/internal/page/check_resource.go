package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

var telPattern = pattern.New(`^\+?[0-9]+([,;][0-9]+)*$`)

func (c *checker) resources() {
	c.look()
	if c.kit.Corrections != "" {
		c.link("Corrections", c.kit.Corrections)
	}
	for i, p := range c.kit.Phones {
		if !telPattern().MatchString(p.Tel) {
			c.fail("page-phone", fmt.Sprintf("Phones[%d].Tel", i), fault.Values{"phone": p.Tel})
		}
	}
	for i, l := range c.kit.Finders {
		c.link(fmt.Sprintf("Finders[%d].URL", i), l.URL)
	}
	for i, s := range c.kit.Steps {
		for _, l := range s.Links {
			c.link(fmt.Sprintf("Steps[%d].Links", i), l.URL)
		}
	}
	for i, a := range c.kit.Accounts {
		c.link(fmt.Sprintf("Accounts[%d].URL", i), a.URL)
	}
	for i, item := range c.kit.Items {
		at := fmt.Sprintf("Items[%d]", i)
		c.files(at, item.Files)
		c.language(at+".Lang", item.Lang)
		if item.Part != "" && !slices.Contains(itemParts, item.Part) {
			c.fail("page-id-unknown", at+".Part", fault.Values{"id": item.Part})
		}
		if len(item.Files) == 0 {
			c.fail("page-none", at+".Files", nil)
		}
	}
}

func (c *checker) files(field string, all []File) {
	for i, f := range all {
		c.keep(fmt.Sprintf("%s.Files[%d].Path", field, i), checkFile(f.Path))
	}
}

// unique refuses two things of a kind with one id.
func (c *checker) unique() {
	noTwice(c, "Languages", c.kit.Languages, func(l Language) string { return l.Tag })
	noTwice(c, "Topics", c.kit.Topics, func(t Topic) string { return t.ID })
	noTwice(c, "Formats", c.kit.Formats, func(f Format) string { return f.ID })
	noTwice(c, "Platforms", c.kit.Platforms, func(p Platform) string { return p.ID })
	noTwice(c, "Cards", c.kit.Cards, func(x Card) string { return x.ID })
	noTwice(c, "Letters", c.kit.Letters, func(l Letter) string { return l.ID })
	noTwice(c, "Pages", c.kit.Pages, func(p Page) string { return p.ID })
}

func noTwice[T any](c *checker, field string, all []T, idOf func(T) string) {
	seen := make(map[string]bool)
	for i, x := range all {
		id := idOf(x)
		at := fmt.Sprintf("%s[%d]", field, i)
		if field != "Languages" {
			c.id(at, id)
		}
		if seen[id] {
			c.fail("page-id-twice", at, fault.Values{"id": id})
		}
		seen[id] = true
	}
}

var slotPattern = pattern.New(`\{([^{}]+)\}`)

// letter wants every {slot} of every language to be a field, and every
// required field to have its place in the text.
func (c *checker) letter(l Letter, field string) {
	c.id(field+".ID", l.ID)
	if l.Section != "" && l.Section != SectionCall && l.Section != SectionWrite {
		known(c, field+".Section", l.Section, c.kit.Pages, func(p Page) string { return p.ID })
	}
	for i, f := range l.Fields {
		c.id(fmt.Sprintf("%s.Fields[%d].ID", field, i), f.ID)
	}
	noTwice(c, field+".Fields", l.Fields, func(f Field) string { return f.ID })
	for _, lang := range slices.Sorted(maps.Keys(l.Subject)) {
		c.slots(l, l.Subject[lang], field+".Subject["+lang+"]")
	}
	for _, lang := range slices.Sorted(maps.Keys(l.Body)) {
		at := field + ".Body[" + lang + "]"
		c.slots(l, l.Body[lang], at)
		c.places(l, l.Subject[lang]+l.Body[lang], at)
	}
}

func (c *checker) slots(l Letter, text, field string) {
	for _, m := range slotPattern().FindAllStringSubmatch(text, -1) {
		known(c, field, m[1], l.Fields, func(f Field) string { return f.ID })
	}
	c.keep(field, checkBraces(text))
}

// CheckSlots refuses a letter's text with a brace that belongs to no {slot}.
func CheckSlots(text string) error {
	if err := checkBraces(text); err != nil {
		return &FieldError{err.Within("text")}
	}
	return nil
}

func checkBraces(text string) *FieldError {
	if strings.ContainsAny(slotPattern().ReplaceAllString(text, ""), "{}") {
		return fieldError("page-brace", "", nil)
	}
	return nil
}

func (c *checker) places(l Letter, text, field string) {
	for _, f := range l.Fields {
		if f.Required && !strings.Contains(text, "{"+f.ID+"}") {
			c.fail("page-no-place", field, fault.Values{"id": f.ID})
		}
	}
}
