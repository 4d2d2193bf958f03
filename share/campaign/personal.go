package campaign

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A leak is one kind of data about private people.
type leak struct {
	rule    string
	pattern *pattern
	except  func(k *checker, found, before string) bool // not personal after all
}

const (
	streetNames = `(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Terrace|Circle|Highway|Hwy|Parkway|Pkwy|Trail|Way|Square|Alley|Turnpike|Plaza|Plz|Pike|Loop|Row|Crescent|Close|Trl|Ter|Cir)`
	calles      = `(?:(?i:calle|avenida|carrera|pasaje|callejón|paseo|bulevar|boulevard|colonia|carretera)|C/|Cra\.|Kra\.|Cl\.|Av\.|Avda\.|Pje\.|Blvd\.|Col\.)`
	states      = `(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])`
	months      = `(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)\p{L}*\.?`
	born        = `(?i:\bborn|\(b\.|\bbirth ?date|\bbirthday|\bdate of birth|\bd\.?o\.?b\b\.?|\bnacid[oa]|\bnació|\bfecha (?:de )?nac(?:imiento|\.)?|\bf\. ?nac\.|\bcumpleaños|\bcumple años)`
	dayOfBirth  = `(?:[\s:,]+|\b)(?:(?i:is|was|es|the|el|un|día|a|on|in|en) ){0,3}(?:\d{1,2}(?:st|nd|rd|th)?(?:[./-]\d|(?: (?:of|de))? ` + months + `)|\d{4}[-./]\d|` + months + ` \d)`
	marked      = `(?:#|[Nn]\.?o\.?|[Nn]úm\.)` // n.º as it is folded
)

// commonWords tell a phrase from a name that is written small.
var commonWords = strings.Fields(`the a an of in on to down by per this that every and or with from at for is are was were
	people persons men women children cars miles blocks weeks days hours years minutes steps more new
	unas unos una un más casi cerca con por en que durante hace a hasta entre sobre personas y o tras desde hay
	son fue fueron salieron marcharon se su sus al les nos`)

// numbers are the kinds of data, each with a digit in it, that no campaign
// prints. A kit that repeats an address or a file number can put a family in
// danger, however public the paper it was copied from.
var numbers = []leak{
	{"private-file-number", compile(`(?:\b[Aa]|(?i:\balien (?:registration )?(?:number|no\.)|\buscis (?:number|no\.)|\ba[- ]?(?:number|file)|\bnúmero (?:a|de extranjero))(?: is| es)?[\s:#]*A?)[-# .]{0,2}\d{2,3}[-. ]?\d{3}[-. ]?\d{3}\b`), nil},
	{"private-social-security-number", compile(`\b\d{3}-\d{2}-\d{4}\b|(?i:\bssn|\bsocial security|\bsocial|\bseguro social)(?i: number| no\.?| número| núm\.)?(?i: is| es)?[\s:#]*\d{3}[- ]?\d{2}[- ]?\d{4}\b`), nil},
	{"private-identity-number", compile(`\b\d{8}-\d\b|(?i:\bpassport|\bpasaporte|\bcédula|\bdui|\bc\.i\.)(?i: number| número|(?: n\.?o\.?))?(?i: is| es)?[\s:#]*[A-Z]{0,2}-?\d[\d.-]{5,11}\b|\bV-\d{1,2}\.?\d{3}\.?\d{3}\b|\b[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d\b`), nil},
	{"private-street-address", compile(`\b\d{1,6}[A-Z]?(?: [NSEW]\.?)?(?: (?:\p{Lu}[\p{L}.'-]*|\d{1,3}(?:st|nd|rd|th))){1,4},? ` + streetNames + `\b`), court},
	{"private-street-address", compile(`(?i)\b\d{1,6}(?: [\p{L}'-]+){1,3} (?:street|avenue|road|boulevard|lane)\b`), loose},
	{"private-street-address", compile(`(?i)\bp\. ?o\. ?box \d|\bpo box \d|\bpost office box \d|\bapartado (?:postal|de correos) \d`), nil},
	{"private-street-address", compile(`\b(?:Apt|Apartment|Suite|Ste|Departamento|Depto|(?i:apto|apartamento))\.? #?\d+[A-Z]?\b`), nil},
	{"private-street-address", compile(`\b\p{Lu}[\p{L}.'-]* (?:Street|Avenue|Road|Boulevard|Lane|Drive),? (?:(?i:number|no\.) ?|#)\d`), nil},
	{"private-street-address", compile(`(?i)` + calles + `(?-i:(?: \p{Lu}[\p{L}.'-]*| \d{1,3}| de| del| la| las| los| el| y){1,6}),? ` + marked + `? ?\d{1,5}\b`), aged},
	{"private-street-address", compile(`(?i)` + calles + `(?: [\p{L}\d.'-]+){1,4},? (?:` + marked + ` ?\d{1,5}\b|\d{1,5}(?:[.,;)]|$))`), loose},
	{"private-street-address", compile(`(?i)\b(?:casa|lote|polígono) ` + marked + ` ?\d|\b(?:pasaje|polígono|colonia|residencial|reparto|urbanización|barrio|condominio|caserío)[^.\n]{1,40}, casa (?:número |` + marked + ` ?)?\d|\bC\. ?P\. ?\d{5}\b|\bcódigo postal \d{5}\b`), nil},
	{"private-street-address", compile(`\b` + states + ` \d{5}(?:-\d{4})?\b|, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? \d{5}(?:-\d{4})?\b`), nil},
	{"private-phone-number", compile(`(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\b\d{3}[-. /])\d{3}[-. ]\d{4}\b|\+\d{1,3}(?:[-. ()]{0,2}\d{2,4}){2,5}\b|\b[2-9]\d{3}-\d{4}\b|\b[67]\d{3} \d{4}\b|\b0\d{3}[-. ]\d{3}[-. ]?\d{2}[-. ]?\d{2}\b`), (*checker).officialPhone},
	{"private-phone-number", compile(`\(?\b\d{2}\)?[-. ]\d{4}[-. ]\d{4}\b|\b[2-9]\d{2}[2-9]\d{6}\b|(?i:\btel\.?|\bcel\.?|\bphone|\bcell|\bcall|\btext|\bwhatsapp|\bllam[ae]n?|\bteléfono|\bcelular|\bmóvil)[\p{L} :]{0,12}[2-9]\d{3}[- .]?\d{4}\b`), (*checker).officialPhone},
	{"private-phone-number", compile(`(?i:\btel\.?|\bcel\.?|\bcell|\bphone|\bwhatsapp|\bteléfono|\bcelular|\bmóvil|\bcomun[ií]\p{L}*|\bllam[ae]\p{L}*)(?: (?:is|es|al|number|número))?[ :]{1,2}(?:\d{1,3}[- .]?)?[2-9]\d{2}[- .]?\d{3}[- .]?\d{3,4}\b`), (*checker).officialPhone},
	{"private-birth-date", compile(born + dayOfBirth), nil},
	{"private-number-plate", compile(`(?i:\btag numbers?|\b(?:number|license|licence) plates?|\bplates?|\bplacas?|\bmatrículas?)(?: del? \p{Ll}+)?(?: (?:n\.?o\.?|number|número|de))?(?: (?:is|was|are|reads|es|era|son|dice))?:? \(?(?:[A-Z]{1,3}[- ]?\d[A-Z\d]{1,3}[- ]?\d{1,4}|\d{1,3}[- ]?[A-Z]{2,3}[- ]?\d{0,4}|[A-Z]{2,3}[- ]?\d{3,4}|\d{4}[- ]?[A-Z]{3})\b`), nil},
}

