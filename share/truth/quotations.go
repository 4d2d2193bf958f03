package truth

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A said is what somebody says in the record of a fact, in a language: a
// quotation or a reply.
type said struct {
	Lang, Words string // bare
	Translated  bool   // by the campaign, or a report
	By          string `json:",omitempty"` // names that tell the speaker, in every language, with spaces between
}

// A spoken is what is known of a campaign's quotations.
type spoken struct {
	Record   []said
	Speakers []string // names as they stand within a sentence
}

// spokenOf is what the facts of a campaign quote, and whom.
func spokenOf(c *campaign.Campaign) (all spoken) {
	for i := range c.Facts {
		f := &c.Facts[i]
		for _, q := range []*campaign.Quote{&f.Quote, &f.Chart.Quote} {
			all.add(q.Speaker, q.Text, q.Verbatim)
		}
		for _, r := range f.Replies {
			all.add(r.Speaker, r.Text, r.Verbatim)
		}
		for lang, claim := range f.Claim {
			all.within(lang, claim)
		}
		for _, note := range f.Caveats {
			all.within("", note)
		}
	}
	slices.Sort(all.Speakers)
	all.Speakers = slices.Compact(all.Speakers)
	slices.SortFunc(all.Record, func(a, b said) int {
		return cmp.Or(cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.Words, b.Words), cmp.Compare(a.By, b.By))
	})
	all.Record = slices.Compact(all.Record)
	return all
}

// add takes what a speaker says. What is not said to be verbatim in a language
// is a translation there.
func (a *spoken) add(speaker, text campaign.Text, verbatim map[string]bool) {
	for lang, words := range text {
		a.Record = append(a.Record, said{lang, bareWords(words), verbatim != nil && !verbatim[lang], calledBy(speaker)})
	}
	for _, name := range speaker {
		a.Speakers = append(a.Speakers, namesOf(name)...)
	}
}

// passages are what a text has between quotation marks, of whatever kind.
var passages = pattern.New(inQuotes + `|(?:^|[\s(])'[^'\n]*'`)

// within takes the quotations of a text.
func (a *spoken) within(lang, words string) {
	for _, passage := range passages().FindAllString(words, -1) {
		if bare := bareWords(passage); strings.Count(bare, " ")+1 >= fewQuoted {
			a.Record = append(a.Record, said{Lang: lang, Words: bare})
		}
	}
}

// country is what the name of a government's department begins or ends with.
var country = pattern.New(`^(?:U\.S\.|The|La) | de EE\. UU\.$`)

// fewInitials are too few to be a name.
const fewInitials = 3

// namesOf is who speaks, and what they are called in short: Department of Homeland
// Security, Homeland Security, DHS.
func namesOf(name string) (all []string) {
	name, _, _ = strings.Cut(name, ",")
	name = country().ReplaceAllString(name, "")
	initials, last := "", name
	for i, word := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			initials += string(r)
		}
		if rest := strings.Fields(name)[i:]; len(rest) == 2 && rest[0] != strings.ToLower(rest[0]) {
			last = strings.Join(rest, " ")
		}
	}
	if all = []string{name, last}; len(initials) >= fewInitials && strings.HasPrefix(name, "Dep") {
		all = append(all, initials)
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// ofOffice are words in capitals that tell of many speakers.
var ofOffice = pattern.New(`^(?:The|La|El|U|S|EE|UU|President[ea]?|Judge|Ju[ei]z|Government|Gobierno|` +
	`Department|Departamento|Secretar(?:y|io|ia)|State|Estado)$`)

// calledBy are the words in capitals by which a speaker is told from others.
func calledBy(speaker campaign.Text) string {
	var all []string
	for _, lang := range slices.Sorted(maps.Keys(speaker)) {
		name, _, _ := strings.Cut(speaker[lang], ",")
		for _, short := range append(namesOf(name), name) {
			for _, word := range strings.FieldsFunc(short, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) && !ofOffice().MatchString(word) && !slices.Contains(all, word) {
					all = append(all, word)
				}
			}
		}
	}
	return strings.Join(all, " ")
}

// bareWords are words as they are compared: small letters and digits with
// single spaces.
func bareWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// fewQuoted is how many words in quotation marks are a passage, and not a word
// that is talked about.
const fewQuoted = 3

// fewTranslated are fewer words than make a translated passage: less is a term.
const fewTranslated = 4

// A quotationReader holds the quotations of a text to who said them.
type quotationReader struct{ *reading }

