package share

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/rules"
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
	artwork  map[string]*graphic.Artwork // of logos, by file
	lent     bool                        // fonts are the caller's, not of the campaign's folder
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

// stand reports whether all of the facts may be published.
func (p *plan) stand(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return !p.stands[id] })
}

// chartStands reports whether a chart may be drawn: it falls with any fact
// that it draws on.
func (p *plan) chartStands(f *campaign.Fact) bool { return p.stand(f.Chart.Also) }

// written are the fields of a fact that those of its cards come from.
var written = map[string]string{"Headline": "headline", "Body": "claim", "Attribution": "attribution", "Source": "source", "AsOf": "as_of"}

func (p *plan) cardError(fact, lang, format string, err error) *CardError {
	e := &CardError{Fact: fact, Lang: lang, Format: format, Err: err}
	e.Data = rules.English.New("card-undrawable", "", fault.Values{"fact": fact, "lang": lang, "format": format, "cause": err})
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
	e.Data = rules.English.New("post-unwritable", "", fault.Values{"fact": fact, "lang": lang, "platform": platform, "cause": err})
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

// factByID is the first of the facts that stands.
func (p *plan) factByID(ids []string) *campaign.Fact {
	for _, id := range ids {
		for _, f := range p.facts {
			if f.ID == id {
				return f
			}
		}
	}
	return nil
}

func (p *plan) speaks(lang string) bool { return slices.Contains(p.langs, lang) }

// standingFact finds a fact that may be published.
func (p *plan) standingFact(id string) (*campaign.Fact, error) {
	if i := slices.IndexFunc(p.facts, func(f *campaign.Fact) bool { return f.ID == id }); i >= 0 {
		return p.facts[i], nil
	}
	if _, ok := p.campaign.Fact(id); !ok {
		return nil, factError("kit-fact-unknown", id, "id")
	}
	values := fault.Values{"fact": id, "date": p.asOf.Format(time.DateOnly)}
	return nil, &FactError{rules.English.New("fact-fallen", "status", values), id}
}

// fallen says of the first fact that may not be published why.
func (p *plan) fallen(facts []string) error {
	for _, id := range facts {
		if _, err := p.standingFact(id); err != nil {
			return err
		}
	}
	return nil
}

// makes reports whether any of the files belongs to what of the kit is made
// here.
func (p *plan) makes(names ...string) bool {
	return p.part == (Part{}) || slices.ContainsFunc(names, p.part.holds)
}

// digest tells apart kits of other words or other looks.
func (p *plan) digest() (string, error) {
	files, err := p.campaign.Marshal()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s %d\n%s", name, len(files[name]), files[name])
	}
	for i := range p.formats {
		fmt.Fprintf(h, "%+v\n", p.formats[i])
	}
	for i := range p.themes {
		fmt.Fprintln(h, p.themes[i].Name)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// A FactCard is one card of a kit: a fact in one language and format. Pictures
// come from [Kit.Pictures] and [Pictures]: the zero FactCard says nothing and
// cannot be drawn. It is immutable and safe for concurrent use.
type FactCard struct {
	Fact   string // the fact's id
	Lang   string
	Format graphic.Format
	Whole  bool   // every block is drawn; false: it fell back to fewer
	Alt    string // what it shows, in words, with the claim in full

	settled bool

	figureWide float64 // of its figure, as a part of the card's; 0: it has none
	figureText string
	wide       float64 // the most of the card's width that its figure takes; 0: all
	scene      bool    // it is drawn as the picture of its data
	undrawn    string  // the rule that says why it is not
	why        error
	form       int // index into forms, where it is not
	plan       *plan
	fact       *campaign.Fact
}

// A cardKey tells the cards of a kit apart.
type cardKey struct{ fact, lang, format string }

// A look is the theme and the ground of one fact's cards, the same in every
// language and format.
type look struct {
	theme  graphic.Theme
	ground string // "": the theme chooses
}
