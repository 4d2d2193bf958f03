package campaign

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// says checks words as a claim in their language, and returns the rules that
// they break.
func says(lang, text string) []string {
	c := &Campaign{
		Languages: []string{lang}, Facts: []Fact{{ID: "a", Claim: Text{lang: text}}},
		Contacts: []Contact{{ID: "desk", Phone: "(555) 010-0199", Mail: "desk@oldmill.example"}},
	}
	var rules []string
	for _, f := range c.Check(day(2026, 3, 2)) {
		if f.Severity > Note {
			rules = append(rules, f.Rule())
		}
	}
	return rules
}

// harms are ways of doing harm, by the rule that each breaks.
var harms = map[string][2][]string{
	"private-street-address": {{
		"She lives at 12 Old Mill Road.", "Send it to 4501 Connecticut Ave NW.", "They moved to 350 5th Ave.", "The house is 77 Elm Street, Apt 4B.",
		"He stays at 1200 N. Main St.", "Write to Springfield, IL 62701.", "Mail goes to Springfield, Illinois 62701-1234.", "Mail it to PO Box 1234.",
		"Use P.O. Box 77, Millbrook.",
		"Her home is at 9 Rose Lane.", "It is 221B Baker Street.", "Look for 12 old mill road.", "Family at Apt. 12, second floor.",
		"He sleeps at 15 Cherry Tree Way.",
	}, {
		"Vive en la calle Los Pinos 24.", "Está en Calle 5 de Mayo No. 12, Col. Centro.", "Su casa queda en Av. Juárez 123.",
		"Vive en la colonia Escalón, pasaje 3, casa 12.", "Quedó en Avenida Las Magnolias #14.",
		"Vive en calle los pinos 24.", "Residencial Las Flores, polígono B, casa 5.", "Escribe al C.P. 06000.", "Apartado postal 345, Puebla.",
		"Mora en Pje. San Luis #8.", "Vive en Boulevard de los Héroes 1234.", "Queda en la calle El Progreso 2748.",
	}},
	"private-phone-number": {{
		"Call 555-010-0123.", "Text (555) 010-0123 tonight.", "Her number is 555.010.0123.", "Call +1 555 010 0123.", "Dial 5550100123 or not: 2025550123.",
		"WhatsApp +503 7123 4567.", "His cell is 7123-4567.", "Call 1-555-010-0123.",
	}, {
		"Llama al 2555-0101.", "Su celular es 7123-4567.", "Escribe al +503 7123-4567.", "Llámale al +52 55 1234 5678.", "El teléfono es 55 1234 5678.",
		"Marca 0412-1234567.", "Tel. 71234567.", "WhatsApp: 7123 4567.", "Llama al (55) 1234-5678.", "Su número: 0412 123 45 67.",
	}},
	"private-mail-address": {
		{"Write to ann@mill.example.", "Mail ann.mill+home@mail.mill.example today.", "Write to ann [at] mill [dot] example.", "Reach ann (at) mill.example."},
		{"Escribe a ana@molino.example.", "Su correo: ana_ruiz@molino.example.", "Escribe a ana [arroba] molino [punto] example.",
			"Escribe a ana arroba molino punto com."},
	},
	"private-file-number": {
		{"File A123456789 says so.", "His A# 012-345-678 is on it.", "A-Number: 123 456 789.", "Alien number 12345678.", "It is a123456789.", "See A-12345678."},
		{"Su número A es 123-456-789.", "El expediente A123456789.", "Número de extranjero 123456789.", "Caso A 012 345 678."},
	},
	"private-birth-date": {
		{"He was born on 4 May 1990.", "She was born May 3, 1990.", "DOB: 05/04/1990.", "Date of birth 1990-05-04.", "D.O.B. 5/4/90.", "Her birthday is May 3.",
			"Born on the 4th of May, 1990.", "Birthdate: 4.5.1990."},
		{"Nacido el 4/5/1990.", "Nació el 4 de mayo de 1990.", "Fecha de nacimiento: 1990-05-04.", "Nacida el 3 de mayo.", "F. nac. 04-05-1990.",
			"Su cumpleaños es el 4 de mayo.", "Nació en 04/05/1990."},
	},
	"private-coordinates": {
		{"It stands at 13.6894, -89.1872.", "Go to 13.6894° N, 89.1872° W.", "At 13°41'N 89°11'W.", "See https://maps.example/@13.6894,-89.1872 there.",
			"At 13.689 N, 89.187 W."},
		{"Queda en 13.6894, -89.1872.", "En 13°41′ N.", "Ubicación: 13.6894° N; 89.1872° O."},
	},
	"private-number-plate": {
		{"A van with license plate ABC-1234 came.", "Plate number 7ABC123 was seen.", "The plates: KLM 4321.", "Licence plate AB12 345."},
		{"Llegó un auto con placa P123-456.", "Placas ABC-123-D.", "Matrícula ABC1234.", "Placa número P 123-456."},
	},
	"private-social-security-number": {
		{"No. 123-45-6789 reads.", "SSN 123456789.", "Social security number: 123 45 6789."}, {"Su seguro social: 123-45-6789.", "Seguro social número 123456789."},
	},
	"private-identity-number": {
		{"Passport A1234567 was taken.", "Passport number 123456789."},
		{"DUI 01234567-8.", "Cédula V-12.345.678.", "Pasaporte n.º 1234567.", "CURP GARC900504HDFRRL09."},
	},
	"says-illegal": {
		{"Illegal immigrants read there.", "They call them illegals.", "An illegal alien came.", "He is an illegal.", "Illegal border crossers were held.",
			"Illegal Venezuelans were sent.", "They sent illegal men.", "Illegal families wait."},
		{"Los ilegales leen allí.", "Son inmigrantes ilegales.", "Enviaron a venezolanos ilegales.", "Es un ilegal.", "Trabajadores ilegales esperan.",
			"Hay gente ilegal.", "Llegaron personas ilegales."},
	},
	"says-no-criminal": {
		{"He is not a criminal.", "They aren't criminals.", "She isn’t a gang member.", "They are not gang members.", "These men were never criminals.",
			"There were no criminals among them.", "He's no criminal.", "They are law-abiding men.", "They were not violent criminals."},
		{"No es un delincuente.", "No son criminales.", "No somos delincuentes.", "Nunca fue pandillero.", "No era un marero.", "No es criminal.",
			"No son pandilleros."},
	},
	"says-guilty": {
		{"Robin Q. Example is guilty of it.", "Robin Example was a murderer.", "Robin Example is a known gang member.", "President Example is a war criminal.",
			"Robin Example tortured them.", "Robin Example committed crimes against humanity.", "The gang member Robin Example came.", "Mr. Example is guilty.",
			"Ana de la Cruz is a terrorist."},
		{"Robin Ejemplo es un asesino.", "Robin Ejemplo es culpable.", "El presidente Ejemplo es un criminal.", "Robin Ejemplo cometió crímenes.",
			"Ana de la Cruz fue una conocida pandillera.", "El torturador Robin Ejemplo volvió.", "Robin Ejemplo torturó a los hombres."},
	},
	"says-vote": {
		{"Vote for Ana Example.", "Vote out those who won't.", "Vote them out.", "Re-elect Senator Example.", "Please vote against her.",
			"Vote blue this fall.", "Vote Republican.", "Defeat Senator Example.", "It is time for voting Example out.", "Unseat Representative Example."},
		{"Vota por Ana Ejemplo.", "No los reelijan: castíguenlos en las urnas.", "Voten contra Ejemplo.", "Votemos por otro candidato.", "Sácalos con tu voto.",
			"Reelige a la senadora.", "Hay que votar en contra de él."},
	},
	"says-criminal-alien": {
		{"A criminal alien came.", "Criminal aliens were sent.", "They call them alien criminals."},
		{"Son extranjeros criminales.", "Enviaron a inmigrantes delincuentes."},
	},
	"says-kidnapped": {
		{"They were kidnapped.", "The abduction of 252 men.", "It was a kidnapping.", "They were renditioned."},
		{"Fueron secuestrados.", "El secuestro de 252 hombres.", "Los secuestraron.", "Los raptaron."},
	},
	"says-innocent": {
		{"Innocent readers came.", "252 innocents were sent.", "They are innocent."}, {"Son inocentes.", "Enviaron a 252 inocentes.", "Hombres inocentes esperan."},
	},
	"says-camp": {
		{"It is a concentration camp.", "A gulag in the tropics.", "Death camps again.", "That hellhole.", "A torture camp."},
		{"Es un campo de concentración.", "Es un gulag.", "Un campo de exterminio.", "Un campo de tortura."},
	},
	"says-regime": {{"The regime closed it.", "It is a dictatorship.", "The dictator smiled.", "Fascists did it."},
		{"Es una dictadura.", "El dictador sonrió.", "El régimen de Bukele lo cerró.", "Son fascistas."}},
	"says-terrorist": {
		{"The thugs came.", "They are terrorists.", "Wetbacks, he said."}, {"Son terroristas.", "Esa escoria, dijo."},
	},
	"link-shortened": {{"See https://bit.ly/mill", "See bit.ly/mill now.", "Open www.tinyurl.com/mill."}, {"Mira https://t.co/abc", "Entra en bit.ly/molino."}},
	"link-tracked": {{"See https://mill.example/?utm_source=x", "See https://mill.example/a?fbclid=2.", "See www.mill.example/?gclid=1"},
		{"Mira https://mill.example/?igshid=2"}},
}

