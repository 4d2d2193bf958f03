package campaign

import (
	"regexp"
	"strings"
)

// A term is a way of putting it that does harm or claims too much.
type term struct {
	lang    string // "": any
	pattern *pattern
	rule    string
	say     string // what to write in its place, in lang; or ""
	claim   bool   // harmless where it is denied or asked: "not innocent", "innocent?"

	// unless is what may follow it and makes it harmless: "vote for" a bill.
	unless *regexp.Regexp

	// after is what may stand before it in its sentence and makes it harmless:
	// "accused of being" one.
	after *regexp.Regexp
}

func phrase(s string) *pattern { return compile(`(?i)\b(?:` + s + `)(?:[^\p{L}]|$)`) }

// then is what may follow, after some words of no weight.
func then(s string) *regexp.Regexp { return regexp.MustCompile(`(?i)^ ?(?:` + s + `)(?:[^\p{L}]|$)`) }

const (
	// named is a name of two words or more, or one with a title.
	named = `(?:\p{Lu}\p{Ll}+(?: (?:de|del|la|las|los|van|von|da|dos))*(?: \p{Lu}[\p{L}.'-]*)+|(?:Mr|Mrs|Ms|Dr|Sr|Sra|President|Senator|Judge|Secretary|Director|presidente|presidenta|ministro|ministra|juez|jueza)\.? \p{Lu}[\p{L}'-]+)`

	crimes  = `murder|torture|kidnapping|genocide|perjury|treason|rape|fraud|a crime|crimes|war crimes|crimes against humanity`
	delitos = `asesinatos?|homicidios?|tortura|genocidio|traición|fraude|un delito|delitos|un crimen|crímenes|secuestros?`
)

// guilty is a name and what it is said to be or to have done.
func guilty(says string) *pattern {
	return compile(named + `,? (?:` + says + `)(?:[^\p{L}]|$)`)
}

var (
	whoEn   = `aliens?|immigrants?|migrants?|people|persons?|men|man|women|woman|children|kids|famil(?:y|ies)|workers?|residents?|foreigners?|(?:foreign )?nationals?|arrivals?|youths?|individuals?|entrants?|refugees?|border[- ]crossers?|crossers?|criminals?|Venezuelans?|Salvadorans?|Mexicans?|Hondurans?|Guatemalans?`
	whoEs   = `inmigrantes?|migrantes?|personas?|extranjer[oa]s?|hombres?|mujer(?:es)?|niñ[oa]s?|jóvenes|menores|familias?|trabajador(?:es|as?)?|vecin[oa]s?|venezolan[oa]s?|salvadoreñ[oa]s?|mexican[oa]s?|hondureñ[oa]s?|guatemaltec[oa]s?|indocumentad[oa]s?|gente`
	worseEn = `murderer|killer|rapist|gang member|gangster|terrorist|torturer|kidnapper|felon|thief|trafficker|drug dealer|monster`
	badEn   = `(?:` + worseEn + `|criminal)`
	badEs   = `(?:asesin[oa]|homicida|violador[a]?|pandiller[oa]|marer[oa]|criminal|delincuente|terrorista|torturador[a]?|secuestrador[a]?|narcotraficante|monstruo)`
	ballots = then(`(?:the|this|that|a|an|its|their|any|more|public|S\.|H\.R\.|H\.Res\.)? ?(?:[\p{L}\d.'-]+ ){0,3}(?:bills?|resolutions?|amendments?|measures?|acts?|motions?|laws?|hearings?|budgets?|rules?|treaty|subpoenas?|aid|funding|money|\d+)`)
	leyes   = then(`(?:la|el|una|un|esta|este|los|las)? ?(?:[\p{L}\d.'-]+ ){0,3}(?:ley|leyes|resolución|proyectos?|enmiendas?|medidas?|moción|audiencias?|presupuesto|normas?|tratado|fondos|ayuda)`)
	crime   = then(`records?|histor(?:y|ies)|backgrounds?|cases?|charges?|convictions?|matters?|courts?|trials?|offen[cs]es?|investigations?|laws?|prosecutions?|complaints?|acts?|proceedings?|penalt(?:y|ies)|justice|organi[sz]ations?|contempt|cod[eo]`)
)

