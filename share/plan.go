package share

import (
	"errors"
	"slices"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// A plan is everything that is settled before the first file is made. It is
// not changed afterwards.
type plan struct {
	campaign *campaign.Campaign
	asOf     time.Time
	part     Part
	lone     bool             // no files lie beside the start page
	key      *sign.PrivateKey // nil: the kit is not signed
	langs    []string
	editions []*edition // by language, in the same order
	formats  []graphic.Format
	fonts    *graphic.Fonts
	artwork  *graphic.Artwork // of the campaign's logo; nil: none
	lent     bool             // fonts are the caller's, not of the campaign's folder
	cache    cache
	studio   *Studio
	filmless bool
	marks    bool // sheets are for a press
	ffmpeg   ffmpeg
	themes   []graphic.Theme
	own      map[string]graphic.Theme // that topics, events and steps name

	facts    []*campaign.Fact // those that may be published, in order
	stopped  []*campaign.Fact // replaced or withdrawn: shown as such, not drawn
	stands   map[string]bool  // by fact id
	looks    map[string]look
	theme    graphic.Theme // of the cards that are not of one fact
	pictures []FactCard
	drawings []drawing
	byCard   map[cardKey]int                 // into pictures
	ready    map[string]*campaign.CaptionSet // by fact id
}

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

// sort parts the facts that stand on the day of the kit from those that were
// replaced or withdrawn, and finds what is ready to be posted of each. An expired
// fact is in neither.
func (p *plan) sort() {
	p.stands = make(map[string]bool)
	p.ready = make(map[string]*campaign.CaptionSet)
	for i := range p.campaign.Captions {
		if set := &p.campaign.Captions[i]; p.ready[set.Fact] == nil {
			p.ready[set.Fact] = set
		}
	}
	for i := range p.campaign.Facts {
		f := &p.campaign.Facts[i]
		switch {
		case f.Stands(p.asOf):
			p.stands[f.ID] = true
			p.facts = append(p.facts, f)
		case f.Status == campaign.Superseded || f.Status == campaign.Retracted:
			p.stopped = append(p.stopped, f)
		}
	}
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

// stand reports whether all of the facts may be published.
func (p *plan) stand(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return !p.stands[id] })
}

// chartStands reports whether a chart may be drawn: it falls with any fact
// that it draws on.
func (p *plan) chartStands(f *campaign.Fact) bool { return p.stand(f.Chart.Also) }

// version is the kit's own: the day on which the campaign was last checked.
func (p *plan) version() string { return p.campaign.AsOf.String() }

// written are the fields of a fact that those of its cards come from.
var written = map[string]string{"Headline": "headline", "Body": "claim", "Attribution": "attribution", "Source": "source", "AsOf": "as_of"}

func (p *plan) cardError(fact, lang, format string, err error) *CardError {
	e := &CardError{Fact: fact, Lang: lang, Format: format, Err: err}
	e.Data = english.New("card-undrawable", "", fault.Values{"fact": fact, "lang": lang, "format": format, "cause": err})
	e.at = p.position(fact, joined(".", written[fieldOf(err)], lang))
	return e
}

// fieldOf is the field that an error is about, or "".
func fieldOf(err error) string {
	var reason fault.Fault
	if errors.As(err, &reason) {
		return reason.Field()
	}
	return ""
}

// position is where the field of a fact was written.
func (p *plan) position(fact, field string) fault.Position {
	file, line := p.campaign.Where(fact, field)
	return fault.Position{File: file, Line: line}
}

func (p *plan) postError(fact, lang, platform string, err error) *PostError {
	e := &PostError{Fact: fact, Lang: lang, Platform: platform, Err: err}
	e.Data = english.New("post-unwritable", "", fault.Values{"fact": fact, "lang": lang, "platform": platform, "cause": err})
	field := ""
	var long *hashtag.TooLongError
	var tag *hashtag.TagError
	switch {
	case errors.As(err, &long):
		field = "claim." + lang
	case errors.As(err, &tag):
		field = "tags"
	}
	e.at = p.position(fact, field)
	return e
}