// coordinates are places on the map, in words or in the address of a map.
var coordinates = []leak{{"private-coordinates", compile(`-?\d{1,3}\.\d{4,}(?:,|%2C)\s*-?\d{1,3}\.\d{4,}|-?\d{1,3}\.\d{2,}° ?[NSEWO]?[,; ]+-?\d{1,3}\.\d{2,}|-?\d{1,3}\.\d{3,} ?[NS][,; ]+-?\d{1,3}\.\d{3,} ?[EWO]\b|\d{1,3}° ?\d{1,2}['′]|\b[NS] ?\d{1,3}\.\d{3,}[°,; ]+[EWO] ?\d{1,3}\.\d{3,}|@-?\d{1,3}\.\d{2,},-?\d{1,3}\.\d{2,}|-?\d{1,3},\d{4,}; ?-?\d{1,3},\d{4,}|(?i:\blat(?:itude?)?\.?)[ :=]{1,2}-?\d{1,3}[.,]\d{2,}|\b[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b`), nil}}

// mails are addresses of people, and those written to escape a program.
var mails = []leak{
	{"private-mail-address", compile(`[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)*\.\pL{2,}`), (*checker).officialMail},
	{"private-mail-address", compile(`(?i)[\pL\d._%+-]+ ?(?:[\[({] ?(?:at|arroba) ?[\])}]| arroba ) ?[\pL\d-]+ ?(?:\.|[\[({] ?(?:dot|punto) ?[\])}]| punto ) ?\pL{2,}`), nil},
	{"private-mail-address", compile(`(?i)[\pL\d._%+-]+ at [\pL\d-]+ dot (?:com|org|net|edu|gov|info|mx|sv|ve|example)\b`), nil},
}

