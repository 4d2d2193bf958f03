package letter

import (
	"fmt"
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Rules are the rules that this package's errors break, each with its words
// in English. Their names never change; what they say may. The map is the
// caller's own.
func Rules() fault.Rules { return maps.Clone(english) }

var english = fault.Rules{
	// Error
	"draft-unknown":      {Message: "letter {letter}, language {lang}: there is no such letter"},
	"draft-unsent":       {Message: "letter {letter}, language {lang}: is not there in the language it is sent in"},
	"draft-fallen":       {Message: "letter {letter}, language {lang}: rests on the fact {fact}, which no longer stands"},
	"draft-other-office": {Message: `letter {letter}, language {lang}: is for the office "{office}", not for "{got}"`},
	"draft-mail":         {Message: `letter {letter}, language {lang}: "{mail}" is not a mail address`, Fix: "write it as name@example.org"},
	"draft-name":         {Message: "letter {letter}, language {lang}: the recipient's name {cause}"},

	// SlotError
	"draft-slot-missing":        {Message: "{slot} ({label}): is missing"},
	"draft-slot-few-words":      {Message: "{slot} ({label}): wants at least {least} words of your own", Fix: "words so far: {n}"},
	"draft-slot-unfit":          {Message: "{slot} ({label}): {cause}"},
	"draft-slot-no-name":        {Message: "{slot} ({label}): the recipient has no name"},
	"draft-slot-no-office":      {Message: "{slot} ({label}): needs the recipient's office: one of {offices}"},
	"draft-slot-unknown-office": {Message: `{slot} ({label}): has no word for the recipient's office "{office}"`, Fix: "give one of {offices}"},

	// what "draft-name" and "draft-slot-unfit" name
	"draft-words-long":      {Message: "has {n, plural, one {# character} other {# characters}}, at most {most} are taken"},
	"draft-words-encoding":  {Message: "is not UTF-8"},
	"draft-words-lines":     {Message: "has more than one line"},
	"draft-words-invisible": {Message: "contains the invisible character {character}"},
}

// An Error says why a letter cannot be finished for a recipient: a
// [fault.Fault]. It is immutable and safe for concurrent use.
type Error struct {
	fault.Data
	Letter, Lang string
}

func refuse(rule string, d *Draft, values fault.Values) *Error {
	all := fault.Values{"letter": d.Letter, "lang": d.Lang}
	maps.Copy(all, values)
	return &Error{english.New(rule, "", all), d.Letter, d.Lang}
}

func (e *Error) Error() string { return fault.InEnglish(e) }

// A SlotError says which slot of a letter wants other words: a [fault.Fault].
// It is immutable and safe for concurrent use.
type SlotError struct {
	fault.Data
	Letter, Lang string
	Slot, Label  string
}

func refuseSlot(rule string, l *campaign.Letter, s *campaign.Slot, values fault.Values) *SlotError {
	all := fault.Values{"letter": l.ID, "lang": l.Lang, "slot": s.ID, "label": s.Label}
	maps.Copy(all, values)
	return &SlotError{english.New(rule, "", all), l.ID, l.Lang, s.ID, s.Label}
}

func (e *SlotError) Error() string {
	return fmt.Sprintf("letter %s, language %s, %s", e.Letter, e.Lang, fault.InEnglish(e))
}

// OfRecipient reports whether the slot is filled from the recipient, who lacks
// what it needs: the sender's words do not mend it.
func (e *SlotError) OfRecipient() bool {
	switch e.Rule() {
	case "draft-slot-no-name", "draft-slot-no-office", "draft-slot-unknown-office":
		return true
	}
	return false
}

// A wordsError says why words cannot stand in a letter.
type wordsError struct{ fault.Data }

func (e *wordsError) Error() string { return fault.InEnglish(e) }
