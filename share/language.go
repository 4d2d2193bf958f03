package share

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// A language that nobody built in is a file of a campaign, strings/LANG.yaml.
// Its labels are those of cards, posts and pages and, beside them, the words
// of alt texts and of the start page: "alt.bars" and "page.tab_share".
const (
	altLabels  = "alt."
	pageLabels = "page."
)

// labelled are the labels that begin with a prefix, without it.
func labelled(say campaign.Strings, prefix string) map[string]string {
	all := make(map[string]string)
	for key, word := range say.Labels {
		if own, ok := strings.CutPrefix(key, prefix); ok {
			all[own] = word
		}
	}
	return all
}

// nameOf is what a language calls itself, as a heading: "Español".
func nameOf(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return lang
	}
	if name := display.Self.Name(tag); name != "" {
		return capital(name)
	}
	return lang
}

// options are those of a card in one language: the kit's fonts, and the
// campaign's own words for alt texts.
func (p *plan) options(lang language.Tag, o graphic.Options) *graphic.Options {
	o.Fonts = p.fonts
	o.Words = AltWords(p.campaign, lang)
	return &o
}

// AltWords are the words of alt texts that a campaign's strings/LANG.yaml has of
// its own, "alt.bars" by the name "bars", for a card of [graphic.New] in a
// language of which graphic has none.
func AltWords(c *campaign.Campaign, lang language.Tag) graphic.Words {
	return labelled(orEmpty(c).Strings(lang.String()), altLabels)
}

// CheckWords returns a *PageError that names the labels which a campaign's
// strings/LANG.yaml lacks to say everything in a language, or nil: words of
// alt texts, "alt.bars", without which a card that needs one is refused, and
// words of the start page, "page.tab_share", which then stand there in English
// and are marked as such. It is safe for concurrent use as long as nobody
// changes the campaign.
func CheckWords(c *campaign.Campaign, lang string) error {
	say := orEmpty(c).Strings(lang)
	missing := lacking(say, altLabels, graphic.WordsOf(language.English), graphic.WordsOf(language.Make(lang)))
	missing = append(missing, lacking(say, pageLabels, page.Words("en"), page.Words(lang))...)
	if missing == nil {
		return nil
	}
	values := fault.Values{"labels": missing, "n": len(missing)}
	return &PageError{page.Rules().New("page-words-missing", "labels", values), stringsFile(lang)}
}

// lacking are the names of words that are neither labels nor built in.
func lacking(say campaign.Strings, prefix string, all, builtIn map[string]string) (names []string) {
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if say.Label(prefix+name) == "" && builtIn[name] == "" {
			names = append(names, prefix+name)
		}
	}
	return names
}

// stringsFile is the campaign's file of a language's words.
func stringsFile(lang string) string { return "strings/" + lang + ".yaml" }
