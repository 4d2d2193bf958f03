package campaign

import (
	"regexp"
	"strings"
)

// A term is a way of putting it that does harm or claims too much.
type term struct {
	lang    string // "": any
	pattern *regexp.Regexp
	rule    Rule
	say     string // what to write in its place, in lang; or ""
	claim   bool   // harmless where it is denied or asked: "not innocent", "innocent?"
}

func phrase(s string) *regexp.Regexp { return regexp.MustCompile(`(?i)\b(?:` + s + `)(?:[^\p{L}]|$)`) }

// guilty is a name of two words or more, and what it is said to be.
func guilty(is, what string) *regexp.Regexp {
	return regexp.MustCompile(`\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.]*)+ (?:` + is + `) (?:` + what + `)(?:[^\p{L}]|$)`)
}

// terms are the cautions of the campaign's fact notes and of the press's style
// guides (AP and NAHJ on "illegal"; the harm rules of WITNESS).
var terms = []term{
	{"en", phrase(`illegals|illegal (?:aliens?|immigrants?|migrants?|people|persons?|men|man|workers?)`), "says-illegal", `"people without papers"`, false},
	{"es", phrase(`(?:los|las|unos|estos|esos|inmigrantes?|migrantes?|personas?|extranjeros?) ilegal(?:es)?`), "says-illegal", "«personas sin papeles»", false},
	{"en", phrase(`criminal aliens?`), "says-criminal-alien", "", false},
	{"en", phrase(`kidnap(?:ped|ping|s)?|abduct(?:ed|ion|s)?|rendition(?:ed|s)?`), "says-kidnapped", `"sent" or "flown"`, false},
	{"es", phrase(`secuestr(?:o|os|ó|aron|ad[oa]s?)`), "says-kidnapped", "«enviados» o «trasladados»", false},
	{"en", phrase(`innocents?`), "says-innocent", `"no record found"`, true},
	{"es", phrase(`inocentes?`), "says-innocent", "«no se hallaron antecedentes»", true},
	{"en", phrase(`(?:not|never|aren't|isn't|wasn't|weren't) (?:a criminal|a gangster|(?:all )?(?:criminals|gangsters))|no criminals`), "says-no-criminal", `"no record found"`, true},
	{"es", phrase(`no (?:es|son|era|eran|fue|fueron) (?:un |una |unos )?(?:criminal(?:es)?|delincuentes?|pandilleros?)`), "says-no-criminal", "«no se hallaron antecedentes»", true},
	{"en", phrase(`(?:concentration|death|extermination) camps?|gulags?`), "says-camp", `"prison"`, false},
	{"es", phrase(`campos? de (?:concentración|exterminio)|gulags?`), "says-camp", "«prisión»", false},
	{"en", phrase(`regimes?|dictatorships?|fascists?|dictators?`), "says-regime", `"government"`, false},
	{"es", phrase(`dictadura|dictador|fascistas?|régimen(?: de (?:Bukele|Trump|Maduro))`), "says-regime", "«gobierno»", false},
	{"en", phrase(`(?:please |now |then )?vote (?:for|against|out)|re-?elect|(?:defeat|unseat|endorse)s? (?:Senator|Representative|Congress(?:man|woman))`), "says-vote", "", true},
	{"es", phrase(`vot(?:a|e|en|ar|emos) (?:por|contra|en contra de)|reelige|reelijan|reelegir`), "says-vote", "", true},
	{"en", guilty(`is|was`, `guilty|a (?:murderer|killer|rapist|gang member|gangster|criminal|terrorist|torturer)`), "says-guilty", "", true},
	{"es", guilty(`es|era|fue`, `culpable|un[a]? (?:asesin[oa]|violador[a]?|pandiller[oa]|criminal|delincuente|terrorista|torturador[a]?)`), "says-guilty", "", true},
	{"", regexp.MustCompile(`\b(?:EXAMPLE|EJEMPLO)\b`), "says-example", "", false},
	{"en", phrase(`thugs?|terrorists?`), "says-terrorist", "", true},
	{"es", phrase(`terroristas?`), "says-terrorist", "", true},
}

// wording finds words that the campaign's own cautions advise against. What a
// source calls itself, what stands in quotation marks and what is for editors
// is left as it is, and so are pages that list such words in order to advise
// against them.
func wording(k *checker) {
	k.words(func(w words) {
		if w.forEditors() || strings.HasSuffix(w.at.path, "source.title") || k.glossary(w) {
			return
		}
		text := unquote(addresses.ReplaceAllStringFunc(w.text, blank))
		for _, t := range terms {
			if w.lang != "" && t.lang != "" && base(w.lang) != t.lang {
				continue
			}
			for _, at := range t.pattern.FindAllStringIndex(text, -1) {
				if t.claim && (denied.MatchString(sentence(text[:at[0]])) || asked(text[at[1]-1:])) {
					continue
				}
				found := strings.TrimRight(text[at[0]:at[1]], " \n.,;:!?)|")
				k.findIn(Warning, w, at[0], t.rule, found, t.say)
			}
		}
	})
}

func (k *checker) glossary(w words) bool {
	for _, p := range k.c.Pages {
		if p.Glossary && p.at.file == w.at.file && p.at.file != "" {
			return true
		}
	}
	return false
}

// base is the language that a tag is a variety of.
func base(lang string) string {
	lang, _, _ = strings.Cut(lang, "-")
	return lang
}

func blank(s string) string { return strings.Repeat(" ", len(s)) }

// quoted is what somebody else says, in the marks of English and Spanish. A
// single quote opens only after a space, so that apostrophes do not.
var quoted = regexp.MustCompile(`“[^”\n]*”|«[^»\n]*»|"[^"\n]*"|‘[^’\n]*’|(?:^|[\s(])'[^'\n]*'`)

func unquote(s string) string { return quoted.ReplaceAllStringFunc(s, blank) }

// sentence is the beginning of the sentence that s ends in.
func sentence(s string) string {
	return s[strings.LastIndexAny(s, ".!?:;|\n")+1:]
}

// asked reports whether the sentence that s begins in ends as a question.
func asked(s string) bool {
	i := strings.IndexAny(s, ".!?\n")
	return i >= 0 && s[i] == '?'
}

// denied is what turns a claim into its denial, or into a report of it.
var denied = regexp.MustCompile(`(?i)\b(?:no|not|never|nobody|nor|guilty or|myth|whether|alleged|ni|nadie|nunca|mito|presunt[oa]s?|culpable)(?:[^\p{L}]|$)|n't\b`)
