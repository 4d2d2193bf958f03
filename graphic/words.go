package graphic

import "golang.org/x/text/language"

// words are the few words that an alt text needs of its own, in one language.
type words struct {
	Field       string // of n bars
	Bars        string // of n values
	Timeline    string
	QR          string // leads to
	Open, Close string // quotation marks
}

var wordTable = map[string]*words{
	"en": {"Field of %d bars", "Bar chart of %d values", "Timeline", "QR code leading to %s", "“", "”"},
	"es": {"Campo de %d barras", "Gráfico de barras con %d valores", "Línea de tiempo", "Código QR que lleva a %s", "«", "»"},
	"ar": {"حقل من %d عمودًا", "رسم بياني بالأعمدة لعدد %d قيم", "خط زمني", "رمز QR يؤدي إلى %s", "«", "»"},
}

// wordsFor falls back to English.
func wordsFor(tag language.Tag) *words {
	base, _ := tag.Base()
	if w := wordTable[base.String()]; w != nil {
		return w
	}
	return wordTable["en"]
}
