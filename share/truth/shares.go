package truth

import (
	"math"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// ratio is a share in words from its amount on: "nine out of ten", "tres de
// cada cuatro".
var ratio = pattern.New(`(?i)^(` + amounts + `)(?: (?:man|men|person|people|of them))?(?: (?:out of|in|of(?: every)?|de cada|de) (` + amounts + `)\b|` +
	`[- ](thirds|quarters|fifths|tercios|cuart[oa]s(?: partes)?|quintos)\b)`)

const amounts = `\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien`

var amountOf = func() map[string]float64 {
	m := map[string]float64{"un": 1, "una": 1, "cien": 100}
	for _, words := range []string{"one two three four five six seven eight nine ten", "uno dos tres cuatro cinco seis siete ocho nueve diez"} {
		for i, word := range strings.Fields(words) {
			m[word] = float64(i + 1)
		}
	}
	return m
}()

var partsOf = map[string]float64{"thirds": 3, "quarters": 4, "fifths": 5, "tercios": 3, "cuartos": 4, "cuartas": 4, "quintos": 5}

// sharesIn finds shares that are written as a ratio, as percentages.
func sharesIn(s string) (all []number) {
	for at := 0; at < len(s); {
		end := at
		for end < len(s) && s[end] != ' ' && s[end] != '-' && s[end] != '\n' {
			end++
		}
		if word := strings.ToLower(strings.Trim(s[at:end], "“\"(¡¿«*")); amount(word) > 0 {
			if n, ok := shareAt(s, end-len(word)); ok {
				all = append(all, n)
			}
		}
		at = end + 1
	}
	return all
}

// shareAt is the ratio that begins at a byte.
func shareAt(s string, start int) (number, bool) {
	m := ratio().FindStringSubmatch(s[start:])
	if m == nil {
		return number{}, false
	}
	a, b := amount(strings.ToLower(m[1])), amount(strings.ToLower(m[2]))
	if word, _, _ := strings.Cut(strings.ToLower(m[3]), " "); word != "" {
		b = partsOf[word]
	}
	if b <= a || b != 2 && b != 3 && b != 4 && b != 5 && b != 10 && b != 100 {
		return number{}, false
	}
	return number{values: []float64{a / b * 100}, kind: percent, start: start, end: start + len(m[0]), text: m[0]}, true
}

// fraction is a share of people in one word: "a quarter of the men", "la mitad de
// los 252". What else is halved is no figure.
var fraction = pattern.New(`(?i)\b(half|third|quarter|fifth|tenth|mitad|tercio|cuarto|quinto|(?:tercera|cuarta|quinta|décima) parte)` +
	` (?:of|de) (?:(?:the|those|these|all|los|las|es[oa]s|est[oa]s) )?(?:\d{3}\b|` + ofPeople + `)`)

// ofPeople are those of whom a share is told.
const ofPeople = `(?:men|people|them|detainees|prisoners|deportees|migrants|hombres|personas|ellos|detenidos|presos|deportados|migrantes)\b`

// fractionWords are in every fraction of those.
var fractionWords = []string{"half", "third", "quarter", "fifth", "tenth", "mitad", "tercio", "cuarto", "quinto", "parte"}

var partOfWord = map[string]float64{
	"half": 50, "third": 100.0 / 3, "quarter": 25, "fifth": 20, "tenth": 10,
	"mitad": 50, "tercio": 100.0 / 3, "cuarto": 25, "quinto": 20,
	"tercera parte": 100.0 / 3, "cuarta parte": 25, "quinta parte": 20, "décima parte": 10,
}

// fractionsIn finds shares that are written as a fraction of people, as
// percentages.
func fractionsIn(s string) (all []number) {
	if !anyIn(s, fractionWords) {
		return nil // quicker than the expression
	}
	for _, m := range fraction().FindAllStringSubmatchIndex(s, -1) {
		word := s[m[2]:m[3]]
		all = append(all, number{values: []float64{partOfWord[strings.ToLower(word)]}, kind: percent, start: m[2], end: m[3], text: word})
	}
	return all
}

func amount(word string) float64 {
	if n, ok := amountOf[word]; ok {
		return n
	}
	if word == "" || word[0] < '0' || word[0] > '9' {
		return 0
	}
	n, _ := strconv.ParseFloat(word, 64)
	return n
}

// nearly reports whether a share is one of those known, as far as a ratio in
// words can say it.
func nearly(share float64, known map[float64]bool) bool {
	for v := range known {
		if math.Abs(v-share) <= 2 {
			return true
		}
	}
	return false
}
