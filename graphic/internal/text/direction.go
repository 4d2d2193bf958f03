package text

import (
	"slices"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	xlanguage "golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"
)

// RightToLeft reports a character that makes text read from right to left: of
// the bidirectional class R or AL, as the letters of Hebrew, Arabic, Syriac,
// N'Ko and Adlam are.
func RightToLeft(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// readsRight reports the direction of a passage: that of its language, not of
// its first letter, since Arabic may begin with "BBC" and English with a name
// in Hebrew. Words without a language, or none in the script of theirs, go by
// their first letter (rule P2).
func readsRight(text []rune, lang string) bool {
	tag, err := xlanguage.Parse(lang)
	if err != nil || tag == xlanguage.Und {
		return firstStrongIsRight(text)
	}
	script, _ := tag.Script()
	right := ScriptRightToLeft(script.String())
	if slices.ContainsFunc(text, func(r rune) bool { return strongly(r, right) }) {
		return right
	}
	if slices.ContainsFunc(text, func(r rune) bool { return strongly(r, !right) }) {
		return !right
	}
	return right // numbers and signs
}

// strongly reports a letter of that direction.
func strongly(r rune, right bool) bool {
	if right {
		return RightToLeft(r)
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.L
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
