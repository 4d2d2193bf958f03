package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// manyNames is how many names an error lists in full.
const manyNames = 24

// otherNames are what people call what has another name here.
var otherNames = map[string]string{
	"twitter": "x", "tweet": "x", "bsky": "bluesky", "masto": "mastodon", "fediverse": "mastodon", "fb": "facebook", "meta": "facebook",
	"ig": "instagram", "insta": "instagram", "in": "linkedin", "li": "linkedin", "tt": "tiktok", "yt": "youtube", "wa": "whatsapp",
	"tg": "telegram", "snap": "snapchat", "pins": "pinterest", "text": "sms", "mail": "email", "correo": "email", "todas": all, "every": all,
	"english": "en", "inglés": "en", "ingles": "en", "spanish": "es", "español": "es", "espanol": "es", "castellano": "es",
	"vertical": "story", "reel": "story", "landscape": "wide", "preview": "og", "banner": "email", "cuadrado": "square", "historia": "story", "carta": "letter",
	"print": "letter", "poster": "tabloid", "cartel": "tabloid", "bw": "photocopy", "black-and-white": "photocopy",
	"jpeg": "jpg", "image": "png", "picture": "png", "vector": "svg", "word": "txt", "doc": "txt", "docx": "txt", "outlook": "eml",
	"language": "lang", "languages": "lang", "idioma": "lang", "output": "out", "folder": "campaign", "path": "campaign",
	"1080x1350": "portrait", "1080x1080": "square", "1080x1920": "story", "1600x900": "wide", "1200x630": "og", "instagram": "portrait", "status": "story",
	"fact": "facts", "datos": "facts", "formatos": "formats", "temas": "themes", "plataformas": "platforms", "idiomas": "languages", "cartas": "letters",
	"hilos": "threads",
}

// meant is the name that was probably meant, or "".
func meant(name string, have []string) string {
	name = strings.ToLower(strings.TrimLeft(name, "@#-"))
	if slices.Contains(have, name) {
		return name
	}
	if other := otherNames[name]; slices.Contains(have, other) {
		return other
	}
	return fault.Nearest(name, have)
}

// choice says that there is no such name and which there are. A kind has a
// message kind-name.
func (a *app) choice(kind, name string, have []string) *refusal {
	values := with{"kind": a.text("kind-"+kind, nil), "name": name, "have": have}
	if values["near"] = meant(name, have); values["near"] != "" {
		return refuse(usage, "no-such-near", values)
	}
	if len(have) > 0 && len(have) <= manyNames {
		return refuse(usage, "no-such-among", values)
	}
	return refuse(usage, "no-such", values)
}

// completes lets the shell complete the values of a flag.
func completes(c *cobra.Command, flag string, names func() []string) {
	c.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return names(), cobra.ShellCompDirectiveNoFileComp
	})
}

// completesArg lets the shell complete the first argument.
func completesArg(c *cobra.Command, files cobra.ShellCompDirective, names func() []string) {
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return names(), files
	}
}

// language is one of a campaign's, its first for "".
func (a *app) language(c *campaign.Campaign, lang string) (string, error) {
	switch {
	case lang == "":
		return c.Languages[0], nil
	case !slices.Contains(c.Languages, lang):
		return "", a.choice("language", lang, c.Languages)
	}
	return lang, nil
}

// languages are some of a campaign's, each once.
func (a *app) languages(c *campaign.Campaign, chosen []string) ([]string, error) {
	for _, lang := range chosen {
		if _, err := a.language(c, lang); err != nil {
			return nil, err
		}
	}
	return once(chosen), nil
}

// tag reads the language of a text of one's own.
func tag(lang string) (language.Tag, error) {
	t, err := language.Parse(lang)
	if lang != "" && err != nil {
		return t, refuse(usage, "value-language", with{"value": lang}).in("--lang")
	}
	return t, nil
}

// leads refuses a flag's link that no reader should be led to.
func leads(flag, link string, schemes ...string) error {
	var refused *campaign.LinkError
	if errors.As(campaign.CheckLink(link, schemes...), &refused) {
		return &refusal{refused.About(flag), problems}
	}
	return nil
}

// names are what a list of things is called.
func names[T any](all []T, name func(T) string) []string {
	out := make([]string, len(all))
	for i, v := range all {
		out[i] = name(v)
	}
	return out
}

func factIDs(c *campaign.Campaign) []string {
	return names(c.Facts, func(f campaign.Fact) string { return f.ID })
}

func (a *app) fact(c *campaign.Campaign, id string) (campaign.Fact, error) {
	f, ok := c.Fact(id)
	if !ok {
		return f, a.choice("fact", id, factIDs(c))
	}
	return f, nil
}

// formats are those of screens, then those of paper.
func formats() []graphic.Format { return append(graphic.Formats(), graphic.PrintFormats()...) }

func formatNames() []string {
	return names(formats(), func(f graphic.Format) string { return f.Name })
}

// format finds a format; "" is the zero one.
func (a *app) format(name string) (graphic.Format, error) {
	f, ok := graphic.LookupFormat(name)
	if !ok && name != "" {
		return f, a.choice("format", name, formatNames())
	}
	return f, nil
}

func themeNames() []string {
	return names(graphic.Themes(), func(t graphic.Theme) string { return t.Name })
}

// theme finds a theme, or reads the file of one; "" is the zero one.
func (a *app) theme(name string) (graphic.Theme, error) {
	if extension(name) == "json" {
		return graphic.LoadTheme(os.DirFS(filepath.Dir(name)), filepath.Base(name))
	}
	t, ok := graphic.LookupTheme(name)
	if !ok && name != "" {
		return t, a.choice("theme", name, themeNames())
	}
	return t, nil
}

// all names every platform.
const all = "all"

func platformIDs() []string {
	return names(hashtag.Platforms(), func(p hashtag.Platform) string { return p.ID })
}

func (a *app) platform(id string) (hashtag.Platform, error) {
	p, ok := hashtag.Lookup(strings.ToLower(id))
	if !ok {
		return p, a.choice("platform", id, append(platformIDs(), all))
	}
	return p, nil
}

func (a *app) platforms(ids []string) ([]hashtag.Platform, error) {
	if slices.Contains(ids, all) {
		return hashtag.Platforms(), nil
	}
	var ps []hashtag.Platform
	for _, id := range once(ids) {
		p, err := a.platform(id)
		if err != nil {
			return nil, err
		}
		ps = append(ps, p)
	}
	return ps, nil
}

// once leaves out names that were given before.
func once(names []string) (out []string) {
	for _, n := range names {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// tags reads hashtags with or without their sign.
func tags(names []string) ([]hashtag.Tag, error) {
	var out []hashtag.Tag
	for _, n := range names {
		t, err := hashtag.ParseTag(n)
		if err != nil {
			return nil, refuse(usage, "at", with{"place": "--tag", "cause": err})
		}
		out = append(out, t)
	}
	return out, nil
}

// fileType is what a picture, code or letter is written as: what --type says,
// else the file's extension, else the usual.
func (a *app) fileType(given, file, usual string, have ...string) (string, error) {
	kind := strings.ToLower(given)
	if kind == "" && file != "-" {
		kind = extension(file)
	}
	switch {
	case kind == "":
		return usual, nil
	case kind == "jpeg":
		kind = "jpg"
	}
	if !slices.Contains(have, kind) {
		return "", a.choice("type", kind, have)
	}
	return kind, nil
}

// extension is a file's, without the dot and in small letters.
func extension(name string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
}