// furtherHarms are ways that people typed and that once went unnoticed.
var furtherHarms = map[string][2][]string{
	"private-street-address": {
		{"She rents at 2210 Oak Hill Trl.", "They live on Maple Street, number 14.", "He works at One Mill Plaza, Suite 400."},
		{"Vive en C/ Mayor 15.", "Vive en la Cra. 7 # 45-20.", "Vive en Urbanización Los Robles, casa 7.", "Vive en el barrio San Jacinto, casa número 9.",
			"Carrera 15 con calle 93, apto 402."},
	},
	"private-phone-number": {
		{},
		{"Comunícate al 612 345 678.", "WhatsApp 58 412 1234567.", "Móvil: 612345678."},
	},
	"private-mail-address": {
		{"Write to ann at mill dot example.", "Mail: ann AT mill DOT example."},
		{},
	},
	"private-file-number": {
		{"USCIS number 123-456-789."},
		{},
	},
	"private-birth-date": {
		{"Robin Example (b. 4 May 1990)."},
		{"Nació el día 4 de mayo de 1990.", "Fecha nac.: 04/05/1990.", "Nacido un 4 de mayo de 1990.", "Cumple años el 4 de mayo."},
	},
	"private-coordinates": {
		{"N 13.6894 W 89.1872.", "See https://maps.example/place/@13.689,-89.187,17z."},
		{"Latitud 13.6894, longitud -89.1872.", "Queda en 13,6894; -89,1872."},
	},
	"private-number-plate": {
		{"The plate was 8ABC123.", "Tag number KLM-4321."},
		{"La placa del auto es P123456.", "Matrícula 1234 ABC."},
	},
	"private-social-security-number": {
		{"His social is 123 45 6789."},
		{},
	},
	"private-identity-number": {
		{"His passport is A1234567."},
		{},
	},
	"says-illegal": {
		{"An illegal was deported.", "Illegal foreign nationals were held."},
		{"Deportaron a un ilegal más.", "Ilegales venezolanos esperan.", "Extranjeros en situación ilegal."},
	},
	"says-no-criminal": {
		{"None of these men are gangsters.", "Men with clean records, not thugs."},
		{"Ninguno es pandillero."},
	},
	"says-guilty": {
		{"Example is guilty of torture.", "Example is a murderer.", "Robin Example tortures prisoners."},
		{"Ejemplo es un asesino."},
	},
	"says-vote": {
		{"Elect Ana Example to the Senate.", "Don't vote for Example.", "Remember this at the ballot box.", "Kick him out of office.",
			"Support Ana Example for Congress."},
		{"No votes por Ejemplo.", "Acuérdate en las urnas.", "Vota a favor de Ana Ejemplo.", "Elige a Ana Ejemplo senadora.", "Un voto de castigo."},
	},
	"says-innocent": {
		{"His innocence is clear."},
		{"Su inocencia está probada."},
	},
	"says-camp": {
		{},
		{"Un campo de muerte."},
	},
	"says-regime": {
		{"The Bukele regime closed it.", "An authoritarian regime."},
		{"Este régimen autoritario lo cerró."},
	},
	"says-terrorist": {
		{"These animals came."},
		{"Esos animales vinieron."},
	},
	"link-shortened": {
		{"See https://n.pr/3abc.", "See https://maps.app.goo.gl/abc", "See https://nam12.safelinks.protection.outlook.com/?url=x"},
		{"Mira https://l.facebook.com/l.php?u=x"},
	},
	"link-tracked": {
		{"See https://www.youtube.com/watch?v=abc&si=XyZ", "See https://x.com/mill/status/1?s=46&t=abc", "See https://www.theguardian.com/a?CMP=share"},
		{"Mira https://mill.example/?mibextid=abc"},
	},
}