// quotations finds passages that the text ascribes to somebody whom the
// campaign quotes and that stand in no fact's record, and translations between
// quotation marks.
func (r quotationReader) quotations() {
	if r.Kept || strings.Contains(r.Field, ".replies[") || !strings.ContainsAny(r.Words, "“«\"‘'") {
		return
	}
	for _, at := range spokenIn().FindAllStringIndex(r.Words, -1) {
		before, found, after := around(r.Words, at)
		if end := strings.LastIndexByte(found, '.'); end >= 0 && endsAt(found+after, end) {
			after = ""
		}
		if r.longAgo(before+after) || denied().MatchString(before[max(0, len(before)-deniedNear):]) {
			continue
		}
		ascribed := r.ascribes(before, after) || r.puts(before, after)
		for part := range strings.SplitSeq(strings.ReplaceAll(found, "...", "…"), "…") {
			r.passage(bareWords(part), at, found, ascribed)
		}
	}
}

// spokenIn is what is quoted, in marks of any kind.
var spokenIn = pattern.New(inQuotes + single)

// beforeQuote and afterQuote are how far from a quotation stands who says it, in bytes.
const beforeQuote, afterQuote = 80, 40

// deniedNear is how far before a quotation stands what says that nobody said it.
const deniedNear = 40

// ascribes reports whether the sentence of a quotation names somebody whom the
// campaign quotes, and says beside it that this is said.
func (r quotationReader) ascribes(before, after string) bool {
	named := slices.ContainsFunc(r.said.Speakers, func(name string) bool {
		return strings.Contains(before+" "+after, name) || strings.Contains(before, lastName(name))
	})
	beside := before[max(0, len(before)-beforeQuote):] + " | " + after[:min(len(after), afterQuote)]
	return named && (strings.HasSuffix(strings.TrimRight(before, " "), ":") || lists().Attributed.First(beside, strings.ToLower(beside)) != nil)
}

var (
	// spokeBefore and spokeAfter are who says a quotation, by name or office, on
	// either side of it.
	spokeBefore = pattern.New(`(?:` + named + `|` + office + `[^.!?"“«]{0,30}) (?:` + speaks + `)(?: [^.!?"“«]{0,40})?[:,]? ?$|` +
		`(?i:in the words of|en palabras de|` + speaks + `) (?:\p{Ll}+ ){0,3}` + named + `(?: [^.!?"“«]{0,30}(?:que|that))?[:,]? ?$|` +
		`\b((?-i:\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)): ?$|(?i:` + office + `)(?: \p{L}+){0,3}: ?$`)
	spokeAfter = pattern.New(`^,? ?(?:(?:l[eo]s? |nos |me |se l[oa] )?(?:` + speaks + `) (?:[^.!?"“«]{0,20} )??(?:` + named + `|` + office + `)|` +
		`(?:(?:the|an?|one|another|el|la|una?|otr[oa]) )?(?:\pL+['’]s )?(?:` + named + `|` + office + `)(?: \p{L}+){0,2} (?:` + speaks + `))`)

	// anybody stands where a name would and is none.
	anybody = pattern.New(`^(?:He|She|They|We|You|One|Who|This|That|It|Nobody|Everyone|Somebody|Ella|Ellos|Ellas|Quien|Alguien|Nadie|Todos|Uno)$`)

	// scripture is what everybody may quote.
	scripture = pattern.New(`\b(?:Gospel|Bible|Psalms?|Proverbs?|Scripture|Constitution|Declaration|Article|Law|` +
		`Evangelio|Biblia|Salmos?|Proverbios?|Escritura|Constitución|Declaración|Artículo|Ley)\b`)
)

const (
	named  = `((?-i:\b\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?|\b\p{Lu}{3,5}\b))`
	office = `(?i:\b(?:(?:vice |ex-?)?president|secretary|minister|warden|director|ambassador|spokes(?:man|woman|person)|official|judges?|justices?|` +
		`attorney general|prosecutor|agent|guard|officer|governor|senator|commissioner|White House|Supreme Court|government|ministry|` +
		`presidente|presidenta|secretari[oa]|ministr[oa]|alcaide|director[a]?|embajador[a]?|vocer[oa]|portavoz|funcionari[oa]|` +
		`juez|jueza|fiscal|agente|guardia|custodio|gobernador[a]?|senador[a]?|congresista|comisionad[oa]|Casa Blanca|Corte Suprema|gobierno|ministerio)e?s?)\b`
	speaks = `(?i:said|says|told|called|tells|shouted|yelled|threatened|answered|responded|commented|ruled|concluded|held|texted|` +
		`contestó|replicó|comentó|gritó|amenazó|llamó|dictaminó|resolvió|concluyó|falló|dicho|puso|` +
		`declared|wrote|tweeted|posted|admitted|confessed|insisted|warned|promised|boasted|bragged|added|replied|announced|explained|` +
		`put it|argued|claimed|testified|swore|joked|vowed|stated|remarked|` +
		`argumentó|alegó|testificó|juró|bromeó|remató|tuiteó|soltó|espetó|` +
		`dijo|dice|declaró|afirmó|escribió|publicó|aseguró|advirtió|` +
		`admitió|confesó|insistió|prometió|presumió|agregó|respondió|anunció|explicó|reconoció|sostuvo|señaló)`
)

