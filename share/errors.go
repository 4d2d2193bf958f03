package share

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
)

// A CardError says which card cannot be drawn, and why. It unwraps to the
// error of package graphic.
type CardError struct {
	Fact, Lang, Format string
	Field              string // of graphic.Card
	Err                error

	// File and Line are where the fact's field was written; "" and 0 for a
	// campaign that does not come from files.
	File string
	Line int
}

func (e *CardError) Error() string {
	return e.Place() + fmt.Sprintf("fact %s, language %s, format %s: %s", e.Fact, e.Lang, e.Format, plainly(e.Err))
}

// Place is "facts.yaml:12: ", or "" if it is not known.
func (e *CardError) Place() string { return placed(e.File, e.Line) }

func placed(file string, line int) string {
	if file == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d: ", file, line)
}

// Unwrap returns the reason.
func (e *CardError) Unwrap() error { return e.Err }

// plainly leaves out the name of the package an error comes from.
func plainly(err error) string { return strings.TrimPrefix(err.Error(), "graphic: ") }

// written are the fields of a fact that those of its cards come from.
var written = map[string]string{"Headline": "headline", "Body": "claim", "Attribution": "attribution", "Source": "source", "AsOf": "as_of"}

func (p *plan) cardError(fact, lang, format string, err error) *CardError {
	e := &CardError{Fact: fact, Lang: lang, Format: format, Err: err}
	var fit *graphic.FitError
	var glyph *graphic.GlyphError
	var contrast *graphic.ContrastError
	var field *graphic.FieldError
	switch {
	case errors.As(err, &fit):
		e.Field = fit.Field
	case errors.As(err, &glyph):
		e.Field = glyph.Field
	case errors.As(err, &contrast):
		e.Field = contrast.Field
	case errors.As(err, &field):
		e.Field = field.Field
	}
	e.File, e.Line = p.campaign.Where(fact, joined(".", written[e.Field], lang))
	return e
}

// A PostError says which fact cannot be posted on a platform, and why.
type PostError struct {
	Fact, Lang, Platform string
	Err                  error

	// File and Line are where the fact was written, and its claim if that is
	// too long or its tags if one is none; "" and 0 for a campaign that does not
	// come from files. No caption fails alone: one that is too long is left out.
	File string
	Line int
}

// Place is "facts.yaml:12: ", or "" if it is not known.
func (e *PostError) Place() string { return placed(e.File, e.Line) }

func (p *plan) postError(fact, lang, platform string, err error) *PostError {
	e := &PostError{Fact: fact, Lang: lang, Platform: platform, Err: err}
	field := ""
	var long *hashtag.TooLongError
	var tag *hashtag.TagError
	switch {
	case errors.As(err, &long):
		field = "claim." + lang
	case errors.As(err, &tag):
		field = "tags"
	}
	e.File, e.Line = p.campaign.Where(fact, field)
	return e
}

func (e *PostError) Error() string {
	return e.Place() + fmt.Sprintf("fact %s, language %s, post for %s: %v", e.Fact, e.Lang, e.Platform, e.Err)
}

// Unwrap returns the reason.
func (e *PostError) Unwrap() error { return e.Err }

// A FactError says why a fact cannot stand in a kit.
type FactError struct {
	Fact, Field string
	Problem     string
}

func (e *FactError) Error() string {
	return fmt.Sprintf("fact %s, field %s: %s", e.Fact, e.Field, e.Problem)
}

// A LanguageError names a language that the campaign does not have.
type LanguageError struct {
	Lang string
	Have []string
}

func (e *LanguageError) Error() string {
	if len(e.Have) == 0 {
		return "the campaign has no language"
	}
	return fmt.Sprintf("the campaign has no language %q: choose from %s", e.Lang, strings.Join(e.Have, ", "))
}

// An ExistsError says that something stands where a kit was to be written
// which may not be replaced.
type ExistsError struct {
	Path   string
	Reason string // "is not a kit", "was altered: posts/en/x/a.txt"
}

func (e *ExistsError) Error() string {
	return fmt.Sprintf("%s is in the way: it %s", e.Path, e.Reason)
}

// A SumError says how the files of a kit differ from its sums.
type SumError struct {
	Altered []string // other content than was summed
	Missing []string
	Added   []string // not in the sums
}

func (e *SumError) Error() string {
	for _, part := range []struct {
		how   string
		names []string
	}{{"was altered", e.Altered}, {"is missing", e.Missing}, {"was added", e.Added}} {
		if n := len(part.names); n > 0 {
			s := part.names[0] + " " + part.how
			if all := len(e.Altered) + len(e.Missing) + len(e.Added); all > 1 {
				s += fmt.Sprintf(" (%d files differ)", all)
			}
			return s
		}
	}
	return "the files and the sums agree"
}

// A LetterError says why a letter cannot be finished for a recipient.
type LetterError struct {
	Letter, Lang string
	Problem      string
}

func (e *LetterError) Error() string {
	return fmt.Sprintf("letter %s, language %s: %s", e.Letter, e.Lang, e.Problem)
}

// A SlotError says which slot of a letter wants other words.
type SlotError struct {
	Letter, Lang string
	Slot, Label  string
	Problem      string

	// Words is how many of the sender's own there are, of at least so many.
	// Least is 0 where the problem is another.
	Words, Least int
}

func (e *SlotError) Error() string {
	return fmt.Sprintf("letter %s, language %s, %s (%s): %s", e.Letter, e.Lang, e.Slot, e.Label, e.Problem)
}

// A ReelError says why the captions of a reel cannot be used.
type ReelError struct {
	Reel, Lang string
	Cue        int // from 1; 0: all of them
	Problem    string
}

func (e *ReelError) Error() string {
	cue := ""
	if e.Cue > 0 {
		cue = fmt.Sprintf("caption %d ", e.Cue)
	}
	return fmt.Sprintf("reel %s, language %s: %s%s", e.Reel, e.Lang, cue, e.Problem)
}

// A PageError says what of a page, a letter's guide or the page's own words may
// not stand on the start page.
type PageError struct {
	File    string // of the campaign: "pages/en/faq.md"
	Field   string // "link http://example.org", "labels"
	Problem string
}

func (e *PageError) Error() string { return e.File + ": " + e.Field + ": " + e.Problem }

// A ThreadError says which part of a thread cannot be posted on a platform,
// and why.
type ThreadError struct {
	Thread, Lang, Platform string // Platform "": on any
	Part                   int    // from 1; 0: all of them
	Err                    error
}

func (e *ThreadError) Error() string {
	at := ""
	if e.Part > 0 {
		at = fmt.Sprintf(", part %d", e.Part)
	}
	if e.Platform != "" {
		at += " for " + e.Platform
	}
	return fmt.Sprintf("thread %s, language %s%s: %v", e.Thread, e.Lang, at, e.Err)
}

// Unwrap returns the reason.
func (e *ThreadError) Unwrap() error { return e.Err }