// typings are ways in which words are typed to get past a check.
var typings = map[string]func(string) string{
	"plainly":     func(s string) string { return s },
	"decomposed":  norm.NFD.String,
	"bold":        func(s string) string { return strings.ReplaceAll("**"+s+"**", " ", "** **") },
	"underscored": func(s string) string { return "_" + strings.ReplaceAll(s, " ", "_ _") + "_" },
	"apart":       func(s string) string { return strings.ReplaceAll(s, " ", "   ") },
	"no-break":    func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"thin":        func(s string) string { return strings.ReplaceAll(s, " ", "\u2009") },
	"over lines":  func(s string) string { return strings.ReplaceAll(s, " ", "\n") },
	"invisible":   func(s string) string { return between(s, "\u200b") },
	"soft hyphen": func(s string) string { return between(s, "\u00ad") },
	"joined":      func(s string) string { return between(s, "\u2060") },
	"full width":  func(s string) string { return strings.Map(wide, s) },
	"bold digits": func(s string) string { return strings.Map(bold, s) },
	"lookalikes": func(s string) string {
		return strings.NewReplacer("a", "а", "o", "о", "c", "с", "p", "р").Replace(s)
	},
	"dashes":  func(s string) string { return strings.ReplaceAll(s, "-", "–") },
	"hyphens": func(s string) string { return strings.ReplaceAll(s, "-", "‑") },
}

