package cli

import (
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/examples/sharekit/help"
	"github.com/shutdowncecot/toolkit/examples/sharekit/messages"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/say"
)

// A Tongue is one language of the command. Its files are read when their words
// are first needed.
type Tongue struct {
	Lang  string
	Words func() *say.Catalogue  // messages, and those of the libraries
	Pages func() map[string]Page // of help, by verb
	Own   func() fault.Rules     // messages alone
}

// A Page is the help of a verb. The page "every" has flags of several verbs.
type Page struct {
	Use, Short, Long, Example string
	Flags                     map[string]string
}

// tongues are the languages of the command, the first for all others.
var tongues = []*Tongue{newTongue("en"), newTongue("es")}

func newTongue(lang string) *Tongue {
	t := &Tongue{Lang: lang}
	t.Own = sync.OnceValue(func() fault.Rules {
		rules, err := say.Read(messages.Files, lang+".yaml")
		if err != nil {
			panic(err) // a test reads it
		}
		return rules
	})
	t.Words = sync.OnceValue(func() *say.Catalogue { return say.For(language.Make(lang)).With(t.Own()) })
	t.Pages = sync.OnceValue(func() (pages map[string]Page) {
		data, err := help.Files.ReadFile(lang + ".yaml")
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

// Tongues are the languages of the command, the first for all others. The slice
// is the caller's own.
func Tongues() []*Tongue { return slices.Clone(tongues) }

// tongueFor returns the language of a locale such as es_SV.UTF-8.
func tongueFor(locale string) *Tongue {
	for _, t := range tongues {
		if strings.HasPrefix(strings.ToLower(locale), t.Lang) {
			return t
		}
	}
	return tongues[0]
}

func tongueNames() (names []string) {
	for _, t := range tongues {
		names = append(names, t.Lang)
	}
	return names
}

// Text is a message of the command.
func (a *App) Text(name string, values With) string { return a.Tongue.Words().Message(name, values) }

// Named is what a library calls by a name, in the user's language if there is
// a message kind-name.
func (a *App) Named(kind, name string) string {
	if s := a.Text(kind+"-"+Slug(name), nil); s != "" {
		return s
	}
	return name
}

// Page is the help of a verb.
func (a *App) Page(verb string) Page { return a.Tongue.Pages()[verb] }

// FlagHelp is what a verb's flag does.
func (a *App) FlagHelp(verb, flag string) string {
	for _, page := range []string{verb, "every", "sharekit"} {
		if s := a.Page(page).Flags[flag]; s != "" {
			return s
		}
	}
	return ""
}
