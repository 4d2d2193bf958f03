package main

import (
	"embed"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/say"
)

// Everything that a user of the command reads stands in these files.
//
//go:embed messages help
var texts embed.FS

// A tongue is one language of the command. Its files are read when their words
// are first needed.
type tongue struct {
	lang  string
	words func() *say.Catalogue  // messages, and those of the libraries
	pages func() map[string]page // of help, by verb
	own   func() fault.Rules     // messages alone
}

// A page is the help of a verb. The page "every" has flags of several verbs.
type page struct {
	Use, Short, Long, Example string
	Flags                     map[string]string
}

// tongues are the languages of the command, the first for all others.
var tongues = []*tongue{newTongue("en"), newTongue("es")}

func newTongue(lang string) *tongue {
	t := &tongue{lang: lang}
	t.own = sync.OnceValue(func() fault.Rules {
		rules, err := say.Read(texts, "messages/"+lang+".yaml")
		if err != nil {
			panic(err) // a test reads it
		}
		return rules
	})
	t.words = sync.OnceValue(func() *say.Catalogue { return say.For(language.Make(lang)).With(t.own()) })
	t.pages = sync.OnceValue(func() (pages map[string]page) {
		data, err := texts.ReadFile("help/" + lang + ".yaml")
		if err == nil {
			err = yaml.UnmarshalWithOptions(data, &pages, yaml.Strict())
		}
		if err != nil {
			panic(err) // a test reads it
		}
		return pages
	})
	return t
}

// tongueFor is that of a locale such as es_SV.UTF-8.
func tongueFor(locale string) *tongue {
	for _, t := range tongues {
		if strings.HasPrefix(strings.ToLower(locale), t.lang) {
			return t
		}
	}
	return tongues[0]
}

func tongueNames() (names []string) {
	for _, t := range tongues {
		names = append(names, t.lang)
	}
	return names
}

// text is a message of the command.
func (a *app) text(name string, values with) string { return a.tongue.words().Message(name, values) }

// named is what a library calls by a name, in the user's language if there is
// a message kind-name.
func (a *app) named(kind, name string) string {
	if s := a.text(kind+"-"+slug(name), nil); s != "" {
		return s
	}
	return name
}

// page is the help of a verb.
func (a *app) page(verb string) page { return a.tongue.pages()[verb] }

// flagHelp is what a verb's flag does.
func (a *app) flagHelp(verb, flag string) string {
	for _, page := range []string{verb, "every", "sharekit"} {
		if s := a.page(page).Flags[flag]; s != "" {
			return s
		}
	}
	return ""
}