// between puts a character into words, but not into addresses of the web.
func between(s, c string) string {
	if strings.Contains(s, "://") {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if i > 0 && r != ' ' {
			b.WriteString(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

func wide(r rune) rune {
	if r > ' ' && r < 0x7f && r != '-' {
		return r + 0xfee0
	}
	return r
}

func bold(r rune) rune {
	if r >= '0' && r <= '9' {
		return r - '0' + 0x1d7ce
	}
	return r
}

// link reports a rule about addresses, which lead nowhere if they are typed
// otherwise.
func aboutLinks(r string) bool { return r == "link-shortened" || r == "link-tracked" }

// TestHarms: each way of doing each harm is found, in both languages and
// however it is typed.
func TestHarms(t *testing.T) {
	for rule, langs := range harms {
		for i, more := range furtherHarms[rule] {
			langs[i] = append(slices.Clip(langs[i]), more...)
		}
		for i, lang := range []string{"en", "es"} {
			for _, text := range langs[i] {
				for how, typed := range typings {
					if aboutLinks(rule) && how != "plainly" && how != "apart" {
						continue
					}
					if rules := says(lang, typed(text)); !slices.Contains(rules, rule) {
						t.Errorf("%s %s, %s: %q: found %v", lang, rule, how, typed(text), rules)
					}
				}
			}
		}
	}
}

// TestEveryHarm: no rule about words or private data goes untried.
func TestEveryHarm(t *testing.T) {
	for rule := range english {
		kind, _, _ := strings.Cut(string(rule), "-")
		if (kind == "says" || kind == "private") && rule != "says-example" && len(harms[rule][0])+len(harms[rule][1]) < 2 {
			t.Errorf("nothing breaks %s", rule)
		}
	}
}
