package harm

import (
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A term is a way of putting it that does harm or claims too much.
type term struct {
	Rule    string
	Instead string          `json:",omitempty"`
	Claim   bool            `json:",omitempty"` // harmless where it is denied or asked: "not innocent", "innocent?"
	Lang    string          `json:",omitempty"` // "": any
	Pattern *needle.Pattern // what it looks like
	Unless  *needle.Pattern `json:",omitempty"` // what may follow it and makes it harmless: "vote for" a bill
	After   *needle.Pattern `json:",omitempty"` // what may stand before it in its sentence: "accused of being" one
}

// Wording finds at most a number of terms in a text. lang is the text's
// language, "" if it is not known: then terms of every language are looked
// for. What stands in quotation marks is left as it is. Of two terms of one
// rule that end together, as a name in full and its last part do, the first is
// told.
func Wording(t *Text, lang string, most int) (found []Found) {
	read := t.plain
	if strings.ContainsAny(read.text, "“«\"‘'") {
		read.set(unquote(read.text))
	}
	lang, _, _ = strings.Cut(lang, "-")
	told := make(map[ending]bool)
	likely := lists().terms.Likely(read.lower)
	for i, term := range lists().Terms {
		if !likely[i] || lang != "" && term.Lang != "" && lang != term.Lang {
			continue
		}
		for _, at := range term.Pattern.Found(read.text) {
			if end := (ending{term.Rule, at[1]}); !told[end] && len(found) < most && !term.harmless(read.text, at) {
				told[end] = true
				words := strings.Trim(read.text[at[0]:at[1]], " \n.,;:!?()|")
				found = append(found, Found{term.Rule, words, term.Instead, read.origin(at[0])})
			}
		}
	}
	return found
}

// ending is where a term of a rule ends.
type ending struct {
	rule string
	at   int
}

// harmless reports a term that is taken back, or turned to something else, by
// what stands around it.
func (t *term) harmless(text string, at []int) bool {
	before := sentence(text[:at[0]])
	end := strings.TrimRight(text[:at[1]], " \n.,;:!?()|")
	if t.Unless != nil && t.Unless.In(text[len(end):]) || t.After != nil && t.After.In(before) {
		return true
	}
	return t.Claim && (lists().Denied.In(before) || asked(text[len(end):]) || lists().Pronouns.In(text[at[0]:at[1]]))
}

// addresses are links: their paths hold numbers of other kinds.
var addresses = pattern.New(`https?://\S+`)

func blank(s string) string { return strings.Repeat(" ", len(s)) }

// quoted is what somebody else says, in the marks of English and Spanish. A
// single quote opens only after a space, so that apostrophes do not.
var quoted = pattern.New(`“[^”\n]*”|«[^»\n]*»|"[^"\n]*"|‘[^’\n]*’|(?:^|[\s(])'[^'\n]*'`)

func unquote(s string) string { return quoted().ReplaceAllStringFunc(s, blank) }

// maxSentence is how many bytes around a term are read for what takes it back.
const maxSentence = 500

// sentence is the beginning of the sentence that s ends in.
func sentence(s string) string {
	s = s[max(0, len(s)-maxSentence):]
	return s[strings.LastIndexAny(s, ".!?:;|\n")+1:]
}

// asked reports whether the sentence that s begins in ends as a question.
func asked(s string) bool {
	s = s[:min(len(s), maxSentence)]
	i := strings.IndexAny(s, ".!?\n")
	return i >= 0 && s[i] == '?'
}
