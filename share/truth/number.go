package truth

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A number is a figure in a text.
type number struct {
	values     []float64 // what it can mean: 91.300 is read as 91300 and as 91.3
	kind       kind
	start, end int // bytes of the text
	text       string
}

// kind is what a number counts, as far as the text beside it says.
type kind int

const (
	plain   kind = iota
	percent      // "75%"
	money        // "$4.76"
	counted      // "300 people": what can be told of people, or of money
)

// scales are the words that multiply the number before them.
var scales = map[string]float64{
	"thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9,
	"mil": 1e3, "millón": 1e6, "millones": 1e6,
}

// digits are a number with the separators that stand within one.
var digits = pattern.New(`\b\d{1,3}(?: \d{3})+\b|\d+(?:[.,'’\x{00A0}\x{202F}]\d+)*`)

// numbers finds the figures of a text, in digits or in words. Those that are
// part of a name or a code (MS-13, 502B, a link) are left out.
func numbers(s string) []number {
	all := append(inDigits(s), inWords(s)...)
	slices.SortStableFunc(all, func(a, b number) int { return a.start - b.start })
	return all
}

func inDigits(s string) []number {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	if strings.Contains(s, "://") {
		s = links().ReplaceAllStringFunc(s, blank)
	}
	var all []number
	for _, span := range spans(s) {
		part := codes().ReplaceAllStringFunc(s[span[0]:span[1]], blank)
		for _, at := range digits().FindAllStringIndex(part, -1) {
			all = append(all, numberAt(s, part, span[0], at))
		}
	}
	return all
}

// numberAt makes the number at bytes of a part of s that begins at a byte.
func numberAt(s, part string, from int, at []int) number {
	start, end := from+at[0], from+at[1]
	text := part[at[0]:at[1]]
	n := number{start: start, end: end, text: text, values: read(text)}
	n.scale(s[end:min(len(s), end+nearby)])
	n.kind = kindOf(s[max(0, start-nearby):start], s[end:min(len(s), end+nearby)])
	return n
}

// nearby is how many bytes around a number are read for what it is.
const nearby = 48

// codeReach is how many bytes around a digit are read at least for the code that it
// is part of, as those before the number of a law.
const codeReach = 16

// spans are the parts of a text that hold its digits, with what stands beside
// them, from space to space: only those are worth being looked at closely.
func spans(s string) (all [][2]int) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		from, to := max(0, i-codeReach), min(len(s), i+codeReach)
		for from > 0 && s[from-1] != ' ' && s[from-1] != '\n' {
			from--
		}
		for to < len(s) && s[to] != ' ' && s[to] != '\n' {
			to++
		}
		if n := len(all); n > 0 && from <= all[n-1][1] {
			all[n-1][1] = to
		} else {
			all = append(all, [2]int{from, to})
		}
		for i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			i++
		}
	}
	return all
}

var (
	links = pattern.New(`https?://\S+`)

	// codes are names and numbers of laws, forms, files, telephones and clock
	// times, in which a number counts nothing.
	codes = pattern.New(`(?i)\b(?:form|formulario|title|título) \d+\b|\b\d+ (?-i:Minutes|Minutos)\b|` +
		`\b\p{L}{1,3}-\d+\b|\b\p{L}\d+\b|\b\d+\p{L}\b(?:\(\w+\))*|\b\d+(?:\(\w+\))+|` +
		`\b\d+ (?:U\.S\.C\.|CFR|U\.S\.|F\.\dd)(?: §+)? ?[\d.,()a-z-]*(?: (?:to|and|a|y) [\d.()a-z]+)?|` +
		`(?:\b(?:S|H\.R|H|Pub)\. ?(?:Res\.|L\.|Con\.)? ?(?:No\. )?|§+ ?|\bNo\. ?|\bn\.º ?|#)[\d-]+|` +
		`(?:\+?1[-. ]?)?\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?[ap]\. ?m\b\.?`)
)

func blank(s string) string { return strings.Repeat(" ", len(s)) }

// read is what a run of digits and separators can mean.
func read(s string) []float64 {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	whole, _ := strconv.ParseFloat(strings.Join(parts, ""), 64)
	if len(parts) == 1 {
		return []float64{whole}
	}
	last := parts[len(parts)-1]
	decimal := whole / math.Pow10(len(last))
	switch {
	case len(last) != 3 || len(parts[0]) > 3:
		return []float64{decimal}
	case len(parts) == 2:
		return []float64{whole, decimal}
	}
	return []float64{whole}
}

// scale multiplies by the words that follow: "4.76 million", "3 mil millones".
func (n *number) scale(after string) {
	for range 2 {
		word := strings.TrimLeft(after, " -\u00a0")
		rest := ""
		if end := strings.IndexFunc(word, unicode.IsSpace); end >= 0 {
			word, rest = word[:end], word[end:]
		}
		by, ok := scales[strings.ToLower(strings.Trim(word, ".,;:!?)”’\""))]
		if !ok {
			return
		}
		for i := range n.values {
			n.values[i] = math.Round(n.values[i]*by*1e6) / 1e6
		}
		after = rest
	}
}

var (
	percentAfter = pattern.New(`^[ \x{00A0}\x{202F}]?(?:%|percent\b|per cent\b|por ciento\b)`)
	moneyBefore  = pattern.New(`(?:\$|US\$|€|£)[ \x{00A0}]?$`)
	moneyAfter   = pattern.New(`^[ \x{00A0}](?:(?:million|millones|mil|billion)[ \x{00A0}](?:millones )?)?(?:de )?(?:dollars|bucks|d[óo]lares|euros|USD|€)`)
	eachAfter    = pattern.New(`^[ \x{00A0}](?:per|por|each|a|cada)\b`)
	peopleAfter  = pattern.New(`^(?:[ \x{00A0}](?:of the|de los|de las|other|otros|otras|more|más|\p{L}+))?[ \x{00A0}]` +
		`(?i:people|persons?|men|women|children|migrants|immigrants|detainees|prisoners|victims|deaths|dead|killed|arrests|` +
		`sent|deported|removed|flown|held|jailed|detained|imprisoned|convicted|released|freed|` +
		`terrorists?|criminals?|gang|members|families|workers|\p{L}+(?:ans|ese|eans)\b|` +
		`personas?|hombres|mujeres|niños|migrantes|inmigrantes|detenid[oa]s|pres[oa]s|víctimas|muertes|muert[oa]s|fallecid[oa]s|` +
		`(?:expuls|deport|envi|traslad|encarcel|conden|liber)ad[oa]s|detenciones|` +
		`terroristas?|criminales|pandilleros|miembros|familias|\p{L}+(?:an[oa]s|eñ[oa]s|enses)\b)`)
)

func kindOf(before, after string) kind {
	switch {
	case percentAfter().MatchString(after):
		return percent
	case moneyBefore().MatchString(before), moneyAfter().MatchString(after):
		return money
	case peopleAfter().MatchString(after) && !eachAfter().MatchString(after):
		return counted
	}
	return plain
}

// is reports whether the number can mean one of the values.
func (n number) is(values map[float64]bool) bool {
	for _, v := range n.values {
		if values[v] {
			return true
		}
	}
	return false
}