// surname is one name alone, of a person one has heard of, and what it is said
// to be. A pronoun that begins a sentence looks like one: see harmless.
func surname(says string) *pattern {
	return compile(`(?:^|[^\p{L}])\p{Lu}\p{Ll}{3,} (?:` + says + `)(?:[^\p{L}]|$)`)
}

// pronoun begins what looks like a surname and is none.
var pronoun = regexp.MustCompile(`^[^\p{L}]*(?:This|That|There|They|Here|What|Nobody|Someone|Somebody|Everyone|Everybody|Anyone|Whoever|Neither|Esto|Esta|Este|Eso|Esa|Ese|Ello|Ella|Quien|Nadie|Alguien|Todo) `)

// unproven and exception take back what they follow, ofRules what follows it:
// "innocent until proven guilty", "the regime of exception", "a tax regime".
var (
	unproven  = then(`(?:until|unless|till|hasta|mientras)`)
	exception = then(`of (?:exception|emergency)|change`)
	ofRules   = regexp.MustCompile(`(?i)\b(?:tax|fiscal|sanctions?|visa|bail|parole|legal|regulatory|inspection|control|treaty|licen[cs]ing|trade|customs|pension|rights|privacy|weather) $`)
)

// designated is the official name of a list or a charge. Organizations and
// charges of others are reported, not said.
var (
	designated = then(`designations?|organi[sz]ations?|attacks?|lists?|watch-?lists?|charges?|financing`)
	reported   = regexp.MustCompile(`(?i)\b(?:accus|alleg|label|brand|designat|acus|tach|tild|calific|organizaci)\p{L}*[^\p{L}]`)
)

// lawyers are not the criminals they defend.
var lawyers = then(`lawyers?|defen[cs]e|justice|courts?|division`)

