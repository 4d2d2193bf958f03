package page

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

var idPattern = pattern.New(`^[a-z0-9-]+$`)

// reserved are the ids of the page's own parts, and below them the beginnings
// of those made from other ids.
var (
	reserved = []string{
		"start", "what", "gate", "kept", "who", "calling", "calls",
		"quick", "share", "carousel", "make", "edit", "event", "photo", "studio", "act", "call", "write", "more", "item",
		"pictures",
		"steps", "pages", "print", "events", "more-pictures", "carousels", "video", "qr", "zips", "tags", "updates", "sources", "files", "data", "main",
		"search", "topics", "also", "old", "count", "none", "show-more", "notice", "picture", "sizes", "platforms",
		"both", "save", "own", "another", "post", "counter", "alt", "open", "stopped", "correct",
		"correction", "new-card", "share-both", "post-langs", "where-file", "checked-line", "outdated", "verdict",
	}
	reservedPrefixes = []string{
		"card-", "fact-", "group-", "px-", "letter-", "text-", "name-", "needed-", "said-", "page-", "tag-", "tags-",
		"l-", "item-", "can-", "by-", "open-", "nth-", "start-", "topic-", "stop-", "notice-", "own-", "nav-", "kept-", "studio-", "edit-",
		"event-", "who-", "calling-", "calls-", "people-", "gate-", "old-", "other-", "carousel-", "more-p", "save-", "alt-",
	}
)

// anchor is the id of a Page in the document: its own, if the page has no part
// of that name.
func anchor(id string) string {
	taken := slices.Contains(reserved, id) ||
		slices.ContainsFunc(reservedPrefixes, func(p string) bool { return strings.HasPrefix(id, p) })
	if taken {
		return "page-" + id
	}
	return id
}

// check refuses a kit that cannot be shown whole and harmless.
func (k *Kit) check() error {
	c := &checker{kit: k}
	c.texts(reflect.ValueOf(k).Elem(), "")
	c.head()
	for i, card := range k.Cards {
		c.card(card, fmt.Sprintf("Cards[%d]", i))
	}
	for i, p := range k.Platforms {
		c.platform(p, fmt.Sprintf("Platforms[%d]", i))
	}
	for i, l := range k.Letters {
		c.letter(l, fmt.Sprintf("Letters[%d]", i))
	}
	c.people()
	c.resources()
	c.unique()
	return c.err
}

// A checker keeps the first error.
type checker struct {
	kit *Kit
	err error
}

func (c *checker) fail(rule, field string, values fault.Values) {
	if c.err == nil {
		c.err = fieldError(rule, field, values)
	}
}

// keep keeps an error of a part that lies in a field.
func (c *checker) keep(field string, err *FieldError) {
	if err != nil && c.err == nil {
		c.err = &FieldError{err.Within(field)}
	}
}

func (c *checker) id(field, id string) {
	if !idPattern().MatchString(id) {
		c.fail("page-id", field, fault.Values{"id": id})
	}
}

func (c *checker) link(field, address string) {
	c.keep(field, checkLink(address))
}

func (c *checker) date(field, iso string) {
	if _, err := time.Parse(time.DateOnly, iso); err != nil {
		c.fail("page-date", field, fault.Values{"date": iso})
	}
}

// known reports a reference to an id that is not there. Empty refers to none.
func known[T any](c *checker, field, id string, all []T, idOf func(T) string) {
	if id != "" && !slices.ContainsFunc(all, func(x T) bool { return idOf(x) == id }) {
		c.fail("page-id-unknown", field, fault.Values{"id": id})
	}
}

func (c *checker) language(field, tag string) {
	known(c, field, tag, c.kit.Languages, func(l Language) string { return l.Tag })
}

func (c *checker) head() {
	if c.kit.Tag == "" {
		c.fail("page-empty", "Tag", nil)
	}
	if len(c.kit.Languages) == 0 {
		c.fail("page-none", "Languages", nil)
	}
	for i, l := range c.kit.Languages {
		field := fmt.Sprintf("Languages[%d]", i)
		if !languagePattern().MatchString(l.Tag) {
			c.fail("page-language", field, fault.Values{"tag": l.Tag})
		}
	}
	c.date("AsOf", c.kit.AsOf)
	for i, q := range c.kit.Gate.Questions {
		c.id(fmt.Sprintf("Gate.Questions[%d].ID", i), q.ID)
	}
	isCard := func(x Card) string { return x.ID }
	known(c, "Hero.Card", c.kit.Hero.Card, c.kit.Cards, isCard)
	for i, id := range c.kit.What.Cards {
		known(c, fmt.Sprintf("What.Cards[%d]", i), id, c.kit.Cards, isCard)
	}
	for i, change := range c.kit.Changes {
		field := fmt.Sprintf("Changes[%d]", i)
		c.date(field+".Date", change.Date)
		known(c, field+".Card", change.Card, c.kit.Cards, isCard)
	}
}

var languagePattern = pattern.New(`^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$`)

// texts walks every string of a value: UTF-8 without characters that cannot be
// seen or turn the direction of text, with which a name or an address can be
// made to read as another.
func (c *checker) texts(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.String:
		c.keep(strings.TrimPrefix(field, "."), checkText(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			c.texts(v.Field(i), field+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			c.texts(v.Index(i), fmt.Sprintf("%s[%d]", field, i))
		}
	case reflect.Map:
		for _, key := range sortedKeys(v) {
			c.texts(v.MapIndex(key), fmt.Sprintf("%s[%s]", field, key.String()))
		}
	}
}

func sortedKeys(v reflect.Value) []reflect.Value {
	return slices.SortedFunc(slices.Values(v.MapKeys()), func(a, b reflect.Value) int {
		return strings.Compare(a.String(), b.String())
	})
}

func checkText(s string) *FieldError {
	if !utf8.ValidString(s) {
		return fieldError("page-encoding", "", nil)
	}
	r, _, found := runes.Words.Find(s)
	values := fault.Values{"character": fmt.Sprintf("%U", r)}
	switch {
	case !found:
		return nil
	case runes.Directional(r):
		return fieldError("page-direction", "", values)
	}
	return fieldError("page-unseen", "", values)
}