// colon is a name before what it says.
var colon = pattern.New(`(?:^|[^\p{L}\d])(?:\p{L}+\.? )?(\p{Lu}\p{L}+)(?: \([^()]{1,30}\))?: ?$`)

// speaks reports whether a name that the facts hold stands with a colon before a
// quotation.
func (r quotationReader) speaks(before string) bool {
	m := colon().FindStringSubmatch(before)
	return m != nil && slices.ContainsFunc(r.said.Speakers, func(name string) bool { return slices.Contains(strings.Fields(name), m[1]) })
}

// puts reports whether words without a link are put in the mouth of somebody
// with a name or an office, whoever that is.
func (r quotationReader) puts(before, after string) bool {
	return !r.read && !strings.Contains(r.Words, "://") &&
		(r.speaks(before) || names(spokeBefore().FindStringSubmatch(before)) || names(spokeAfter().FindStringSubmatch(after)))
}

// names reports a match whose names, if it has some, are not those of anybody.
func names(match []string) bool {
	return match != nil && !scripture().MatchString(match[0]) && !slices.ContainsFunc(match[1:], anybody().MatchString)
}

// passage holds words of a quotation to the record. What is ascribed to nobody may be
// anybody's, unless it is much like what stands there.
func (r quotationReader) passage(words string, at []int, found string, ascribed bool) {
	n := strings.Count(words, " ") + 1
	if n < fewQuoted {
		return
	}
	best, values := 0.0, fault.Values{"quote": clip(strings.Trim(found, `“”«»"`))}
	speakers, stands := "", false
	for _, s := range r.said.Record {
		if strings.Contains(" "+s.Words+" ", " "+words+" ") {
			if n >= fewTranslated && s.Translated && s.Lang == r.Lang && !translated().MatchString(r.Words) {
				r.find(campaign.Error, "quotation-translated", at[0], at[1], values)
				return
			}
			speakers, stands = cmp.Or(speakers, s.By), true
		}
		best = max(best, shared(words, s.Words))
	}
	if stands {
		if ascribed && speakers != "" && n >= fewTranslated && !r.read && !r.namesOne(speakers) {
			values["speaker"] = speakers
			r.find(campaign.Warning, "quotation-ascribed", at[0], at[1], values)
		}
		return
	}
	switch {
	case ascribed && best >= alike, !r.read && n >= muchQuoted && best >= muchAlike:
		r.find(campaign.Error, "quotation-altered", at[0], at[1], values)
	case ascribed:
		r.find(campaign.Warning, "quotation-unknown", at[0], at[1], values)
	}
}

// lastName is the last word of a name in two, with a space before it.
func lastName(name string) string {
	if strings.Count(name, " ") != 1 {
		return name
	}
	return name[strings.IndexByte(name, ' '):]
}

// namesOne reports whether one of some words in capitals stands in the text. A name
// of the campaign's subject tells nobody.
func (r quotationReader) namesOne(words string) bool {
	telling := slices.DeleteFunc(strings.Fields(words), func(word string) bool { return slices.Contains(r.subjects, word) })
	return len(telling) == 0 || slices.ContainsFunc(telling, func(word string) bool { return strings.Contains(r.Words, word) })
}

// translated is how a text says that a quotation is a translation.
var translated = pattern.New(`(?i)\b(?:translat|traduc|our words|en inglés|in spanish|reported|reportad)`)

// alike is the share of a quotation's words in a passage from which on it is
// that passage, altered.
const alike = 0.6

// muchAlike is that share where nobody is said to speak, of muchQuoted words or more.
const muchAlike, muchQuoted = 0.8, 7

// shared is the share of words that stand in a passage.
func shared(words, passage string) float64 {
	n, in := 0, 0
	for word := range strings.FieldsSeq(words) {
		n++
		if strings.Contains(" "+passage+" ", " "+word+" ") {
			in++
		}
	}
	return float64(in) / float64(max(n, 1))
}
