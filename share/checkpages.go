package share

import (
	"errors"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// A proof holds a plan to what can be published, so that no file of the kit
// fails when it is made.
type proof struct{ *plan }

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
		if err := page.CheckWords(ed.pageLanguage()); err != nil {
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
	body, subject := p.sent(l)
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
