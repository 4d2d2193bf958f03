package text

import (
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/bidi"
)

// RightToLeft reports a character that makes text read from right to left: of
// the bidirectional class R or AL, as the letters of Hebrew, Arabic, Syriac,
// N'Ko and Adlam are.
func RightToLeft(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// firstStrongIsRight is rule P2 of the bidirectional algorithm, without
// isolates, which no text here has.
func firstStrongIsRight(text []rune) bool {
	for _, r := range text {
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.L || RightToLeft(r) {
			return p.Class() != bidi.L
		}
	}
	return false
}

// ScriptRightToLeft reports whether a script, by its four letters in ISO 15924,
// is written from right to left.
func ScriptRightToLeft(iso string) bool {
	script, err := language.ParseScript(iso)
	if err != nil {
		return false
	}
	b := harfbuzz.NewBuffer()
	b.Props.Script, b.Props.Language = script, "und" // else the system's language is looked up
	b.GuessSegmentProperties()
	return b.Props.Direction == harfbuzz.RightToLeft
}
