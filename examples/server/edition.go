package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/shutdowncecot/toolkit/examples/internal/folder"
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/serve"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// A source is what editions are made of: a campaign as it was last read. It is
// safe for concurrent use.
type source struct {
	campaign *campaign.Campaign
	checker  *truth.Checker
	fonts    *graphic.Fonts // for what the themes' own lack; may be nil
}

func sourceOf(c *campaign.Campaign, fonts *graphic.Fonts) source {
	return source{c, truth.New(c), fonts}
}

// An edition is what is served on one day: what expires is gone the day after.
// It is safe for concurrent use.
type edition struct {
	source
	day    string
	made   time.Time
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
func newEdition(ctx context.Context, of source, day time.Time) (*edition, error) {
	kit, err := share.Build(ctx, of.campaign, &share.Options{AsOf: day, Fonts: of.fonts})
	if err != nil {
		return nil, err
	}
	files, err := serve.New(kit)
	if err != nil {
		return nil, err
	}
	e := &edition{
		source: of, day: day.Format(time.DateOnly), made: time.Now(), kit: kit, files: files, facts: make(map[string]bool),
		cards: of.cards(day), shelf: newShelf(shelfSize),
	}
	for _, pic := range kit.Pictures() {
		e.facts[pic.Fact] = true
	}
	return e, nil
}

// cards returns the cards of all facts in a theme and a screen format. They are
// settled when they are first asked for, each look on its own: a campaign need
// not fit all of them.
func (s *source) cards(day time.Time) map[look]func() (map[factIn]*share.FactCard, error) {
	all := make(map[look]func() (map[factIn]*share.FactCard, error))
	for _, f := range graphic.Formats() {
		all[look{"", f.Name}] = s.settle(day, f, nil)
		for _, t := range graphic.Themes() {
			all[look{t.Name, f.Name}] = s.settle(day, f, []graphic.Theme{t})
		}
	}
	return all
}

func (s *source) settle(day time.Time, f graphic.Format, themes []graphic.Theme) func() (map[factIn]*share.FactCard, error) {
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
func (e *edition) lookup(fact, lang string) (factIn, error) {
	if lang == "" {
		lang = e.campaign.Languages[0]
	}
	f, known := e.campaign.Fact(fact)
	switch {
	case !known:
		return factIn{}, refuse("fact-not-there", "fact", nil).as(http.StatusNotFound)
	case f.SupersededBy != "" && !e.facts[fact]:
		return factIn{}, refuse("fact-replaced", "fact", with{"by": f.SupersededBy}).as(http.StatusGone)
	case !e.facts[fact]:
		return factIn{}, refuse("fact-fallen-since", "fact", nil).as(http.StatusGone)
	case !slices.Contains(e.campaign.Languages, lang):
		return factIn{}, refuse("request-choice", "lang", with{"have": e.campaign.Languages})
	}
	return factIn{fact, lang}, nil
}

// renew replaces the edition by that of the day.
func (s *service) renew(ctx context.Context) error {
	e, err := newEdition(ctx, s.today.Load().source, s.now().UTC())
	if err != nil {
		return err
	}
	return s.publish(e)
}

// publish serves an edition instead of the last, whose files stay until the next:
// somebody may be about to open one.
func (s *service) publish(e *edition) error {
	gone := s.before
	s.before = s.today.Swap(e)
	return gone.close()
}

// close removes the files of an edition; of none it does nothing.
func (e *edition) close() error {
	if e == nil {
		return nil
	}
	return e.files.Close()
}

// edit makes the first edition of a campaign as it was read, if nothing in it
// forbids that. What has expired only falls out of it, as it does on the day.
func (s *service) edit(ctx context.Context, of source) (*edition, error) {
	now := s.now()
	for _, found := range of.campaign.Check(now) {
		if found.Severity == campaign.Error && found.Rule() != "expired" {
			return nil, fmt.Errorf("%v", found)
		}
	}
	e, err := newEdition(ctx, of, now.UTC())
	if err != nil {
		return nil, err
	}
	judged, err := e.kit.Judge(ctx)
	for _, f := range judged {
		if f.Severity == campaign.Error {
			err = fmt.Errorf("%s: %w", f.Position(), f)
			break
		}
	}
	if err != nil {
		return nil, errors.Join(err, e.files.Close())
	}
	return e, nil
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

// lookTime is how often the campaign's folder and the calendar are looked at.
const lookTime = 5 * time.Second

// keepUp warms today's edition and those that come after it: when the day
// changes, when files of the campaign do and two looks at them agree, and when
// again is told. It ends when ctx is done. What cannot be made leaves the
// edition that is there.
func (s *service) keepUp(ctx context.Context, again <-chan os.Signal) {
	s.today.Load().warm(ctx)
	tick := time.NewTicker(lookTime)
	defer tick.Stop()
	shown := s.look()
	for last := shown; ; {
		asked := false
		select {
		case <-ctx.Done():
			return
		case <-again:
			asked = true
		case <-tick.C:
		}
		seen := s.look()
		if changed := seen != shown && seen == last; asked || changed {
			shown = seen
			s.next(ctx, func() (*edition, error) { return s.reread(ctx) })
		} else if s.now().UTC().Format(time.DateOnly) != s.today.Load().day {
			s.next(ctx, func() (*edition, error) { return newEdition(ctx, s.today.Load().source, s.now().UTC()) })
		}
		last = seen
	}
}

// look sums up the campaign's folder; nothing of the built-in one changes.
func (s *service) look() uint64 {
	if s.folder == "" {
		return 0
	}
	return folder.Sum(os.DirFS(s.folder))
}

// reread reads the campaign again.
func (s *service) reread(ctx context.Context) (*edition, error) {
	c, fonts, err := load(ctx, s.folder)
	if err != nil {
		return nil, err
	}
	return s.edit(ctx, sourceOf(c, fonts))
}

// next makes an edition, warms it and serves it, so that nobody waits for it.
func (s *service) next(ctx context.Context, edition func() (*edition, error)) {
	e, err := edition()
	s.failed.Store(err != nil)
	if err != nil {
		s.log.Error("the next edition cannot be made; the last one stays", "error", err)
		return
	}
	e.warm(ctx)
	if err := s.publish(e); err != nil {
		s.log.Error("files of the last edition stay behind", "error", err)
	}
	s.log.Info("edition", "campaign", e.campaign.Name, "as_of", e.day, "facts", len(e.facts))
}
