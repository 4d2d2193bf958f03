package graphic

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
)

// The design system's own pictures, as cards. Their words are those of the
// #ShutDownCECOT campaign, from its sources.

const house = "https://www.house.gov/representatives/find-your-representative"

var (
	english = language.English
	spanish = language.Spanish
	cecot   = []string{"ShutDownCECOT"}
)

func men(counts ...int) []Segment {
	var out []Segment
	for i, n := range counts {
		out = append(out, Segment{Count: n, Mark: Mark(i)})
	}
	return out
}

// mockups by the name of their picture: kind-theme-format-language.
var mockups = map[string]struct {
	ground string
	card   Card
}{
	"action-broadside-story-en": {"", Card{Lang: english, Headline: "Call Congress: (202) 224-3121", Source: "Source: U.S. Congress, 23 Nov 2026",
		Action: Action{Verb: "Ask for hearings on the transfers to CECOT", Phone: "(202) 224-3121", Prompt: "Find your members:", URL: house}}},
	"action-newsroom-portrait-es": {"action", Card{Lang: spanish, Kicker: "Qué puedes hacer", Folio: Folio{8, 9}, Headline: "Llama al Congreso",
		Body:   "Pide audiencias sobre los traslados al CECOT y que se cumpla la Convención contra la Tortura.",
		Action: Action{Phone: "(202) 224-3121", Prompt: "Escanea o escribe:", URL: house}, Source: "Fuente: Congreso de EE. UU., 23 nov 2026", Tags: cecot}},
	"array-dossier-portrait-en": {"sheet", Card{Lang: english, Kicker: "13 May 2025", Headline: "**No official list** of names",
		Note:   "One bar for each of at least 245 Venezuelans whose whereabouts were unclear. The 252 men were released on 18 July 2025.",
		Blocks: []Block{People{AsList: true, Segments: men(245)}}, Source: "Source: UN Human Rights via AFP, 13 May 2025",
		SourceShort: "UN Human Rights via AFP, 13 May", Tags: cecot}},
	"array-newsroom-portrait-en": {"paper",
		Card{Lang: english, Kicker: "252 men, 252 bars", Folio: Folio{2, 9}, Headline: "Nearly half had no U.S. criminal record in ICE data",
			Blocks: []Block{People{Segments: []Segment{
				{123, Solid, "123", "no U.S. criminal record"}, {70, Hatch, "70", "charges still pending, not convictions"}, {33, Open, "33", "with convictions"},
				{26, Foot, "26", "no information"},
			}}}, Source: "Source: HRW / Cristosal, 12 Nov 2025", Tags: cecot}},
	"array-photocopy-square-es": {"strips", Card{Lang: spanish, Headline: "137 de 238 fueron enviados con una ley de guerra de 1798",
		Blocks: []Block{People{Segments: []Segment{{137, Solid, "137", "Ley de Enemigos Extranjeros"}, {101, Open, "101", "leyes ordinarias"}}}},
		Source: "Fuente: DHS, citado por HRW, 11 abr 2025", Tags: cecot}},
	"array-vigil-square-es": {"night", Card{Lang: spanish, Headline: "Al menos 62 tenían solicitudes de asilo en trámite",
		Blocks: []Block{Stat{Prefix: "Al menos", Value: "62"}, People{Segments: []Segment{{Count: 62}, {Count: 190, Mark: Foot}}}},
		Body:   "Una barra por cada uno de los 252 venezolanos enviados al CECOT; encendidas, quienes esperaban respuesta.",
		Source: "Fuente: HRW / Cristosal, 12 nov 2025", Tags: cecot}},
	"bars-dossier-portrait-es": {"file", Card{Lang: spanish, Kicker: "Registros de Seguridad Nacional", Headline: "**32 de 238** tenían condenas en EE. UU.",
		Note: "Los otros 9 de los 238 no se describen.",
		Blocks: []Block{Bars{Items: []Bar{{"Solo infracciones migratorias", 130, "130", false}, {"Cargos pendientes", 67, "67", false},
			{"Condenas; seis por delitos violentos", 32, "32", true}}}},
		Source: "Fuente: ProPublica / Texas Tribune, datos del DHS, 30 may 2025", Tags: cecot}},
	"bars-newsroom-square-es": {"paper", Card{Lang: spanish, Kicker: "Régimen de excepción", Folio: Folio{6, 9},
		Headline: "Más de 91.300 personas detenidas; cifras acumuladas del gobierno",
		Blocks: []Block{Stat{Prefix: "Más de", Value: "91.300"},
			Bars{Items: []Bar{{"Mar 2025", 84000, "84.000", false}, {"Jun 2025", 87100, "87.100", false}, {"Oct 2025", 89500, "89.500", false},
				{"Feb 2026", 91300, "91.300", true}}}},
		Source: "Fuente: Diario Co Latino, 24 feb 2026", Tags: cecot}},
	"bignumber-broadside-og-en": {"paper", Card{Lang: english, Headline: "At least 62 had asylum claims open",
		Blocks: []Block{Stat{Prefix: "At least", Value: "62", Label: "of 252 men"}, People{Segments: []Segment{{Count: 62}, {Count: 190, Mark: Foot}}}},
		Source: "HRW / Cristosal, Nov 2025"}},
	"bignumber-broadside-portrait-en": {"paper",
		Card{Lang: english, Headline: "75% no criminal record found", Blocks: []Block{Stat{Value: "75%"}, People{Segments: men(179, 0, 59)}},
			Body:   "**179 of the 238 men** on 60 Minutes’ list. About 22% had a record, mostly non-violent; 3% unclear.",
			Source: "Source: CBS News (60 Minutes), 6 Apr 2025", Tags: cecot}},
	"bignumber-newsroom-wide-en": {"paper",
		Card{Lang: english, Headline: "$4.76 million from the U.S. to El Salvador, covering costs of detaining up to 300 people for up to a year",
			HeadlineShort: "The agreement: $4.76 million for detaining up to 300 people", Blocks: []Block{Stat{Value: "$4.76", Unit: "million"}},
			Source: "Source: NOTUS, 9 Sep 2025", Tags: cecot}},
	"bignumber-vigil-story-es": {"night", Card{Lang: spanish, Kicker: "Marzo y abril de 2025", Headline: "252 venezolanos fueron enviados al CECOT",
		Blocks: []Block{Stat{Value: "252"}, People{Segments: men(252)}},
		Body:   "Una barra por cada hombre. Estuvieron allí unos cuatro meses; los 252 salieron el 18 de julio de 2025.",
		Source: "Fuente: HRW / Cristosal, 12 nov 2025; NPR", Tags: cecot}},
	"blank-broadside-portrait-en": {"banner",
		Card{Lang: english, Headline: "I called because", Body: "Your words. Sign only if you want to.", AsOf: "Blank card · 23 Nov 2026",
			Blocks: []Block{Blank{Lines: 6}}, Tags: cecot}},
	"blank-photocopy-square-es": {"strips",
		Card{Lang: spanish, Headline: "Llamé porque", Body: "Escribe tu motivo. Firma solo si quieres.", AsOf: "Tus palabras · 23 nov 2026",
			Blocks: []Block{Blank{Lines: 5}}, Tags: cecot}},
	"carousel1-dossier-portrait-en": {"yellow",
		Card{Lang: english, Kicker: "The agreement, in five cards", Folio: Folio{1, 5}, Headline: "The U.S. gave El Salvador $ million",
			Body:   "How much? Swipe for the agreement.",
			Blocks: []Block{Stat{Value: "$", Unit: "million", Hidden: true}}, Source: "Sources: card 4 of 5", Tags: cecot}},
	"carousel2-dossier-portrait-en": {"sheet",
		Card{Lang: english, Kicker: "Planned, then agreed", Folio: Folio{2, 5}, Headline: "First reported: about $6 million",
			Note: "The agreement covered up to 300 people, for up to a year.",
			Blocks: []Block{Bars{Items: []Bar{{"Plan reported by AP, March 2025", 6, "$6m", false},
				{"Grant agreement, released in court", 4.76, "$4.76m", true}}}}, Source: "AP, 15 Mar; NOTUS, 9 Sep 2025", Tags: cecot}},
	"carousel3-dossier-portrait-en": {"file",
		Card{Lang: english, Kicker: "What the grant covered", Folio: Folio{3, 5},
			Headline: "Costs of detaining up to 300 people at CECOT, for up to a year, among other costs",
			Blocks:   []Block{Stat{Value: "300"}, People{Segments: men(300)}}, Source: "NOTUS, Newsweek, 9 Sep 2025", Tags: cecot}},
	"carousel4-dossier-portrait-en": {"sheet",
		Card{Lang: english, Kicker: "As of 9 September 2025", Folio: Folio{4, 5}, Headline: "Sources", Blocks: []Block{Sources{[]SourceItem{
			{"Associated Press, 15 March 2025", "Plan of about $6 million for one year, from an internal memo. Via NBC10 Boston."},
			{"NOTUS, 9 September 2025", "Grant agreement of $4.76 million, made public in court."},
			{"Newsweek, September 2025", "Court documents; up to 300 people, up to a year."}, {"Democracy Forward", "Released the documents on 9 September 2025."},
		}}}, Source: "Full links in the kit", Tags: cecot}},
	"carousel5-dossier-portrait-en": {"action",
		Card{Lang: english, Kicker: "Anyone can do this", Folio: Folio{5, 5}, Headline: "Ask for the files.",
			Body:   "The Freedom of Information Act lets anyone ask federal agencies for records. In general they have 20 working days to answer.",
			Action: Action{Verb: "Start your request", URL: "https://www.foia.gov"}, Source: "Source: FOIA.gov, 23 Nov 2026", Tags: cecot}},
	"demands-broadside-portrait-es": {"banner",
		Card{Lang: spanish, Headline: "Exigimos",
			Blocks: []Block{List{[]string{"Audiencias en el Congreso", "Que publiquen los acuerdos", "Regreso para quienes quieran",
				"Paradero de los salvadoreños", "Que no se repita"}}},
			AsOf: "#ShutDownCECOT · 23 nov 2026"}},
	"document-dossier-portrait-en": {"file",
		Card{Lang: english, Headline: "El Salvador told the UN the men were not its responsibility", Source: "Source: NPR, 8 Jul 2025", Tags: cecot,
			Blocks: []Block{Document{
				File: "Court filing, 7 July 2025", Lead: "In replies to a UN working group, El Salvador said that jurisdiction and legal responsibility for the people held lay exclusively with the",
				Passage: "competent foreign authorities", Tail: "and that it had only provided prison space.", Verbatim: true}}}},
	"donut-newsroom-square-en": {"paper", Card{Lang: english, Kicker: "What records show", Folio: Folio{3, 9}, Headline: "No criminal record found for 75%",
		Blocks: []Block{Donut{Count: 179, Of: 238, Value: "75%", Label: "179 of 238 men", RestValue: "About 22%",
			Rest: "had a record, most for non-violent offences; 3% unclear"}}, Source: "Source: CBS News, 6 Apr 2025", Tags: cecot}},
	"event-broadside-letter-es": {"paper", Card{Lang: spanish, Headline: "Cierren el CECOT",
		Blocks: []Block{Event{Rows: []EventRow{{"Fecha y hora", ""}, {"Lugar", ""}, {"Acceso", ""}, {"Contacto", ""}}}}, Body: "Acto público por el debido proceso",
		Action: Action{Verb: "Trae a alguien contigo.", URL: house},
		Source: "252 venezolanos fueron enviados al CECOT en 2025. Fuente: HRW / Cristosal, 12 nov 2025.", Tags: cecot}},
	"event-vigil-portrait-es": {"night", Card{Lang: spanish, Headline: "Vigilia",
		Body:   "Por los 252 venezolanos enviados al CECOT y por quienes siguen sin noticias.",
		Blocks: []Block{People{Segments: men(252)}, Event{Rows: []EventRow{{"Fecha", ""}, {"Hora", ""}, {"Lugar", ""}, {"Acceso", ""}, {"Contacto", ""}}}},
		Source: "Fuente: HRW / Cristosal, 12 nov 2025", Tags: cecot}},
	"flyer-photocopy-letter-en": {"banner",
		Card{Lang: english, Headline: "Nearly half had no U.S. criminal record",
			Body: "ICE data on the 252 Venezuelans sent to CECOT. One bar is one man. A pending charge is not a conviction.",
			Blocks: []Block{People{Segments: []Segment{{123, Solid, "123", "no U.S. record"}, {70, Hatch, "70", "charges pending"}, {33, Open, "33", "convicted"},
				{26, Foot, "26", "no information"}}}},
			Action: Action{Verb: "Call Congress", Phone: "(202) 224-3121", URL: house},
			Source: "Source: Human Rights Watch / Cristosal, 12 Nov 2025, analysing ICE data. As of 12 Nov 2025."}},
	"handbill-newsroom-handbill-es": {"paper",
		Card{Lang: spanish, Headline: "Ningún nombre coincidió",
			Body:   "Periodistas compararon los 238 nombres con listas de unos 1.400 presuntos pandilleros y no hallaron coincidencias.",
			Blocks: []Block{People{Segments: []Segment{{Count: 238, Mark: Open}}}}, Action: Action{Verb: "Llama al Congreso", Phone: "(202) 224-3121", URL: house},
			Source: "Fuente: ProPublica / Texas Tribune, 30 may 2025."}},
	"handbill-photocopy-handbill-en": {"banner",
		Card{Lang: english, Headline: "No visits. Never outdoors.",
			Body:   "People held at CECOT receive no visits and are never allowed outdoors. It was built for 40,000, with 65 to 70 people per cell.",
			Action: Action{Verb: "Call Congress", Phone: "(202) 224-3121", URL: house}, Source: "Source: AP via NPR, 17 Mar 2025. As of March 2025."}},
	"myth-broadside-square-en": {"paper", Card{Lang: english, Headline: "All 252 **were released** in a prisoner swap",
		Body:   "On 18 July 2025 they left CECOT for Venezuela. Salvadorans are a separate, open matter.",
		Blocks: []Block{Versus{"Outdated:", "“The Venezuelans are in CECOT.”"}, People{Segments: []Segment{{Count: 252, Mark: Open}}}},
		Source: "Source: NPR; HRW, 18 Jul 2025", Tags: cecot}},
	"myth-photocopy-story-es": {"banner", Card{Lang: spanish, Headline: "Los 252 fueron liberados",
		Body: "El 18 de julio de 2025 salieron hacia Venezuela en un canje.", Note: "Una barra por hombre. Abiertas: ya no están allí.",
		Blocks: []Block{Versus{"Desactualizado:", "«Siguen en el CECOT»."}, People{Segments: []Segment{{Count: 252, Mark: Open}}}},
		Source: "Fuente: NPR y HRW, 18 jul 2025", Tags: cecot}},
	"quote-broadside-wide-es": {"red", Card{Lang: spanish, Headline: "Ningún país puede enviar a nadie a ser torturado",
		Attribution: "Art. 3 de la Convención de la ONU contra la Tortura, ratificada por EE. UU.", Source: "Fuente: ONU, a 23 nov 2026"}},
	"quote-vigil-og-es": {"night", Card{Lang: spanish, Headline: "A 137 hombres se les negó el debido proceso",
		Blocks: []Block{People{Segments: men(137)}}, Source: "Juez federal, 22 dic 2025 · Fuente: NPR"}},
	"quote-vigil-portrait-ar": {"night", Card{Lang: language.Arabic, Headline: "لا يجوز لأي دولة أن ترسل أحدًا إلى التعذيب",
		Attribution: "المادة ٣ من اتفاقية الأمم المتحدة لمناهضة التعذيب", Body: "صادقت عليها الولايات المتحدة",
		Source: "المصدر: الأمم المتحدة (OHCHR)، 23 نوفمبر 2026", Tags: cecot}},
	"quote-vigil-portrait-en": {"night", Card{Lang: english, Headline: "137 men were denied due process.",
		Blocks: []Block{Quote{Text: "They had virtually no notice and no chance to contest their removal under a 1798 wartime law.",
			Speaker: "U.S. District Judge James Boasberg", Role: "Ruling of 22 December 2025, in summary"}, People{Segments: men(137)}},
		Source: "Source: NPR, 22 Dec 2025", Tags: cecot}},
	"statement-dossier-wide-en": {"file", Card{Lang: english, Headline: "Homeland Security says", Source: "DHS, 19 Dec 2025, published by CBS News",
		Blocks: []Block{Document{File: "What the U.S. government says",
			Lead: "it sent nearly 300 members of Tren de Aragua and MS-13 to CECOT, and that many ‘non-criminals’ are dangerous but have no U.S. record."}}}},
	"steps-photocopy-portrait-en": {"banner",
		Card{Lang: english, Headline: "Call Congress (202) 224-3121", Body: "Ask for hearings on the transfers to CECOT. Here is how.", Blocks: []Block{Steps{[]Step{
			{"Dial the Capitol switchboard.", "It connects you to the right office."}, {"Ask for your senator’s office.", "Not sure who? See senate.gov and house.gov."},
			{"Give your name, town, one ask.", "“Please hold hearings on the CECOT transfers.”"},
			{"Thank them. Then call the next.", "Two senators, one representative: three calls."},
		}}}, Source: "Source: U.S. Congress, 23 Nov 2026"}},
	"timeline-newsroom-portrait-en": {"paper",
		Card{Lang: english, Kicker: "The court path, drawn to scale", Folio: Folio{4, 9}, Headline: "CECOT in court: fourteen months",
			Source: "Sources: NPR, CBS, HRW, Supreme Court.", AsOf: "As of 22 May 2026", Tags: cecot, Blocks: []Block{Timeline{
				Events: []TimelineEvent{{day(2025, time.March, 15), "15 Mar 2025", "238 Venezuelans flown to CECOT", false},
					{day(2025, time.April, 7), "7 Apr", "Supreme Court: people must get notice and a chance to be heard", false},
					{day(2025, time.July, 18), "18 Jul", "All 252 were released in a prisoner swap", false},
					{day(2025, time.December, 22), "22 Dec 2025", "Judge: 137 men were denied due process", true},
					{day(2026, time.February, 12), "12 Feb 2026", "Judge ordered the U.S. to let some of the men return", false},
					{day(2026, time.May, 22), "22 May", "Abrego Garcia’s criminal case dismissed", false}},
				Span: Span{day(2025, time.March, 15), day(2025, time.July, 18), "Blue:", "held at CECOT, about four months"}}}}},
	"update-dossier-square-en": {"yellow", Card{Lang: english, Headline: "The agreement released in court: $4.76 million",
		Source: "Source: NOTUS, 9 Sep 2025", Blocks: []Block{
			Correction{Label: "Correction", Date: "9 September 2025", Said: "We first shared AP’s report of the plan:", Was: "$6 million",
				Replaces: "Replaces pay-6-million"}, Stat{Value: "$4.76", Unit: "million"}}}},
}

// TestMockups draws each of them and keeps it.
func TestMockups(t *testing.T) {
	if testing.Short() {
		t.Skip("draws too much for -short")
	}
	for name, m := range mockups {
		t.Run(name, func(t *testing.T) {
			theme, format := mockupLook(t, name)
			g := mustNew(t, m.card, &Options{Theme: theme, Format: format, Ground: m.ground})
			checkBoxes(t, g, &format)
			if format.Name == "handbill" {
				letter, _ := LookupFormat("letter")
				sheet, err := NewSheet(letter, g)
				if err != nil {
					t.Fatal(err)
				}
				g = sheet
			}
			compare(t, golden(t, "mockups", name), g)
		})
	}
}

func mockupLook(t *testing.T, name string) (Theme, Format) {
	t.Helper()
	parts := strings.Split(name, "-")
	theme, ok := LookupTheme(parts[1])
	format, found := LookupFormat(parts[2])
	if !ok || !found {
		t.Fatalf("no theme or format for %s", name)
	}
	return theme, format
}
