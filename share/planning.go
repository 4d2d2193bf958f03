package share

import (
	"slices"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/sign"
)

func newPlan(c *campaign.Campaign, opt *Options) (*plan, error) {
	c = orEmpty(c)
	p := &plan{
		campaign: c, cache: cache{opt.Cache}, asOf: opt.AsOf, langs: opt.Languages, formats: opt.Formats, fonts: opt.Fonts, lent: opt.Fonts != nil, part: opt.Part,
		studio: opt.Studio, filmless: opt.WithoutVideos, marks: opt.CropMarks,
		key: opt.Key,
	}
	if p.asOf.IsZero() {
		p.asOf = c.AsOf.Last()
	}
	y, m, d := p.asOf.Date()
	p.asOf = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if len(p.langs) == 0 {
		p.langs = c.Languages
	}
	if len(p.formats) == 0 {
		p.formats = graphic.Formats()[:5]
	}
	if err := (proof{p}).checkChoice(); err != nil {
		return nil, err
	}
	p.publish()
	var err error
	if p.ffmpeg, err = findFFmpeg(opt.FFmpeg); err != nil {
		return nil, err
	}
	if p.themes, err = themesFor(c, opt.Themes); err != nil {
		return nil, err
	}
	if p.own, err = ownThemes(c, opt.Themes); err != nil {
		return nil, err
	}
	if p.fonts, err = fontsFor(c, opt.Fonts); err != nil {
		return nil, err
	}
	if p.artwork, err = artworkOf(c); err != nil {
		return nil, err
	}
	p.theme = p.themes[0]
	p.sort()
	p.looks = p.walkLooks()
	return p, proof{p}.complete()
}

// orEmpty is a campaign without a language in place of none, so that a nil one
// is refused like it.
func orEmpty(c *campaign.Campaign) *campaign.Campaign {
	if c == nil {
		return new(campaign.Campaign)
	}
	return c
}

// fileNamed are names that files are called by.
var fileNamed = pattern.New(`^[a-z0-9-]{1,64}$`)

// A proof holds a plan to what can be published, so that no file of the kit
// fails when it is made.
type proof struct{ *plan }

// checkChoice wants languages that there are, and formats by whose names files
// can be told apart.
func (p proof) checkChoice() error {
	if err := p.part.check(); err != nil {
		return err
	}
	if err := p.checkKey(); err != nil {
		return err
	}
	have := p.campaign.Languages
	if len(have) == 0 {
		return languageError("", nil)
	}
	for i, l := range p.langs {
		if !slices.Contains(have, l) {
			return languageError(l, have)
		}
		if slices.Contains(p.langs[:i], l) {
			return kitError("kit-language-twice", fault.Values{"lang": l})
		}
	}
	for i, f := range p.formats {
		switch {
		case f.Name == "":
			return kitError("kit-format-unnamed", fault.Values{"n": i + 1})
		case !fileNamed().MatchString(f.Name):
			return kitError("kit-format-name", fault.Values{"format": f.Name})
		}
		if slices.ContainsFunc(p.formats[:i], func(o graphic.Format) bool { return o.Name == f.Name }) {
			return kitError("kit-format-twice", fault.Values{"format": f.Name})
		}
	}
	return nil
}

// checkKey wants no other key than the campaign's.
func (p proof) checkKey() error {
	if p.key == nil {
		return nil
	}
	if p.part != (Part{}) {
		return kitError("kit-key-part", nil)
	}
	named, err := sign.ParsePublicKey(p.campaign.Key)
	if err == nil && named != p.key.Public() {
		return kitError("kit-key-other", fault.Values{"id": p.key.Public().ID(), "want": named.ID()})
	}
	return nil
}

// complete refuses facts that no file can be called by, and those that say
// nothing of where they come from.
func (p proof) complete() error {
	for _, f := range slices.Concat(p.facts, p.stopped) {
		if !fileNamed().MatchString(f.ID) {
			return factError("fact-file-name", f.ID, "id")
		}
	}
	for _, f := range p.facts {
		for _, ed := range p.editions {
			missing := ""
			switch {
			case f.AsOf.IsZero():
				missing = "as_of"
			case !f.Headline.Has(ed.lang):
				missing = "headline." + ed.lang
			case !f.IsAction() && !f.Source.Publisher.Has(ed.lang):
				missing = "source.publisher." + ed.lang
			case !f.IsAction() && f.Source.URL == "":
				missing = "source.url"
			case !f.IsAction() && !f.Attribution.Has(ed.lang):
				missing = "attribution." + ed.lang
			}
			if missing != "" {
				return factError("fact-lacks", f.ID, missing)
			}
		}
	}
	return nil
}
