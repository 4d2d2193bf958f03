package campaign

import (
	"fmt"
	"regexp"
	"strings"
)

// A leak is one kind of data about private people.
type leak struct {
	rule    Rule
	pattern *regexp.Regexp
	except  func(k *checker, found, before string) bool // not personal after all
}

const (
	streetNames = `(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Terrace|Circle|Highway|Hwy|Parkway|Pkwy|Trail)`
	calles      = `(?:[Cc]alle|[Aa]venida|[Cc]arrera|[Pp]asaje|[Cc]allejón|[Pp]aseo)`
	states      = `(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])`
	dayOfBirth  = `[\s:,]+(?:the |el |on )?(?:\d{1,2}[\s./-]|\d{4}-\d|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)`
)

// leaks are the kinds of data that no campaign prints. A kit that repeats an
// address or a file number can put a family in danger, however public the
// paper it was copied from.
var leaks = []leak{
	{"private-file-number", regexp.MustCompile(`\bA[-# ]{0,2}\d{2,3}[- ]?\d{3}[- ]?\d{3}\b`), nil},
	{"private-social-security-number", regexp.MustCompile(`\b\d{3}-\d{2}-\d{4}\b`), nil},
	{"private-street-address", regexp.MustCompile(`\b\d{1,6}(?: [NSEW]\.?)?(?: (?:\p{Lu}[\p{L}.'’-]*|\d{1,3}(?:st|nd|rd|th))){1,4},? ` + streetNames + `\b`), court},
	{"private-street-address", regexp.MustCompile(calles + ` [\p{L}\d .'’-]{1,40}?,? (?:#|[Nn]\.?º|[Nn]úm\.|[Nn]o\.)? ?\d{1,5}\b`), aged},
	{"private-street-address", regexp.MustCompile(`\b` + states + ` \d{5}(?:-\d{4})?\b`), nil},
	{"private-phone-number", regexp.MustCompile(`(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b|\+\d{1,3}(?:[-. ]?\d{2,4}){2,5}\b|\b[267]\d{3}-\d{4}\b|\b0\d{3}[- ]\d{7}\b`), (*checker).officialPhone},
	{"private-mail-address", regexp.MustCompile(`[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)*\.\pL{2,}`), (*checker).officialMail},
	{"private-birth-date", regexp.MustCompile(`(?i:\bborn|\bdate of birth|\bdob|\bnacid[oa]|\bfecha de nacimiento)` + dayOfBirth), nil},
	{"private-number-plate", regexp.MustCompile(`(?i:\b(?:number|license|licence) plates?|\bplates?|\bplacas?|\bmatrículas?)(?: (?:no\.|n\.?º|number|número|de))?:? \(?(?:[A-Z]{1,3}[- ]?\d[A-Z\d]{1,3}[- ]?\d{1,4}|\d{1,3}[- ]?[A-Z]{2,3}[- ]?\d{0,4}|[A-Z]{2,3}[- ]?\d{3,4})\b`), nil},
	{"private-coordinates", regexp.MustCompile(`-?\d{1,3}\.\d{4,},\s*-?\d{1,3}\.\d{4,}|\d{1,3}°\s?\d{1,2}['′]`), nil},
}

// personalData finds what identifies or locates private people, wherever it
// stands: what is for editors travels with the campaign too.
func personalData(k *checker) {
	k.words(func(w words) {
		text := addresses.ReplaceAllStringFunc(w.text, func(s string) string { return strings.Repeat(" ", len(s)) })
		for _, l := range leaks {
			for _, at := range l.pattern.FindAllStringIndex(text, -1) {
				if l.except == nil || !l.except(k, text[at[0]:at[1]], text[:at[0]]) {
					k.findIn(Error, w, at[0], l.rule, mask(text[at[0]:at[1]]))
				}
			}
		}
	})
}

// addresses are links: their paths hold numbers of other kinds.
var addresses = regexp.MustCompile(`https?://\S+`)

// mask repeats enough of what was found to find it, and no more.
func mask(s string) string {
	r := []rune(s)
	return fmt.Sprintf("%q", string(r[:min(len(r), 4)])+"…")
}

// court allows for "2025 U.S. Supreme Court" and such.
func court(_ *checker, found, _ string) bool {
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

// aged allows for "paseo de 2025".
func aged(_ *checker, found, _ string) bool { return year.MatchString(found) }

var year = regexp.MustCompile(`\b(?:de|del|en) (?:19|20)\d\d$`)

// officialPhone reports whether a number is a contact's or an action's, or a
// span of years.
func (k *checker) officialPhone(found, _ string) bool {
	n := digits(found)
	if years.MatchString(found) {
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

var years = regexp.MustCompile(`^(?:19|20)\d\d-(?:19|20)\d\d$`)

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
