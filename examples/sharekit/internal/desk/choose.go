package desk

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/choices"
)

// Language is one of a campaign's, its first for "".
func (a *Desk) Language(c *campaign.Campaign, lang string) (string, error) {
	switch {
	case lang == "":
		return c.Languages[0], nil
	case !slices.Contains(c.Languages, lang):
		return "", a.Choice("language", lang, c.Languages)
	}
	return lang, nil
}

// Languages are some of a campaign's, each once.
func (a *Desk) Languages(c *campaign.Campaign, chosen []string) ([]string, error) {
	for _, lang := range chosen {
		if _, err := a.Language(c, lang); err != nil {
			return nil, err
		}
	}
	return cli.Once(chosen), nil
}

// Tag reads the language of a text of one's own.
func Tag(lang string) (language.Tag, error) {
	t, err := language.Parse(lang)
	if lang != "" && err != nil {
		return t, cli.Refuse(cli.Usage, "value-language", cli.With{"value": lang}).In("--lang")
	}
	return t, nil
}

// Leads refuses a flag's link that no reader should be led to.
func Leads(flag, link string, schemes ...string) error {
	var refused *campaign.LinkError
	if errors.As(campaign.CheckLink(link, schemes...), &refused) {
		return cli.Because(refused.About(flag))
	}
	return nil
}

// FactIDs are the ids of a campaign's facts.
func FactIDs(c *campaign.Campaign) []string { return choices.IDs("facts", c, "") }

// ThreadIDs are the ids of a campaign's threads.
func ThreadIDs(c *campaign.Campaign) []string { return choices.IDs("threads", c, "") }

// LetterIDs are the ids of a campaign's letters in its first language.
func LetterIDs(c *campaign.Campaign) []string {
	return choices.IDs("letters", c, strings.Join(c.Languages[:min(1, len(c.Languages))], ""))
}

// ReelIDs are what a video can be made of: the campaign's reels and its facts.
func ReelIDs(c *campaign.Campaign) []string {
	return append(cli.Names(c.Reels, func(r campaign.Reel) string { return r.ID }), FactIDs(c)...)
}

// Fact finds a fact.
func (a *Desk) Fact(c *campaign.Campaign, id string) (campaign.Fact, error) {
	f, ok := c.Fact(id)
	if !ok {
		return f, a.Choice("fact", id, FactIDs(c))
	}
	return f, nil
}

// FormatNames lists the formats of screens, then those of paper.
func FormatNames() []string {
	return cli.Names(choices.Formats(), func(f graphic.Format) string { return f.Name })
}

// Format finds a format; "" is the zero one.
func (a *Desk) Format(name string) (graphic.Format, error) {
	f, ok := graphic.LookupFormat(name)
	if !ok && name != "" {
		return f, a.Choice("format", name, FormatNames())
	}
	return f, nil
}

// Formats finds several formats, each once.
func (a *Desk) Formats(names []string) (all []graphic.Format, err error) {
	for _, name := range cli.Once(names) {
		f, err := a.Format(name)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	return all, nil
}

// ThemeNames are the ids of the built-in themes.
func ThemeNames() []string { return graphic.ThemeNames() }

// Theme finds a theme, or reads the file of one; "" is the zero one.
func (a *Desk) Theme(name string) (graphic.Theme, error) {
	if cli.Extension(name) == "json" {
		return graphic.LoadTheme(os.DirFS(filepath.Dir(name)), filepath.Base(name))
	}
	t, ok := graphic.LookupTheme(name)
	if !ok && name != "" {
		return t, a.Choice("theme", name, ThemeNames())
	}
	return t, nil
}

// All names every platform.
const All = "all"

// PlatformIDs lists the ids of all platforms.
func PlatformIDs() []string {
	return cli.Names(hashtag.Platforms(), func(p hashtag.Platform) string { return p.ID })
}

// Platform finds a platform by its id.
func (a *Desk) Platform(id string) (hashtag.Platform, error) {
	p, ok := hashtag.Lookup(strings.ToLower(id))
	if !ok {
		return p, a.Choice("platform", id, append(PlatformIDs(), All))
	}
	return p, nil
}

// Platforms finds several platforms, each once, or all.
func (a *Desk) Platforms(ids []string) ([]hashtag.Platform, error) {
	if slices.Contains(ids, All) {
		return hashtag.Platforms(), nil
	}
	var ps []hashtag.Platform
	for _, id := range cli.Once(ids) {
		p, err := a.Platform(id)
		if err != nil {
			return nil, err
		}
		ps = append(ps, p)
	}
	return ps, nil
}

// Tags reads hashtags with or without their sign.
func Tags(names []string) ([]hashtag.Tag, error) {
	var out []hashtag.Tag
	for _, n := range names {
		t, err := hashtag.ParseTag(n)
		if err != nil {
			return nil, cli.Refuse(cli.Usage, "at", cli.With{"place": "--tag", "cause": err})
		}
		out = append(out, t)
	}
	return out, nil
}

// forLanguage is how the words for one language begin.
var forLanguage = regexp.MustCompile(`^([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)=`)

// Texts reads "es=palabras" for one language, or words for all of them.
func (a *Desk) Texts(c *campaign.Campaign, flag string, values []string) (campaign.Text, error) {
	t := campaign.Text{}
	for _, v := range values {
		lang := ""
		if m := forLanguage.FindStringSubmatch(v); m != nil {
			lang, v = m[1], v[len(m[0]):]
			if !slices.Contains(c.Languages, lang) {
				return nil, a.Choice("language", lang, c.Languages).In(flag)
			}
		}
		t[lang] = v
	}
	return t, nil
}

// OwnPost is a post of the flags, still without its text.
func OwnPost(link, lang string, tagged []string) (p hashtag.Post, err error) {
	p.Link = link
	if p.Lang, err = Tag(lang); err != nil {
		return p, err
	}
	if p.Tags, err = Tags(tagged); err != nil || link == "" {
		return p, err
	}
	return p, Leads("--link", link)
}
