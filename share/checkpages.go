package share

import (
	"errors"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// checkPages reads every page once, so that the start page cannot fail for
// its links, its words or a letter's slots.
func (p *plan) checkPages() error {
	for _, lang := range p.langs {
		if err := page.CheckWords(p.pageLanguage(lang)); err != nil {
			return pageError("strings/"+lang+".yaml", "labels", err)
		}
	}
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

func (p *plan) checkLetter(l *campaign.Letter) error {
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