// terms are the cautions of the campaign's fact notes and of the press's style
// guides (AP and NAHJ on "illegal"; the harm rules of WITNESS).
var terms = []term{
	{"en", phrase(`illegals|illegal (?:` + whoEn + `)|an illegal(?: who| from| was| is| has| had| came| living| caught| entered|[.,;:!?]|$)`), "says-illegal", `"people without papers"`, false, nil, nil},
	{"es", phrase(`(?:los|las|unos|estos|esos|` + whoEs + `)(?: en situación)? ilegal(?:es)?|ilegales (?:extranjer|venezolan|salvadoreñ|mexican|hondureñ|guatemaltec)[oa]s|(?:un|una) ilegal(?: que| más| fue| es| entró|[.,;:!?]|$)`), "says-illegal", "«personas sin papeles»", false, nil, nil},
	{"en", phrase(`criminal aliens?|alien criminals?`), "says-criminal-alien", "", false, nil, nil},
	{"es", phrase(`(?:extranjer[oa]s?|inmigrantes?|migrantes?) (?:criminal(?:es)?|delincuentes?)`), "says-criminal-alien", "", false, nil, nil},
	{"en", phrase(`kidnap(?:ped|ping|pings|s)?|abduct(?:ed|ion|ions|ing|s)?|rendition(?:ed|s)?`), "says-kidnapped", `"sent" or "flown"`, false, nil, nil},
	{"es", phrase(`secuestr(?:o|os|ó|a|an|ar|aron|aba|aban|ando|ad[oa]s?)|rapt(?:o|ó|aron|ad[oa]s?)`), "says-kidnapped", "«enviados» o «trasladados»", false, nil, nil},
	{"en", phrase(`innocents?|(?:their|his|her) innocence (?:is|was) (?:clear|proven|obvious|certain|beyond doubt)`), "says-innocent", `"no record found"`, true, unproven, nil},
	{"es", phrase(`inocentes?|su inocencia (?:es|está|fue|quedó) (?:clara|probada|demostrada|evidente|indudable)`), "says-innocent", "«no se hallaron antecedentes»", true, unproven, nil},
	{"en", phrase(`(?:none of (?:them|us|you|(?:these|those|the)(?: \p{L}+){1,2}) (?:is|are|was|were)|not|never|no|neither|\p{L}+n't) (?:been |be )?(?:a |an |any |all |even |just |violent )*(?:criminals?|gangsters?|gang members?|felons?|murderers?|thugs?|bad (?:guys?|hombres?|people))|law[- ]abiding`), "says-no-criminal", `"no record found"`, true, crime, nil},
	{"es", phrase(`(?:no|ni|nunca|jamás|ningun[oa](?: de (?:ellos|ellas|l[oa]s \p{L}+))?) (?:es|son|somos|soy|era|eran|fue|fueron|ha sido|han sido|sea|sean)? ?(?:un |una |unos |unas |ningún |ningunos |todos )?(?:criminal(?:es)?|delincuentes?|pandiller[oa]s?|marer[oa]s?)`), "says-no-criminal", "«no se hallaron antecedentes»", true, nil, nil},
	{"en", phrase(`(?:concentration|death|extermination|torture) camps?|gulags?|hell ?holes?`), "says-camp", `"prison"`, false, nil, nil},
	{"es", phrase(`campos? de (?:concentración|exterminio|tortura|(?:la )?muerte)|gulags?`), "says-camp", "«prisión»", false, nil, nil},
	{"en", phrase(`regimes?|dictatorships?|fascists?|fascism|dictators?|tyrants?`), "says-regime", `"government"`, false, exception, ofRules},
	{"es", phrase(`dictaduras?|dictador(?:a|es)?|fascis(?:tas?|mo)|tiran[oa]s?|régimen (?:de (?:Bukele|Trump|Maduro|Ortega|terror)|autoritario|autocrático|dictatorial|represivo|criminal|asesino|bukelista)`), "says-regime", "«gobierno»", false, nil, nil},
	{"en", phrase(`(?:please |now |then )?(?:vote|voting) (?:for|against)`), "says-vote", "", false, ballots, nil},
	{"en", phrase(`(?:vote|voting|voted) (?:out|blue|red|Democrat(?:ic)?|Republican|(?:him|her|them|those who|\p{Lu}\p{L}+) out)|re-?elect(?:ed|ing|ion)?|(?:elect|defeat|unseat|endorse|oust)s? (?:Senator|Representative|Congress(?:man|woman)|Governor|President|Mayor)|(?:throw|kick) (?:him|her|them) out of office|(?:remember|punish|answer|show|hold|tell)\p{L}*(?: \p{L}+){0,5} (?:at|in) the (?:ballot box|polls|voting booth)|(?:elect|support|back) (?-i:\p{Lu}\p{Ll}+ \p{Lu}[\p{L}-]+) (?:to|for|as) (?:the |our )?(?:next )?(?:Senate|House|Congress|President|Governor|Mayor|Senator)|campaign(?:ing)? (?:for|against) (?:Senator|Representative|the candidate)`), "says-vote", "", true, nil, nil},
	{"es", phrase(`vot(?:a|á|e|es|en|ar|emos|ad) (?:por|a favor de|contra|en contra de)`), "says-vote", "", false, leyes, nil},
	{"es", phrase(`reelig\p{L}*|reelij\p{L}*|reelegir\p{L}*|reelección|(?:s[aá]ca|sac|saqu|saquen|quit|quít)\p{L}*(?: [\p{L}]+){0,3} con (?:tu|su|nuestro|el) voto|(?:cast[ií]g|acu[eé]rd|recu[eé]rd|respond)\p{L}*(?: [\p{L}]+){0,3} en las urnas|voto de castigo|el(?:ige|ijan|ijamos|egir) a (?-i:\p{Lu}\p{Ll}+ \p{Lu}\p{L}+) (?:como )?(?:senador|diputad|president|alcald|congresista)\p{L}*`), "says-vote", "", true, nil, nil},
	{"en", guilty(`(?:is|was|are|were) (?:\p{Ll}+ly )?(?:guilty|(?:a |an |the )?(?:known |convicted |dangerous |notorious |violent |war |real )?` + badEn + `)|(?:has |have |had )?(?:murdered|raped|tortured|kidnapped|trafficked|murders|rapes|tortures|kidnaps|committed (?:` + crimes + `))`), "says-guilty", "", true, lawyers, nil},
	{"en", surname(`(?:is|was) (?:\p{Ll}+ly )?(?:guilty|(?:a|an|the) (?:known |convicted |dangerous |notorious |violent |war |real )?` + badEn + `)`), "says-guilty", "", true, lawyers, nil},
	{"en", compile(`(?:^|[^\p{L}])(?:(?i:` + worseEn + `)|criminal) ` + named), "says-guilty", "", true, nil, nil},
	{"es", guilty(`(?:es|son|era|fue) (?:culpable|(?:un |una |el |la )?(?:conocid[oa] |peligros[oa] )?` + badEs + `)|(?:asesinó|torturó|secuestró|cometió (?:` + delitos + `))`), "says-guilty", "", true, nil, nil},
	{"es", surname(`(?:es|fue) (?:culpable|(?:un|una|el|la) (?:conocid[oa] |peligros[oa] )?` + badEs + `)`), "says-guilty", "", true, nil, nil},
	{"es", compile(`(?:^|[^\p{L}])(?i:(?:el|la) ` + badEs + `) ` + named), "says-guilty", "", true, nil, nil},
	{"", compile(`\b(?:EXAMPLE|EJEMPLO)\b`), "says-example", "", false, nil, nil},
	{"en", phrase(`thugs?|terrorists?|wetbacks?|anchor bab(?:y|ies)|animals who|(?:these|those) animals|(?:they are|they're) (?:just |only |nothing but )?animals|savages`), "says-terrorist", "", true, designated, reported},
	{"es", phrase(`terroristas?|espaldas mojadas|escoria|alimañas|(?:esos|estos) animales|son (?:unos )?animales`), "says-terrorist", "", true, nil, reported},
}