// personalData finds what identifies or locates private people, wherever it
// stands: what is for editors travels with the campaign too.
func personalData(k *checker, w words) {
	whole := fold(w.text)
	bare := whole
	if strings.Contains(w.text, "://") {
		bare = fold(addresses.ReplaceAllStringFunc(w.text, blank))
	}
	if strings.ContainsAny(whole.text, "0123456789") {
		k.leak(w, &whole, coordinates)
		k.leak(w, &bare, numbers)
	}
	if strings.ContainsAny(bare.text, "@[({") || strings.Contains(bare.lower, " arroba ") || strings.Contains(bare.lower, " dot ") {
		k.leak(w, &bare, mails)
	}
}

// leak finds each piece of personal data once, however many patterns of its
// kind it fits.
func (k *checker) leak(w words, in *folded, leaks []leak) {
	end := make(map[string]int)
	for _, l := range leaks {
		for _, at := range l.pattern.all(in) {
			found, before := in.text[at[0]:at[1]], in.text[:at[0]]
			if at[0] < end[l.rule] || l.except != nil && l.except(k, found, before) {
				continue
			}
			end[l.rule] = at[1]
			k.findIn(Error, w, in.origin(at[0]), l.rule, with{"found": mask(found)})
		}
	}
}

// addresses are links: their paths hold numbers of other kinds.
var addresses = regexp.MustCompile(`https?://\S+`)

// mask repeats enough of what was found to find it, and no more.
func mask(s string) string {
	r := []rune(s)
	return fmt.Sprintf("%q", string(r[:min(len(r), 4)])+"…")
}

// court allows for "2025 U.S. Supreme Court" and such, and for Wall Street.
func court(_ *checker, found, _ string) bool {
	if market(found) {
		return true
	}
	words := strings.Fields(found)
	if len(words) < 3 || words[len(words)-1] != "Court" {
		return false
	}
	switch words[len(words)-2] {
	case "Supreme", "District", "Circuit", "Federal", "High", "Appeals", "Immigration", "International", "Inter-American":
		return true
	}
	return false
}

// market is "2025 Wall Street", where nobody lives.
func market(found string) bool { return strings.HasSuffix(found, " Wall Street") }

// aged allows for "paseo de 2025".
func aged(_ *checker, found, _ string) bool { return year.MatchString(found) }

// loose allows for "40 miles of road" and "la avenida unas 300", where nothing
// is written as a name.
func loose(k *checker, found, before string) bool {
	for _, word := range strings.Fields(strings.ToLower(found)) {
		if slices.Contains(commonWords, strings.Trim(word, ".,;)")) {
			return true
		}
	}
	return market(found) || aged(k, strings.TrimRight(found, ".,;)"), before)
}

var year = regexp.MustCompile(`\b(?:de|del|en) (?:19|20)\d\d$`)

// officialPhone reports whether a number is a contact's or an action's, a span
// of years or of round numbers, or that of a case: "no. 2025-0412".
func (k *checker) officialPhone(found, before string) bool {
	n := digits(found)
	if spans.MatchString(found) || dated.MatchString(found) && numbered.MatchString(before[max(0, len(before)-maxLabel):]) {
		return true
	}
	for _, c := range k.c.Contacts {
		if sameNumber(n, digits(c.Phone)) || sameNumber(n, digits(c.Tel)) {
			return true
		}
	}
	for _, a := range k.c.Actions {
		for _, t := range []Text{a.Phone, a.URL} {
			for _, s := range t {
				if !strings.HasPrefix(s, "https:") && sameNumber(n, digits(s)) {
					return true
				}
			}
		}
	}
	return false
}

var spans = regexp.MustCompile(`^(?:(?:19|20)\d\d[- ](?:19|20)\d\d|\d\d00-\d\d00)$`)

// maxLabel is how many bytes before a number are read for what it numbers.
const maxLabel = 20

// dated is a number that begins with a year, and numbered what stands before it.
var (
	dated    = regexp.MustCompile(`^(?:19|20)\d\d-\d{4}$`)
	numbered = regexp.MustCompile(`(?i)(?:\bn\.? ?o\.?|\bnúm\.?|\bnumber|\bnúmero|\bcase|\bcaso|\border|\bdocket|\bexpediente|\bdecreto|\bresolución|\boficio|\bley|\brequest|\bpetition|\bfoia) ?:? ?$|[A-Z]-$`)
)

// officialMail reports whether an address is a contact's or an action's.
func (k *checker) officialMail(found, before string) bool {
	if strings.HasSuffix(before, "@") {
		return true // an account of the Fediverse: @friends@example.org
	}
	for _, c := range k.c.Contacts {
		if strings.EqualFold(c.Mail, found) {
			return true
		}
	}
	for _, a := range k.c.Actions {
		for _, s := range a.URL {
			mail, _, _ := strings.Cut(strings.TrimPrefix(s, "mailto:"), "?")
			if strings.HasPrefix(s, "mailto:") && strings.EqualFold(mail, found) {
				return true
			}
		}
	}
	return false
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// sameNumber compares two phone numbers, with or without a country's prefix.
func sameNumber(a, b string) bool {
	return len(a) >= 7 && len(b) >= 7 && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}
