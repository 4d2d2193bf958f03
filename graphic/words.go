package graphic

import "golang.org/x/text/language"

// words are the few words that an alt text needs of its own, in one language.
type words struct {
	Field       string // of n bars
	Bars        string // of n values
	Timeline    string
	Ring        string // of n ticks, of which n are long
	Map         string
	Lines       string // n, to write on
	Blank       string // one, to fill in
	QR          string // leads to
	Open, Close string // quotation marks
}

var wordTable = map[string]*words{
	"en": {"Field of %d bars", "Bar chart of %d values", "Timeline", "Ring of %d ticks, %d of them long", "Map of the United States in equal tiles", "%d lines to write on", "(to fill in)", "QR code leading to %s", "“", "”"},
	"es": {"Campo de %d barras", "Gráfico de barras con %d valores", "Línea de tiempo", "Anillo de %d marcas, %d de ellas largas", "Mapa de Estados Unidos en casillas iguales", "%d líneas para escribir", "(para completar)", "Código QR que lleva a %s", "«", "»"},
	"ar": {"حقل من %d عمودًا", "رسم بياني بالأعمدة لعدد %d قيم", "خط زمني", "حلقة من %d علامة، منها %d طويلة", "خريطة الولايات المتحدة بمربعات متساوية", "%d سطور للكتابة", "(يُملأ لاحقًا)", "رمز QR يؤدي إلى %s", "«", "»"},
}

// wordsFor falls back to English.
func wordsFor(tag language.Tag) *words {
	base, _ := tag.Base()
	if w := wordTable[base.String()]; w != nil {
		return w
	}
	return wordTable["en"]
}
