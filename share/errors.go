package share

import (
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/rules"
)

// The error types of this package are a [fault.Fault] each: a rule of [Rules],
// the field it is about, and the values that its sentence names. Those that
// wrap another error name it as the value "cause"; the field is then the
// cause's.

// A CardError says which card cannot be drawn, and why. It unwraps to the error
// of package graphic, whose field is that of graphic.Card. It is immutable and
// safe for concurrent use.
type CardError struct {
	fault.Data
	Fact, Lang, Format string
	Err                error
	at                 fault.Position
}

func (e *CardError) Error() string { return placed(e.at, e) }

// Position is where the fact's field was written; empty for a campaign that
// does not come from files.
func (e *CardError) Position() fault.Position { return e.at }

// Unwrap returns the reason.
func (e *CardError) Unwrap() error { return e.Err }

// with adds the values of one rule to those of its type of error.
func with(all, values fault.Values) fault.Values {
	maps.Copy(all, values)
	return all
}

// placed is an error in English, its place first if that is known.
func placed(at fault.Position, err error) string {
	if at.File == "" {
		return fault.InEnglish(err)
	}
	return at.String() + ": " + fault.InEnglish(err)
}

// A PostError says which fact cannot be posted on a platform, and why. No
// caption fails alone: one that is too long is left out. It is immutable and
// safe for concurrent use.
type PostError struct {
	fault.Data
	Fact, Lang, Platform string
	Err                  error
	at                   fault.Position
}

func (e *PostError) Error() string { return placed(e.at, e) }

// Position is where the fact was written, and its claim if that is too long or
// its tags if one is none; empty for a campaign that does not come from files.
func (e *PostError) Position() fault.Position { return e.at }

// Unwrap returns the reason.
func (e *PostError) Unwrap() error { return e.Err }

// A FactError says why a fact, or the change of one, cannot stand in a kit. It
// is immutable and safe for concurrent use.
type FactError struct {
	fault.Data
	Fact string
}

func factError(rule, fact, field string) *FactError {
	return &FactError{rules.English.New(rule, field, fault.Values{"fact": fact}), fact}
}

func (e *FactError) Error() string { return fault.InEnglish(e) }

// A LanguageError names a language that the campaign does not have. It is
// immutable and safe for concurrent use.
type LanguageError struct {
	fault.Data
	Lang string
	Have []string // none: the campaign has no language at all
}

func languageError(lang string, have []string) *LanguageError {
	rule := "kit-language-unknown"
	if len(have) == 0 {
		rule = "kit-language-none"
	}
	return &LanguageError{rules.English.New(rule, "", fault.Values{"lang": lang, "have": have}), lang, have}
}

func (e *LanguageError) Error() string { return fault.InEnglish(e) }

// An ExistsError says that something stands where a kit was to be written which
// may not be replaced. It is immutable and safe for concurrent use.
type ExistsError struct {
	fault.Data
	Path string
	Err  error // how a kit in the way differs from its sums, or nil
}

func existsError(rule, path string, values fault.Values) *ExistsError {
	e := &ExistsError{Path: path}
	e.Err, _ = values["cause"].(error)
	e.Data = rules.English.New(rule, "", with(fault.Values{"path": path}, values))
	return e
}

func (e *ExistsError) Error() string { return fault.InEnglish(e) }

// Unwrap returns the reason, if it is an error.
func (e *ExistsError) Unwrap() error { return e.Err }

// A SumError says how the files of a kit differ from its sums. It is immutable
// and safe for concurrent use.
type SumError struct {
	fault.Data
	Altered []string // other content than was summed
	Missing []string
	Added   []string // not in the sums
}

// settled names the first file that differs; nil if none does.
func (e *SumError) settled() *SumError {
	n := len(e.Altered) + len(e.Missing) + len(e.Added)
	for _, part := range []struct {
		rule  string
		names []string
	}{{"sums-altered", e.Altered}, {"sums-missing", e.Missing}, {"sums-added", e.Added}} {
		if len(part.names) > 0 {
			e.Data = rules.English.New(part.rule, "", fault.Values{"file": part.names[0], "n": n})
			return e
		}
	}
	return nil
}

func (e *SumError) Error() string { return fault.InEnglish(e) }

// A KitError says why a kit cannot be planned, read or compared. It is
// immutable and safe for concurrent use.
type KitError struct {
	fault.Data
	Err error // or nil

	// Old and New are the names of two campaigns whose kits cannot be
	// compared: the rule is "kit-other".
	Old, New string
}

func kitError(rule string, values fault.Values) *KitError {
	return &KitError{Data: rules.English.New(rule, "", values)}
}

// kitFailed wraps an error.
func kitFailed(rule, file string, err error) *KitError {
	e := kitError(rule, fault.Values{"file": file, "cause": err})
	e.Err = err
	return e
}

func (e *KitError) Error() string { return fault.InEnglish(e) }

// Unwrap returns the reason, if it is an error.
func (e *KitError) Unwrap() error { return e.Err }

// A ReelError says why the captions of a reel cannot be used. It is immutable
// and safe for concurrent use.
type ReelError struct {
	fault.Data
	Reel, Lang string
	Cue        int // from 1; 0: all of them
}

func reelError(rule, reel, lang string, cue int, values fault.Values) *ReelError {
	all := with(fault.Values{"reel": reel, "lang": lang, "cue": cue}, values)
	return &ReelError{rules.English.New(rule, "", all), reel, lang, cue}
}

func (e *ReelError) Error() string { return fault.InEnglish(e) }

// A PageError says what of a page, a letter's guide or the page's own words may
// not stand on the start page. Its field is "link http://example.org" or
// "labels", its position the file of the campaign. It is immutable and safe for
// concurrent use.
type PageError struct {
	fault.Data
	File string // of the campaign: "pages/en/faq.md"
}

func (e *PageError) Error() string { return placed(e.Position(), e) }

// Position is the file of the campaign.
func (e *PageError) Position() fault.Position { return fault.Position{File: e.File} }

// A ThreadError says which part of a thread cannot be posted on a platform, and
// why. It is immutable and safe for concurrent use.
type ThreadError struct {
	fault.Data
	Thread, Lang, Platform string // Platform "": on any
	Part                   int    // from 1; 0: all of them
	Err                    error  // or nil
}

func threadError(rule, thread, lang string, on hashtag.Platform, part int, err error) *ThreadError {
	values := fault.Values{"thread": thread, "lang": lang, "platform": on.Name, "part": part, "cause": err}
	return &ThreadError{rules.English.New(rule, "", values), thread, lang, on.ID, part, err}
}

func (e *ThreadError) Error() string { return fault.InEnglish(e) }

// Unwrap returns the reason.
func (e *ThreadError) Unwrap() error { return e.Err }

// errNotBuilt is for a Kit that Build did not return.
var errNotBuilt = kitError("kit-empty", nil)
