package campaign

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// Surname is the name that a salutation has: LastName, or else what of Name is
// surely that. Where it is not sure, "Mary Ann Sample" or "Ana Prado Sample",
// it is the whole name, which greets nobody by a wrong one.
func (r *Recipient) Surname() string {
	if r.LastName != "" {
		return r.LastName
	}
	words := bareName(r.Name)
	if len(words) < 2 {
		return strings.Join(words, " ")
	}
	from := len(words) - 1
	for from > 1 && particle(words[from-1]) {
		from--
	}
	if from > 1 && patronymic(words[from-1]) {
		from--
	}
	given := slices.DeleteFunc(slices.Clone(words[1:from]), initial)
	if len(given) > 0 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[from:], " ")
}

// OfficeKind is the kind of an office without the gender of who holds it:
// "senator" of "senator-f".
func OfficeKind(office string) string {
	return strings.TrimSuffix(strings.TrimSuffix(office, "-f"), "-m")
}

// bareName are the words of a name without what stands before it as a title
// and after it as a degree or a generation.
func bareName(name string) []string {
	name, _, _ = strings.Cut(name, ",")
	words := strings.Fields(name)
	for len(words) > 1 && before().MatchString(words[0]) {
		words = words[1:]
	}
	for len(words) > 1 && after().MatchString(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

var (
	before = pattern.New(`(?i)^((sen|rep|dr|dra|mr|mrs|ms|mx|sr|sra|hon|gov|prof|rev)\.|senator|senador|senadora|representative|representante|honorable)$`)
	after  = pattern.New(`^(?i:jr|sr|esq|phd|md|jd)\.?$|^(II|III|IV|V)$|^(\pL{1,2}\.){2,}$`)
)

// particles are Dutch, German, Italian, Portuguese, Spanish, French, Arabic,
// Hebrew and English.
var particles = strings.Fields("van von der den ter de del della di da das do dos du la las le los el al bin ibn ben st. san santa y e")

// particle reports a word that belongs to the surname after it.
func particle(word string) bool {
	return slices.Contains(particles, strings.ToLower(word))
}

// patronymic reports a surname that is none but that, as the first of the two
// that people of Spanish names have.
func patronymic(word string) bool { return patronym().MatchString(strings.ToLower(word)) }

var patronym = pattern.New(`^\pL{2,}([eéií]z|[aá]z|[oó]z|es)$`)

// initial reports a letter that stands for a given name.
func initial(word string) bool { return len([]rune(strings.TrimSuffix(word, "."))) == 1 }
