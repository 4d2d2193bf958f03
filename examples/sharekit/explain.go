package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/say"
)

// A placeError says in which flag, file or field something is wrong.
type placeError struct {
	at string
	error
}

func (e *placeError) Error() string { return e.at + ": " + e.error.Error() }
func (e *placeError) Unwrap() error { return e.error }

// A valueError is a value that is not of its form, one of words.Forms.
type valueError struct{ value, form string }

func (e *valueError) Error() string { return fmt.Sprintf("%q %s", e.value, english.Forms[e.form]) }

// explain says an error in the user's language where its kind is known.
func (a *app) explain(err error) string {
	at := ""
	if file, line := place(err); line > 0 {
		at = fmt.Sprintf("%s:%d: ", file, line)
	} else if file != "" {
		at = file + ": "
	}
	return at + a.without(err)
}

// without says an error without its place.
func (a *app) without(err error) string {
	of, err := a.about(err)
	return of + a.reason(err)
}

// place is the file, and the line if it is known, that an error is about.
func place(err error) (file string, line int) {
	var placed fault.Placed
	var drawing *share.DrawingError
	switch {
	case errors.As(err, &placed):
		return placed.Position().File, placed.Position().Line
	case errors.As(err, &drawing):
		return drawing.Name, 0
	}
	return "", 0
}

// about says which fact or thread of a kit an error is about, and gives the
// error itself.
func (a *app) about(err error) (of string, reason error) {
	var card *share.CardError
	var drawing *share.DrawingError
	var post *share.PostError
	var thread *share.ThreadError
	switch {
	case errors.As(err, &card):
		return fmt.Sprintf(a.say.OfCard, card.Fact, card.Lang, card.Format), card.Err
	case errors.As(err, &drawing):
		return "", drawing.Err
	case errors.As(err, &post):
		return fmt.Sprintf(a.say.OfPost, post.Fact, post.Lang, post.Platform), post.Err
	case errors.As(err, &thread) && thread.Err != nil:
		return numbered(a.say.OfThread, a.say.Part, thread.Part, thread.Thread, thread.Lang), thread.Err
	}
	return "", err
}

// numbered is what an error is about, and which part of it unless it is all.
func numbered(of, part string, n int, id, lang string) string {
	s := fmt.Sprintf(of, id, lang)
	if n > 0 {
		s += fmt.Sprintf(part, n)
	}
	return s + ": "
}

// reason says what is wrong, without what it is about.
func (a *app) reason(err error) string {
	var place *placeError
	if errors.As(err, &place) {
		return place.at + ": " + a.reason(place.error)
	}
	var value *valueError
	if errors.As(err, &value) {
		return fmt.Sprintf("%q %s", value.value, a.say.Forms[value.form])
	}
	return cmp.Or(a.campaignReason(err), a.cardReason(err), a.kitReason(err), a.textReason(err), a.systemReason(err),
		a.sentence(err.Error()))
}

// cardReason says an error of package graphic.
func (a *app) cardReason(err error) string {
	var fit *graphic.FitError
	var glyph *graphic.GlyphError
	var contrast *graphic.ContrastError
	var field *graphic.FieldError
	var picture *graphic.PictureError
	switch {
	case errors.As(err, &fit) && fit.Over <= 1:
		return fmt.Sprintf(a.say.NoRoom, keyOfError(err), fit.Format)
	case errors.As(err, &fit):
		return fmt.Sprintf(a.say.DoesNotFit, keyOfError(err), fit.Format, fit.Over)
	case errors.As(err, &glyph):
		return fmt.Sprintf(a.say.NoGlyph, keyOfError(err), glyph.Char)
	case errors.As(err, &contrast):
		return fmt.Sprintf(a.say.NoContrast, keyOfError(err), contrast.Ratio, contrast.Want)
	case errors.As(err, &field):
		return keyOfError(err) + ": " + a.ruled(err)
	case errors.As(err, &picture):
		return a.ruled(err)
	}
	return ""
}

// ruled says an error by its rule.
func (a *app) ruled(err error) string {
	return say.For(language.Make(a.say.Lang)).Explain(err).Line()
}

// textReason says an error of package hashtag.
func (a *app) textReason(err error) string {
	var long *hashtag.TooLongError
	var tag *hashtag.TagError
	if !errors.As(err, &long) && !errors.As(err, &tag) {
		return ""
	}
	return say.For(language.MustParse(a.say.Lang)).Explain(err).Line()
}

// kitReason says an error of package share.
func (a *app) kitReason(err error) string {
	var lang *share.LanguageError
	var f fault.Fault
	switch {
	case errors.As(err, &lang) && len(lang.Have) > 0:
		return a.choice(a.say.Language, lang.Lang, lang.Have).Error()
	case !errors.As(err, &f):
		return ""
	}
	catalogue := say.For(language.Make(a.say.Lang))
	words, ok := catalogue.Rule(f.Rule())
	if !ok {
		return fault.InEnglish(f)
	}
	line := words.Fill(catalogue.Lang(), f.Values(), a.reason).Line()
	if f.Field() != "" {
		line = f.Field() + ": " + line
	}
	return line
}

// campaignReason says the mistakes in a campaign's files, a line each.
func (a *app) campaignReason(err error) string {
	var lines []string
	for _, m := range campaign.Mistakes(err) {
		lines = append(lines, a.mistake(m))
	}
	return strings.Join(lines, "\n")
}

// mistake is one line: file, line, column, what is wrong, what to do.
func (a *app) mistake(m *campaign.Mistake) string { return a.catalogue().Error(m) }

// finding is one line: file, line, what was found, what to do.
func (a *app) finding(f *campaign.Finding) string {
	line := a.catalogue().Explain(f).Line()
	if at := f.Position(); at.File != "" {
		return at.String() + ": " + line
	}
	return line
}

// catalogue is what says errors that are data.
func (a *app) catalogue() *say.Catalogue { return say.For(language.Make(a.say.Lang)) }

// A broken rule of package campaign, found by the command itself.
type broken struct{ fault.Data }

func (b *broken) Error() string { return fault.InEnglish(b) }

// rule says that a rule of package campaign is broken.
func (a *app) rule(name string, values fault.Values) fault.Words {
	return a.catalogue().Explain(&broken{campaign.Rules().New(name, "", values)})
}

// systemReason says an error of the system.
func (a *app) systemReason(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Path + ": " + a.reason(path.Err)
	case errors.As(err, &link):
		return link.New + ": " + a.reason(link.Err)
	}
	for _, s := range a.say.Libraries.System {
		if errors.Is(err, s.err) {
			return s.words
		}
	}
	return ""
}

// onPlatform says what would go wrong with a text on a platform.
func (a *app) onPlatform(problem hashtag.Problem) string {
	return say.For(language.MustParse(a.say.Lang)).Explain(problem).Line()
}