// wording finds words that the campaign's own cautions advise against. What a
// source calls itself, what stands in quotation marks and what is for editors
// is left as it is, and so are pages that list such words in order to advise
// against them. Of two terms of one rule that end together, as a name in full and
// its last part do, the first is told.
func wording(k *checker, w words) {
	if w.forEditors() || strings.HasSuffix(w.at.path, "source.title") || k.glossary(w) {
		return
	}
	read := fold(addresses.ReplaceAllStringFunc(w.text, blank))
	read.set(unquote(read.text))
	told := make(map[ending]bool)
	for i := range terms {
		t := &terms[i]
		if w.lang != "" && t.lang != "" && base(w.lang) != t.lang {
			continue
		}
		for _, at := range t.pattern.all(&read) {
			if end := (ending{t.rule, at[1]}); !told[end] && !k.full() && !t.harmless(read.text, at) {
				told[end] = true
				found := strings.Trim(read.text[at[0]:at[1]], " \n.,;:!?()|")
				k.findIn(Warning, w, read.origin(at[0]), t.rule, with{"found": found, "instead": t.say})
			}
		}
	}
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
	if t.unless != nil && t.unless.MatchString(text[len(end):]) {
		return true
	}
	if t.after != nil && t.after.MatchString(before) {
		return true
	}
	return t.claim && (denied.MatchString(before) || asked(text[len(end):]) || pronoun.MatchString(text[at[0]:at[1]]))
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

// maxSentence is how many bytes around a term are read for what takes it back.
const maxSentence = 1000

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

// denied is what turns a claim into its denial, or into a report of it.
var denied = regexp.MustCompile(`(?i)\b(?:no|not|never|nobody|nor|guilty or|presum(?:ed?|e[ns]?|id[oa]s?)|myth|whether|alleged|ni|nadie|nunca|mito|presunt[oa]s?|culpable)(?:[^\p{L}]|$)|n't\b`)
