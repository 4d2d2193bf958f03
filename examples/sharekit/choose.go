package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// nearest is the name that was probably meant, or "". The measure is the one
// by which cobra compares verbs.
func nearest(s string, names []string) string {
	c := &cobra.Command{}
	for _, n := range names {
		c.AddCommand(&cobra.Command{Use: n, Run: func(*cobra.Command, []string) {}})
	}
	for d := 1; d <= max(min(2, len(s)-1), len(s)/3); d++ {
		c.SuggestionsMinimumDistance = d
		for _, near := range c.SuggestionsFor(s) {
			if d == 1 || len(s) > 4 || near[0] == s[0] { // short names are all alike
				return near
			}
		}
	}
	return ""
}

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
	"fact": "facts", "datos": "facts", "formatos": "formats", "temas": "themes", "plataformas": "platforms", "idiomas": "languages", "cartas": "letters", "hilos": "threads",
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
	return nearest(name, have)
}

// choice says that there is no such name and which there are.
func (a *app) choice(kind, name string, have []string) error {
	err := fmt.Errorf(a.say.NoSuch, kind, name)
	if near := meant(name, have); near != "" {
		return &usageError{fmt.Errorf(a.say.DidYouMean, err, near), ""}
	}
	if len(have) > 0 && len(have) <= manyNames {
		return &usageError{fmt.Errorf(a.say.ChooseFrom, err, strings.Join(have, ", ")), ""}
	}
	return &usageError{err, a.say.HintList}
}

// campaignFlag adds the flag that chooses the campaign.
func (a *app) campaignFlag(c *cobra.Command, dir *string) {
	c.Flags().StringVar(dir, "campaign", "", a.say.Flag.Campaign)
	c.MarkFlagDirname("campaign")
}

// langFlag adds the flag that chooses one of the campaign's languages.
func (a *app) langFlag(c *cobra.Command, lang, dir *string) {
	c.Flags().StringVar(lang, "lang", "", a.say.Flag.OneLang)
	completes(c, "lang", func() []string { return quietly(*dir).Languages })
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

// quietly is a campaign to complete from; an empty one if it cannot be read.
func quietly(dir string) *campaign.Campaign {
	if c, err := readCampaign(dir); err == nil {
		return c
	}
	return &campaign.Campaign{}
}

func (a *app) language(c *campaign.Campaign, lang string) (string, error) {
	switch {
	case lang == "":
		return c.Languages[0], nil
	case !slices.Contains(c.Languages, lang):
		return "", a.choice(a.say.Language, lang, c.Languages)
	}
	return lang, nil
}

func factIDs(c *campaign.Campaign) []string {
	ids := make([]string, len(c.Facts))
	for i, f := range c.Facts {
		ids[i] = f.ID
	}
	return ids
}

func (a *app) fact(c *campaign.Campaign, id string) (campaign.Fact, error) {
	f, ok := c.Fact(id)
	if !ok {
		return f, a.choice(a.say.Fact, id, factIDs(c))
	}
	return f, nil
}

// formats are those of screens, then those of paper.
func formats() []graphic.Format {
	return append(graphic.Formats(), graphic.PrintFormats()...)
}

func formatNames() (names []string) {
	for _, f := range formats() {
		names = append(names, f.Name)
	}
	return names
}

// format finds a format; "" is the zero one.
func (a *app) format(name string) (graphic.Format, error) {
	f, ok := graphic.FormatByName(name)
	if !ok && name != "" {
		return f, a.choice(a.say.Format, name, formatNames())
	}
	return f, nil
}

func themeNames() (names []string) {
	for _, t := range graphic.Themes() {
		names = append(names, t.Name)
	}
	return names
}

// theme finds a theme; "" is the zero one.
func (a *app) theme(name string) (graphic.Theme, error) {
	t, ok := graphic.ThemeByName(name)
	if !ok && name != "" {
		return t, a.choice(a.say.Theme, name, themeNames())
	}
	return t, nil
}

func platformIDs() (ids []string) {
	for _, p := range hashtag.Platforms() {
		ids = append(ids, p.ID)
	}
	return ids
}

func (a *app) platform(id string) (hashtag.Platform, error) {
	p, ok := hashtag.Lookup(strings.ToLower(id))
	if !ok {
		return p, a.choice(a.say.Platform, id, append(platformIDs(), all))
	}
	return p, nil
}

// all names every platform.
const all = "all"

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
			return nil, &usageError{error: &placeError{"--tag", err}}
		}
		out = append(out, t)
	}
	return out, nil
}

// extension is a file's, without the dot and in small letters.
func extension(name string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
}
