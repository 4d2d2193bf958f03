package share

import (
	"sync"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// An edition is the plan in one of its languages.
type edition struct {
	*plan
	lang string
	tag  language.Tag
	say  campaign.Strings
	made posted
}

// publish makes the editions of the plan's languages.
func (p *plan) publish() {
	for _, lang := range p.langs {
		p.editions = append(p.editions, p.newEdition(lang))
	}
}

func (p *plan) newEdition(lang string) *edition {
	return &edition{plan: p, lang: lang, tag: language.Make(lang), say: p.campaign.Strings(lang)}
}

// in is the edition in a language, which need not be one of the kit's: a
// letter may be sent in another.
func (p *plan) in(lang string) *edition {
	for _, ed := range p.editions {
		if ed.lang == lang {
			return ed
		}
	}
	return p.newEdition(lang)
}

// posted are the posts of an edition that were composed, which several files
// of a kit show.
type posted struct{ all sync.Map } // of postedKey to []composed

type postedKey struct{ fact, platform string }
