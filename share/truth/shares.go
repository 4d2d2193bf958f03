package truth

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// ratios are shares in words: "nine out of ten", "tres de cada cuatro".
var ratios = regexp.MustCompile(`(?i)\b(` + amounts + `) (?:out of|in|of(?: every)?|de cada|de) (` + amounts + `)\b|` +
	`\b(` + amounts + `)[- ](thirds|quarters|fifths|tercios|cuart[oa]s(?: partes)?|quintos)\b`)

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
	for _, at := range ratios.FindAllStringSubmatchIndex(s, -1) {
		part := func(i int) string {
			if at[2*i] < 0 {
				return ""
			}
			return strings.ToLower(s[at[2*i]:at[2*i+1]])
		}
		a, b := amount(part(1)), amount(part(2))
		if word, _, _ := strings.Cut(part(4), " "); word != "" {
			a, b = amount(part(3)), partsOf[word]
		}
		if a > 0 && b > a && (b == 3 || b == 4 || b == 5 || b == 10 || b == 100) {
			all = append(all, number{values: []float64{a / b * 100}, kind: percent, start: at[0], end: at[1], text: s[at[0]:at[1]]})
		}
	}
	return all
}

func amount(word string) float64 {
	if n, ok := amountOf[word]; ok {
		return n
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
