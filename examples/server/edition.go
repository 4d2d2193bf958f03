package main

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/serve"
)

// An edition is what is served on one day: what expires is gone the day after.
// It is safe for concurrent use.
type edition struct {
	day    string
	kit    *share.Kit
	files  *serve.Handler
	facts  map[string]bool
	cards  map[look]func() (map[factIn]*share.FactCard, error)
	shelf  *shelf
	warmed atomic.Bool
}

type factIn struct{ fact, lang string }

type look struct{ theme, format string } // theme "": the campaign's own

// newEdition builds the kit of a day. That takes a fraction of a second:
// nothing is drawn.
func (s *service) newEdition(ctx context.Context, day time.Time) (*edition, error) {
	kit, err := share.Build(ctx, s.campaign, &share.Options{AsOf: day, Fonts: s.fonts})
	if err != nil {
		return nil, err
	}
	files, err := serve.New(kit)
	if err != nil {
		return nil, err
	}
	e := &edition{
		day: day.Format(time.DateOnly), kit: kit, files: files, facts: make(map[string]bool),
		cards: s.cards(day), shelf: newShelf(shelfSize),
	}
	for _, pic := range kit.Pictures() {
		e.facts[pic.Fact] = true
	}
	return e, nil
}

// cards returns the cards of all facts in a theme and a screen format. They are
// settled when they are first asked for, each look on its own: a campaign need
// not fit all of them.
func (s *service) cards(day time.Time) map[look]func() (map[factIn]*share.FactCard, error) {
	all := make(map[look]func() (map[factIn]*share.FactCard, error))
	for _, f := range graphic.Formats() {
		all[look{"", f.Name}] = s.settle(day, f, nil)
		for _, t := range graphic.Themes() {
			all[look{t.Name, f.Name}] = s.settle(day, f, []graphic.Theme{t})
		}
	}
	return all
}

func (s *service) settle(day time.Time, f graphic.Format, themes []graphic.Theme) func() (map[factIn]*share.FactCard, error) {
	return sync.OnceValues(func() (map[factIn]*share.FactCard, error) {
		o := &share.Options{AsOf: day, Fonts: s.fonts, Formats: []graphic.Format{f}, Themes: themes}
		kit, err := share.Build(context.Background(), s.campaign, o)
		if err != nil {
			return nil, refuse("request-format", "format", with{"cause": err})
		}
		cards := make(map[factIn]*share.FactCard)
		pics := kit.Pictures()
		for i := range pics {
			cards[factIn{pics[i].Fact, pics[i].Lang}] = &pics[i]
		}
		return cards, nil
	})
}

// lookup finds a fact that may be published today in one of the campaign's
// languages, its first if none is named.
func (s *service) lookup(e *edition, fact, lang string) (factIn, error) {
	if lang == "" {
		lang = s.campaign.Languages[0]
	}
	f, known := s.campaign.Fact(fact)
	switch {
	case !known:
		return factIn{}, refuse("fact-not-there", "fact", nil).as(http.StatusNotFound)
	case f.SupersededBy != "" && !e.facts[fact]:
		return factIn{}, refuse("fact-replaced", "fact", with{"by": f.SupersededBy}).as(http.StatusGone)
	case !e.facts[fact]:
		return factIn{}, refuse("fact-fallen-since", "fact", nil).as(http.StatusGone)
	case !slices.Contains(s.campaign.Languages, lang):
		return factIn{}, refuse("request-choice", "lang", with{"have": s.campaign.Languages})
	}
	return factIn{fact, lang}, nil
}

// renew replaces the edition by that of the day.
func (s *service) renew(ctx context.Context) error {
	e, err := s.newEdition(ctx, s.now().UTC())
	if err != nil {
		return err
	}
	if old := s.today.Swap(e); old != nil {
		return old.files.Close()
	}
	return nil
}

// warm makes the start page and settles the cards in the campaign's own theme
// before somebody has to wait for them.
func (e *edition) warm(ctx context.Context) {
	if _, err := e.files.File(ctx, serve.Start); err == nil {
		e.warmed.Store(true)
	}
	for _, f := range graphic.Formats() {
		if ctx.Err() != nil {
			return
		}
		_, _ = e.cards[look{"", f.Name}]() // who asks for a format that does not fit is told so
	}
}

// keepUp warms today's edition and the next ones when the day changes, until
// ctx is done.
func (s *service) keepUp(ctx context.Context) {
	s.today.Load().warm(ctx)
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if s.now().UTC().Format(time.DateOnly) == s.today.Load().day {
			continue
		}
		if err := s.renew(ctx); err != nil {
			s.log.Error("today's kit does not build; yesterday's stays", "error", err)
			continue
		}
		s.today.Load().warm(ctx)
	}
}
