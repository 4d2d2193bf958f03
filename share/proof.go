package share

import (
	"context"
	"errors"
	"strconv"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/caption"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// checkWords refuses labels of a language that are words of nothing, so that
// neither a card nor the start page fails for them.
func (p proof) checkWords() error {
	for _, ed := range p.editions {
		file := stringsFile(ed.lang)
		for name := range labelled(ed.say, altLabels) {
			if graphic.WordsOf(language.English)[name] == "" {
				return &PageError{page.Rules().New("page-word", "labels", fault.Values{"word": altLabels + name}), file}
			}
		}
		if err := page.CheckWords(startEdition{ed}.pageLanguage()); err != nil {
			return pageError(file, "labels", err)
		}
	}
	return nil
}

// checkPages reads every page once, so that the start page cannot fail for
// its links or a letter's slots.
func (p proof) checkPages() error {
	for _, pg := range p.campaign.Pages {
		if !p.speaks(pg.Lang) || !p.stand(pg.Facts) {
			continue
		}
		if err := page.CheckMarkdown(pg.Body); err != nil {
			return pageError(pageName(pg.Lang, pg.ID), "", err)
		}
	}
	for i := range p.campaign.Letters {
		l := &p.campaign.Letters[i]
		if !p.speaks(l.Lang) || !p.stand(l.Facts) {
			continue
		}
		if err := p.checkLetter(l); err != nil {
			return pageError("letters/"+l.Lang+"/"+l.ID+".md", "", err)
		}
	}
	return nil
}

func (p proof) checkLetter(l *campaign.Letter) error {
	if len(l.Slots) == 0 { // it is a page
		return page.CheckMarkdown(joined("\n\n", l.Guide, l.Body))
	}
	if err := page.CheckMarkdown(l.Guide); err != nil {
		return err
	}
	body, subject := sent(p.campaign, l)
	return page.CheckSlots(subject + body)
}

// pageError says in which file of the campaign the error of a page is.
func pageError(file, field string, err error) error {
	var wrong *page.FieldError
	if !errors.As(err, &wrong) {
		return err
	}
	if field == "" {
		field = wrong.Field()
	}
	return &PageError{page.Rules().New(wrong.Rule(), field, wrong.Values()), file}
}

// checkPosts composes every post once, so that no file of the kit can fail
// for its words.
func (p proof) checkPosts(ctx context.Context) error {
	errs := make([]error, len(p.facts))
	err := each(ctx, len(p.facts), func(i int) error {
		for _, ed := range p.editions {
			for _, ch := range channels {
				if _, err := ed.composeFor(p.facts[i], ch.Platform); err != nil && errs[i] == nil {
					errs[i] = err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return first(errs)
}

// checkThreads composes every thread once, so that none fails for its words
// when it is written.
func (p proof) checkThreads() error {
	return p.eachThread(func(t *campaign.Thread, lang string, ch channel) error {
		_, err := p.in(lang).composeThread(t, ch.Platform)
		return err
	})
}

// checkReels holds captions to what can be read and to what platforms take.
func (p proof) checkReels() error {
	for _, r := range p.reels() {
		for _, ed := range p.editions {
			all, in := cues(r, ed.lang), ed.captioned()
			most := in.MaxSpeed()
			for i, c := range all {
				if s := c.Speed(); s > most {
					return reelError("reel-speed", r.ID, ed.lang, i+1, fault.Values{"speed": strconv.FormatFloat(s, 'f', 1, 64), "most": most})
				}
			}
			if n := max(len(caption.VTT(all, in)), len(caption.SRT(all, in))); n > maxCaptions {
				return reelError("reel-size", r.ID, ed.lang, 0, fault.Values{"n": n, "most": maxCaptions})
			}
			film := Reel{ID: r.ID, Lang: ed.lang, ed: ed, of: r}
			if !filmed(r) || !p.makes(film.Name()+".mp4", film.Name()+".png", film.Name()+".txt") {
				continue
			}
			if err := film.check(); err != nil {
				return err
			}
		}
	}
	return nil
}
