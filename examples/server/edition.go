package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// An edition is what is served on one day: what expires is gone the day after.
// It is safe for concurrent use.
type edition struct {
	day     string
	kit     *share.Kit
	facts   map[string]bool
	posts   map[factIn][]post
	cards   func(theme string) (map[cardOf]*share.Picture, error) // "": the kit's own
	shelf   *shelf
	landing func() ([]byte, error) // START-HERE.html, which takes seconds
}

type factIn struct{ fact, lang string }

type cardOf struct{ fact, lang, format string }

// newEdition builds the kit of a day. That takes a fraction of a second:
// nothing is drawn.
func (s *service) newEdition(ctx context.Context, day time.Time) (*edition, error) {
	kit, err := share.Build(ctx, s.campaign, &share.Options{AsOf: day, Fonts: s.fonts})
	if err != nil {
		return nil, err
	}
	e := &edition{
		day: day.Format(time.DateOnly), kit: kit, facts: make(map[string]bool),
		cards: s.themed(kit, day), shelf: newShelf(shelfSize), landing: sync.OnceValues(func() ([]byte, error) { return kit.ReadFile(landing) }),
	}
	for _, pic := range kit.Pictures() {
		e.facts[pic.Fact] = true
	}
	e.posts, err = postsOf(kit)
	return e, err
}

// themed gives the cards of a kit by theme. In another theme than the kit's
// own they are laid out when it is first asked for.
func (s *service) themed(own *share.Kit, day time.Time) func(string) (map[cardOf]*share.Picture, error) {
	all := map[string]func() (map[cardOf]*share.Picture, error){
		"": sync.OnceValues(func() (map[cardOf]*share.Picture, error) { return cardsOf(own), nil }),
	}
	for _, t := range graphic.Themes() {
		all[t.Name] = sync.OnceValues(func() (map[cardOf]*share.Picture, error) {
			kit, err := share.Build(context.Background(), s.campaign, &share.Options{AsOf: day, Fonts: s.fonts, Themes: []graphic.Theme{t}})
			if err != nil {
				return nil, &problem{Field: "theme", Problem: "this campaign does not fit it: " + err.Error()}
			}
			return cardsOf(kit), nil
		})
	}
	return func(theme string) (map[cardOf]*share.Picture, error) { return all[theme]() }
}

func cardsOf(kit *share.Kit) map[cardOf]*share.Picture {
	cards := make(map[cardOf]*share.Picture)
	pics := kit.Pictures()
	for i := range pics {
		cards[cardOf{pics[i].Fact, pics[i].Lang, pics[i].Format.Name}] = &pics[i]
	}
	return cards
}

// postsOf reads the kit's sheet of posts.
func postsOf(kit *share.Kit) (map[factIn][]post, error) {
	sheet, err := kit.Open("data/posts.csv")
	if err != nil {
		return nil, err
	}
	defer sheet.Close()
	rows, err := csv.NewReader(sheet).ReadAll()
	if err != nil {
		return nil, err
	}
	posts := make(map[factIn][]post)
	for _, r := range rows[1:] { // fact, language, platform, number, text, link, picture, alt_text
		number, err := strconv.Atoi(r[3])
		if err != nil {
			return nil, fmt.Errorf("data/posts.csv: %w", err)
		}
		of := factIn{r[0], r[1]}
		posts[of] = append(posts[of], post{Platform: r[2], Number: number, Text: r[4], link: r[5], Picture: r[6], Alt: r[7]})
	}
	return posts, nil
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
		return factIn{}, &problem{status: http.StatusNotFound, Field: "fact", Problem: "there is no such fact"}
	case f.SupersededBy != "" && !e.facts[fact]:
		return factIn{}, &problem{status: http.StatusGone, Field: "fact", Problem: "was replaced by " + f.SupersededBy}
	case !e.facts[fact]:
		return factIn{}, &problem{status: http.StatusGone, Field: "fact", Problem: "no longer stands"}
	case e.posts[factIn{fact, lang}] == nil:
		return factIn{}, &problem{Field: "lang", Problem: fmt.Sprintf("is none of the campaign's: %q", s.campaign.Languages)}
	}
	return factIn{fact, lang}, nil
}

// renew replaces the edition by that of the day.
func (s *service) renew(ctx context.Context) error {
	e, err := s.newEdition(ctx, s.now().UTC())
	if err == nil {
		s.today.Store(e)
	}
	return err
}

// renewDaily does so when the day changes, until ctx is done.
func (s *service) renewDaily(ctx context.Context) {
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
		}
	}
}
