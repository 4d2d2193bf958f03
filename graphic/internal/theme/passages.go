package theme

import (
	"sync"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// passages are the texts that were shaped last: one card says the same in many
// formats, and the cards of a set have much in common. They are of one set of
// further fonts at a time, so that no others are kept alive. Safe for
// concurrent use.
type passages struct {
	mu         sync.Mutex
	fonts      any // the further ones, by identity
	young, old map[passageKey]*text.Passage
	runes      int // of the young
}

type passageKey struct {
	lang    language.Tag
	role, s string
}

// Kept is a text that was shaped lately in a language and role with further
// fonts, or nil. Fonts are told apart by their identity.
func (t *Theme) Kept(fonts any, lang language.Tag, role, s string) *text.Passage {
	return t.passages.get(fonts, passageKey{lang, role, s})
}

// Keep holds a text that was shaped, until many others were.
func (t *Theme) Keep(fonts any, lang language.Tag, role, s string, p *text.Passage) {
	t.passages.put(fonts, passageKey{lang, role, s}, p)
}

// youngRunes is how many characters are kept at least, and about half of how
// many at most. A character takes about 200 bytes, and a passage besides as
// much as some more: one of spaces has none, but there may be many.
const (
	youngRunes   = 4 << 10
	passageRunes = 4
)

// get is nil for what was not shaped lately.
func (ps *passages) get(fonts any, k passageKey) *text.Passage {
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if ps.fonts != fonts {
		return nil
	}
	if p := ps.young[k]; p != nil {
		return p
	}
	p := ps.old[k]
	if p != nil {
		ps.keep(k, p)
	}
	return p
}

func (ps *passages) put(fonts any, k passageKey, p *text.Passage) {
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if ps.fonts != fonts {
		ps.fonts, ps.young, ps.old = fonts, nil, nil
	}
	ps.keep(k, p)
}

func (ps *passages) keep(k passageKey, p *text.Passage) {
	if ps.young == nil || ps.runes > youngRunes {
		ps.young, ps.old, ps.runes = make(map[passageKey]*text.Passage), ps.young, 0
	}
	ps.young[k] = p
	ps.runes += passageRunes + p.Runes() + len(k.s)/200
}
