package graphic

import (
	"cmp"
	"embed"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Words are the few words of one language that a card needs beside its own:
// for its alt text what charts, codes and blank lines are called. Quotation marks
// are those of CLDR unless "quote_open" and "quote_close" are given. Each is in
// the syntax of [fault.Format], so that a number can choose its plural form:
//
//	graphic.Words{"people": "{n, plural, one {Campo de # barra} other {Campo de # barras}}", …}
//
// [WordsOf] English lists all names. Nil Words are safe to use; like any map,
// Words are safe for concurrent use as long as nobody changes them.
type Words map[string]string

//go:embed languages/*.json
var languageFiles embed.FS

// languages are the embedded words by base language: "en".
var languages = sync.OnceValue(func() map[string]Words {
	all := make(map[string]Words)
	entries, err := languageFiles.ReadDir("languages")
	for _, e := range entries {
		var data []byte
		var w Words
		if data, err = languageFiles.ReadFile("languages/" + e.Name()); err == nil {
			err = json.Unmarshal(data, &w)
		}
		all[strings.TrimSuffix(e.Name(), ".json")] = w
	}
	if err != nil {
		panic("graphic: embedded languages: " + err.Error()) // a build that cannot describe
	}
	return all
})

// WordsOf returns a copy of the words that this package has for a language:
// those of English, Spanish and Arabic, English also for [language.Und]. It
// returns nil for any other.
func WordsOf(tag language.Tag) Words {
	base, _ := tag.Base()
	return maps.Clone(languages()[base.String()])
}

// check refuses names that mean nothing and words that lack a value.
func (w Words) check() *FieldError {
	english := languages()["en"]
	for _, name := range slices.Sorted(maps.Keys(w)) {
		said, ok := english[name]
		if !ok && name != quoteOpen && name != quoteClose {
			return refuse("alt-word-unknown", "Options.Words", fault.Values{"word": name})
		}
		for _, value := range fault.Names(said) {
			if !slices.Contains(fault.Names(w[name]), value) {
				return refuse("alt-word-value", "Options.Words", fault.Values{"word": name, "value": value})
			}
		}
	}
	return nil
}

// A tongue says what a card shows in the card's language. It is safe for
// concurrent use.
type tongue struct {
	lang  language.Tag
	own   Words
	lacks func(name string) // told of a word that there is not; may be nil
}

// say fills a word with its values.
func (t *tongue) say(name string, values fault.Values) string {
	word := t.own[name]
	if word == "" {
		base, _ := t.lang.Base()
		word = languages()[base.String()][name]
	}
	if word == "" && t.lacks != nil {
		t.lacks(name)
	}
	return fault.Format(word, t.lang, values, fault.InEnglish)
}

// quoted puts quotation marks around verbatim words: the caller's, or those
// that CLDR has for the language.
func (t *tongue) quoted(s string) string {
	q := text.QuotesOf(t.lang)
	return cmp.Or(t.own[quoteOpen], q.Open) + s + cmp.Or(t.own[quoteClose], q.Close)
}

// The words that no language needs: CLDR has them.
const (
	quoteOpen  = "quote_open"
	quoteClose = "quote_close"
)

// speaks refuses a card that needs a word which its language lacks: words of
// another language would stand among its own.
func (t *tongue) speaks(c *Card) error {
	if err := t.own.check(); err != nil {
		return err
	}
	missing := ""
	asked := tongue{lang: t.lang, own: t.own, lacks: func(name string) {
		if missing == "" {
			missing = name
		}
	}}
	for _, b := range c.Blocks {
		b.describe(&asked)
	}
	if c.Action.URL != "" {
		asked.say("code", nil)
	}
	if missing != "" {
		return refuse("alt-word-missing", "Options.Words", fault.Values{"word": missing, "lang": t.lang})
	}
	return nil
}

// leads says where the code of an action leads, "" where it has none or dials the
// number that the action prints.
func (t *tongue) leads(a *Action) string {
	if to := a.address(); to != "" && to != a.Phone {
		return t.say("code", fault.Values{"address": to})
	}
	return ""
}
