package graphic

import (
	"fmt"
	"image"
	"image/color"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/language"
)

// The sample cards are those of a campaign that does not exist: neighbours
// who want to keep the Old Mill Library open. They use every block.

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

var visit = Action{Verb: "Come to the public hearing", Phone: "(555) 010-0142", Prompt: "Scan or type:", URL: "https://library.example/hearing"}

// members are those of a library, by what they answered.
func members() []Segment {
	return []Segment{
		{123, Solid, "123", "come every week"}, {70, Hatch, "70", "have not answered"}, {33, Open, "33", "come at times"}, {26, Foot, "26", "no information"},
	}
}

func sampleCards() map[string]Card {
	en := func(c Card) Card {
		c.Lang, c.Tags = language.English, []string{"SaveOldMill"}
		c.Source = "Source: Millbrook Town Council, 4 Mar 2031"
		return c
	}
	es := func(c Card) Card {
		c.Lang, c.Tags = language.Spanish, []string{"SaveOldMill"}
		c.Source = "Fuente: Ayuntamiento de Millbrook, 4 mar 2031"
		return c
	}
	return map[string]Card{
		"stat": en(Card{
			ID: "readers", Kicker: "Who reads here", Headline: "At least 62 classes used the library last year",
			Attribution: "According to the Millbrook Town Council", Note: "One bar is one class.",
			Blocks: []Block{Stat{Value: "62"}, People{Segments: []Segment{{Count: 62}, {Count: 58, Mark: Foot}}}},
		}),
		"percent": es(Card{
			ID: "socios", Kicker: "Quién lee aquí", Headline: "Vive a menos de un kilómetro el 75 %",
			Body:        "**179 de los 238 socios** respondieron a la encuesta; el resto no contestó.",
			Attribution: "Según el Ayuntamiento de Millbrook",
			Blocks:      []Block{Stat{Value: "75 %"}, People{Segments: []Segment{{Count: 179}, {Count: 59, Mark: Open}}}},
		}),
		"money": en(Card{
			ID: "budget", Kicker: "The budget", Headline: "The repair: $4.76 million", Attribution: "According to the council’s engineer",
			Blocks: []Block{Stat{Value: "$4.76", Unit: "million"}, Bars{Items: []Bar{
				{Label: "First estimate, January", Value: 6, Text: "$6 million"},
				{Label: "Tender accepted in March", Value: 4.76, Text: "$4.76 million", Focus: true},
			}}},
		}),
		"people": en(Card{
			ID: "answers", Kicker: "252 members, 252 bars", Headline: "Nearly half of the members **come every week**",
			Attribution: "According to the council’s survey of members", Folio: Folio{2, 9},
			Blocks: []Block{People{Segments: []Segment{
				{123, Solid, "123", "come every week"}, {70, Hatch, "70", "have not answered yet"},
				{33, Open, "33", "come at times"}, {26, Foot, "26", "gave no information"},
			}}},
		}),
		"wholefield": en(Card{
			ID: "field", Headline: "123 of 252 members **come every week**", Body: "The council says that many come twice.", Note: "One bar, one member.",
			Blocks: []Block{Field{Figure: "123", Groups: []Segment{
				{123, Solid, "123", ""}, {70, Hatch, "70", "not answered"}, {33, Open, "33", "at times"}, {26, Foot, "26", "unknown"},
			}}},
		}),
		"wholefieldtwo": es(Card{
			ID: "campo", Headline: "Al menos 62 siguen en la lista", Note: "Una barra, un socio.",
			Blocks: []Block{Field{Figure: "62", Groups: []Segment{{62, Solid, "62", "en la lista"}, {190, Open, "190", "los demás"}}}},
		}),
		"stretch": es(Card{
			ID: "tramo", Headline: "123 vienen **cada semana**, según la encuesta", Note: "Una barra, un socio.",
			Blocks: []Block{Stretch{Slide: 2, Slides: 5, Names: 1, Groups: members()}},
		}),
		"stretchlast": en(Card{
			ID: "last", Headline: "That is what the hearing is for", Body: "The council says that many come twice.", Action: visit,
			Blocks: []Block{Stretch{Slide: 5, Slides: 5, Names: 4, Groups: members()}},
		}),
		"wholefew": en(Card{
			ID: "few", Headline: "All nine councillors: the roof comes first", Body: "Two of them voted to sell.", Note: "One bar, one councillor.",
			Blocks: []Block{Few{Count: 9, Figure: "9", Label: "agreed on the roof", Unit: "councillor"}},
		}),
		"wholecalendar": en(Card{
			ID: "calendar", Headline: "July 18, 2030: the reading room opens", Body: "The children’s room stayed closed.", Note: "One bar is one day.",
			Blocks: []Block{Calendar{From: day(2030, 3, 15), To: day(2030, 7, 18), First: "March 15, 2030: closed", Last: "July 18, 2030: open",
				Months: []string{"March", "April", "May", "June", "July"}, Figure: "125", Label: "days"}},
		}),
		"wholecalendarshort": es(Card{
			ID: "corto", Headline: "El acta salió el 18 de enero", Note: "Cada barra es un día.",
			Blocks: []Block{Calendar{From: day(2030, 12, 21), To: day(2031, 1, 18), First: "21 dic 2030: sesión", Last: "18 ene 2031: acta",
				Months: []string{"Diciembre", "Enero"}, Figure: "28", Label: "días"}},
		}),
		"wholeclock": en(Card{
			ID: "clock", Headline: "Readers stood in line for the last tickets", Note: "One ray is five minutes.",
			Blocks: []Block{Clock{Hours: 9, From: "21:00", Start: "9 p.m.", End: "6 a.m.", Figure: "9", Label: "hours in the cold"}},
		}),
		"wholeclockfull": es(Card{
			ID: "reloj", Headline: "Unas 24 horas de aviso no bastan", Note: "Cada rayo es una hora.",
			Blocks: []Block{Clock{Hours: 24, Figure: "24", Prefix: "unas"}},
		}),
		"wholeledger": en(Card{
			ID: "ledger", Headline: "**No official list** of the books", Note: "245 bars: at least 245 boxes.",
			Blocks: []Block{Ledger{Count: 245}},
		}),
		"wholedates": en(Card{
			ID: "dates", Headline: "A year of the reading room", Note: "One bar, one week.",
			Blocks: []Block{Dates{[]DatedEvent{{day(2030, 6, 6), "June 6, 2030", "Roof found unsafe"}, {day(2030, 12, 11), "December 11, 2030", "Sale stopped"},
				{day(2031, 5, 22), "May 22, 2031", "Tender accepted"}}}},
		}),
		"wholescale": en(Card{
			ID: "scale", Headline: "The tender accepted: $4.76 million for the roof", Note: "One square is $40,000.",
			Blocks: []Block{Scale{Count: 119, Of: 150, Figure: "$4.76", Value: "$4.76 million", Whole: "$6 million", Rest: "as first estimated"}},
		}),
		"wholeplan": es(Card{
			ID: "sala", Headline: "En la sala **caben 65 a 70**", Note: "Una barra, un asiento; rayadas, hasta 70.",
			Blocks: []Block{Plan{65, 70}},
		}),
		"wholeflow": en(Card{
			ID: "flow", Headline: "137 of 238 members voted to **keep the roof**", Note: "One bar, one member.",
			Blocks: []Block{Flow{Figure: "137", Parts: []Segment{{137, Solid, "137", ""}, {101, Open, "101", "voted for a new one"}}}},
		}),
		"wholeline": es(Card{
			ID: "prestados", Headline: "Más de 91.300 préstamos desde 2022", Note: "A trazos: sin cifra.",
			Blocks: []Block{Line{Figure: "91.300", Start: LinePoint{At: day(2022, 3, 27), Date: "27 mar 2022"}, Points: []LinePoint{
				{day(2025, 2, 4), 84000, "4 feb 2025", "84.000"}, {day(2025, 6, 27), 87100, "27 jun 2025", "87.100"},
				{day(2025, 9, 15), 88800, "sep 2025", "88.800"}, {day(2026, 2, 24), 91300, "24 feb 2026", "91.300"},
			}}},
		}),
		"wholeslope": en(Card{
			ID: "slope", Headline: "Mill Lane lost 22 library hours a week", Note: "Thin lines: four other branches.",
			Blocks: []Block{Slope{"2019", "2025", "hours", []SlopeRow{
				{"Mill Lane", 40, 18, "40", "18"}, {"Harbor", 58, 55, "58", "55"}, {"Station", 54, 50, "54", "50"}, {"Old Mill", 50, 48, "50", "48"},
				{"Hill", 45, 43, "45", "43"},
			}}},
		}),
		"wholemultiples": en(Card{
			ID: "multiples", Headline: "Of 238 members", Note: "One bar, one member.",
			Blocks: []Block{Multiples{Of: 238, Parts: []Segment{
				{32, Solid, "32", "read to children"}, {67, Solid, "67", "repair books"}, {130, Solid, "130", "borrow only"},
			}}},
		}),
		"bars": es(Card{
			ID: "prestamos", Kicker: "Préstamos por año", Headline: "Más de 91.300 préstamos en un año y cada año más",
			Attribution: "Según el registro de la biblioteca", AsOf: "A 23 nov 2031",
			Blocks: []Block{Bars{Items: []Bar{
				{Label: "2028", Value: 84000, Text: "84.000"}, {Label: "2029", Value: 87100, Text: "87.100"},
				{Label: "2030", Value: 89500, Text: "89.500"}, {Label: "2031", Value: 91300, Text: "91.300", Focus: true},
			}}},
		}),
		"quote": en(Card{
			ID: "minutes", Kicker: "Council minutes", Headline: "The council called the closure temporary",
			Attribution: "According to the minutes of 2 February 2031",
			Blocks:      []Block{Quote{Text: "closed until further notice", Speaker: "Millbrook Town Council", Role: "Minutes of 2 February 2031", Verbatim: true}},
		}),
		"list": es(Card{
			ID: "pedimos", Headline: "Pedimos cinco cosas",
			Blocks: []Block{List{Items: []string{"Una audiencia pública", "Que se publique el contrato", "Horario de tarde para escuelas", "Rampa y ascensor",
				"Que no se venda el edificio"}}},
		}),
		"timeline": en(Card{
			ID: "path", Kicker: "The year, drawn to scale", Headline: "The library’s long year", AsOf: "As of 22 May 2031",
			Blocks: []Block{Timeline{
				Events: []TimelineEvent{
					{day(2030, 3, 15), "15 Mar 2030", "Roof found unsafe", false},
					{day(2030, 4, 7), "7 Apr", "Readers must get notice before a closure", false},
					{day(2030, 7, 18), "18 Jul", "Reading room opened again", false},
					{day(2030, 12, 22), "22 Dec 2030", "Council: the sale was never voted on", true},
					{day(2031, 2, 12), "12 Feb 2031", "Engineer’s report made public in part", false},
					{day(2031, 5, 22), "22 May", "Tender for the repair accepted", false},
				},
				Span: Span{day(2030, 3, 15), day(2030, 7, 18), "Bar:", "closed, about four months"},
			}},
		}),
		"claim": es(Card{
			ID: "ley", Kicker: "La ordenanza", Headline: "Ningún edificio público puede venderse sin **audiencia**",
			Body:        "La ordenanza municipal exige una audiencia pública, anunciada con un mes de antelación, antes de vender o ceder cualquier edificio abierto al público.",
			Attribution: "Según la ordenanza municipal de Millbrook, artículo 3",
		}),
		"donut": en(Card{
			ID: "survey", Kicker: "What the survey says", Headline: "Wants the library open: 75%", Folio: Folio{3, 9},
			Blocks: []Block{Donut{Count: 179, Of: 238, Value: "75%", Label: "179 of 238 members", RestValue: "About 22%",
				Rest: "had no opinion yet; 3% did not answer"}},
		}),
		"steps": en(Card{
			ID: "how", Headline: "Call the council: (555) 010-0142", Body: "Ask for a public hearing. Here is how.",
			Blocks: []Block{Steps{[]Step{
				{"Dial the town hall.", "It connects you to the right office."}, {"Ask for your councillor.", "Not sure who? The clerk knows."},
				{"Give your name, your street, one ask.", "“Please hold a hearing on the library.”"}, {"Thank them. Then call the next.", "Five councillors: five calls."},
			}}},
		}),
		"sources": en(Card{
			ID: "sources", Kicker: "As of 23 November 2031", Headline: "Sources", Folio: Folio{4, 5},
			Blocks: []Block{Sources{[]SourceItem{
				{"Millbrook Town Council, 4 March 2031", "Minutes: the closure was called temporary."},
				{"Engineer’s report, 12 February 2031", "Repair of the roof: $4.76 million."}, {"Library register, 2030", "62 classes in one year."},
			}}},
		}),
		"versus": en(Card{
			ID: "open-again", Headline: "All 62 classes **may return** to the library",
			Body:   "The reading room opened again on 18 July 2030. The children’s room is a separate, open matter.",
			Blocks: []Block{Versus{"Outdated:", "“The library is closed to schools.”"}, People{Segments: []Segment{{Count: 62, Mark: Open}}}},
		}),
		"change": es(Card{
			ID: "cambio", Kicker: "Presupuesto", Headline: "Primero se anunciaron seis millones",
			Blocks: []Block{BeforeAfter{
				State{"Plan anunciado, enero de 2031", "6 millones", "según el boletín municipal"},
				State{"Contrato firmado, marzo de 2031", "4,76 millones", "incluye el ascensor"},
			}},
		}),
		"document": en(Card{
			ID: "minutes-page", Headline: "The council said the sale was never voted on",
			Blocks: []Block{Document{
				File: "Council minutes, 22 December 2030", Page: "Page 4",
				Lead:    "In reply to a question from the floor, the clerk said that the sale of the building had been",
				Passage: "discussed but not voted on", Tail: "and that no buyer had been named.", Verbatim: true,
			}},
		}),
		"statement": en(Card{
			ID: "reply", Headline: "Town hall says",
			Blocks: []Block{Document{File: "What the council says",
				Lead: "it closed the reading room for safety alone, and that a closed room costs readers less than a fallen roof."}},
		}),
		"correction": en(Card{
			ID: "fix", Headline: "The contract made public in March: $4.76 million",
			Blocks: []Block{
				Correction{Label: "Correction", Date: "9 March 2031", Said: "We first shared the bulletin’s report:", Was: "$6 million", Replaces: "Replaces card budget"},
				Stat{Value: "$4.76", Unit: "million"},
			},
		}),
		"event": es(Card{
			ID: "vigilia", Headline: "Lectura en la plaza", Body: "Por las 62 clases que usaron la biblioteca y por quienes siguen sin sala.",
			Blocks: []Block{People{Segments: []Segment{{Count: 62}}},
				Event{Rows: []EventRow{{"Fecha", "Sábado 14 de junio de 2031"}, {"Hora", ""}, {"Lugar", "Plaza Mayor, Millbrook"}, {"Acceso", ""}, {"Contacto", ""}}}},
		}),
		"poster": en(Card{
			ID: "reading", Kicker: "Reading", Headline: "An hour of books and silence", Note: "One bar for each of the 238 members.",
			Blocks: []Block{Event{Day: "Friday, June 14", When: "6–7 p.m., Mill Square", Bars: 238, Rows: []EventRow{
				{"Where", "Millbrook. Meet by the fountain."}, {"Host", "Friends of Old Mill"}, {"Access", "Step-free. Seats on request."},
			}}},
		}),
		"placard": en(Card{
			ID: "sign", Headline: "Sell no one’s library", Note: "One bar for each of the 238 members", Blocks: []Block{Placard{Bars: 238}},
		}),
		"motto": es(Card{
			ID: "lema", Kicker: "Con mis palabras", Headline: "Aquí aprendí a leer", Note: "Una barra por cada uno de los 238 socios", Blocks: []Block{Motto{Bars: 238}},
		}),
		"directory": en(Card{
			ID: "friends", Kicker: "Support them", Headline: "Who argues for the 62 classes?", Note: "One bar, one class",
			Blocks: []Block{Directory{Name: "Friends of Old Mill", Line: "They asked the council for a hearing.", URL: "https://friends.example/",
				Foot: "List of June 2, 2031. Not an endorsement by the group.", Bars: 62}},
		}),
		"blank": en(Card{ID: "words", Headline: "I read here because", Body: "Your words. Sign only if you want to.", AsOf: "Blank card · 23 Nov 2031",
			Blocks: []Block{Blank{Lines: 6}}}),
		"frame": es(Card{ID: "foto", Headline: "Aquí leo yo", Body: "Sin menores en la foto.", Blocks: []Block{Blank{Area: "Su foto"}}}),
		"contact": en(Card{
			ID: "decides", Kicker: "Who decides", Headline: "The council votes on the sale",
			Blocks: []Block{Contact{Name: "Clerk of the Millbrook Town Council", Office: "Town hall, room 12", Phone: "(555) 010-0142",
				How: "Mornings are best. Ask for your own councillor."}},
		}),
		"map": en(Card{
			ID: "states", Kicker: "Sister campaigns", Headline: "Eight states keep a library open",
			Blocks: []Block{TileMap{[]TileGroup{{[]string{"TX", "CA", "NY", "VT", "OH"}, "saved a library"}, {[]string{"ME", "WA", "FL"}, "still waiting"}}}},
		}),
		"journeys": en(Card{
			ID: "journeys", Headline: "62 readers went to the library of **Reykjavík**", Note: "One mark, one reader.",
			Blocks: []Block{Map{"62", []Route{
				{From: Place{Region: "IE", Name: "Ireland"}, To: Place{Region: "IS", Name: "Iceland"}, Count: 62, When: "March 2031"},
				{From: Place{Region: "IS", Name: "Iceland"}, To: Place{Region: "NO", Name: "Norway"},
					Count: 62, Mark: Open, When: "July 18, 2031", Label: "all 62 went on"},
			}}},
		}),
		"cover": en(Card{
			ID: "cover", Kicker: "The contract, in five cards", Headline: "The repair will cost $ million", Body: "How much? Swipe for the contract.",
			Folio:  Folio{1, 5},
			Blocks: []Block{Stat{Value: "$", Unit: "million", Hidden: true}},
		}),
		"names": en(Card{
			ID: "register", Kicker: "13 May 2031", Headline: "**No official list** of the books",
			Note:   "One bar for each of 245 boxes of books whose place is not known.",
			Blocks: []Block{People{AsList: true, Segments: []Segment{{Count: 245}}}},
		}),
		"photo": en(Card{
			ID: "meadow", Kicker: "Behind the library", Headline: "The **meadow** is part of the sale", Attribution: "According to the council’s notice of sale",
			Blocks: []Block{Photo{Picture: meadow(), Alt: "A meadow with a round pond under a low sun.", X: 0.7, Y: 0.4}},
		}),
		"photofull": en(Card{
			ID: "evening", Headline: "The meadow is part of the sale", Attribution: "According to the council’s notice of sale",
			Blocks: []Block{Photo{Picture: meadow(), Alt: "A meadow with a round pond under a low sun.", X: 0.7, Y: 0.4, Full: true, Duotone: true}},
		}),
		"action": en(Card{ID: "call", Headline: "Call the council: (555) 010-0142", Body: "The clerk can connect you with your own councillor’s office.",
			Action: visit}),
	}
}

// scaled is a number of cases: all with TEST_ALL, few with -short.
func scaled(few, some, all int) int {
	switch {
	case testing.Short():
		return few
	case os.Getenv("TEST_ALL") == "":
		return some
	}
	return all
}

// eachSample lays sample cards out in each format, theme and ground: with
// TEST_ALL all, else every 13th, with -short every 29th, both coprime to these.
func eachSample(f func(name string, c Card, o Options)) {
	n, stride := 0, scaled(29, 13, 1)
	cards := sampleCards()
	for _, name := range slices.Sorted(maps.Keys(cards)) {
		c := cards[name]
		for _, th := range Themes() {
			for i, gr := range th.t.Grounds {
				if i > 0 && strings.HasPrefix(name, "photo") {
					continue // scaling a photograph takes its time
				}
				for _, fm := range Formats()[:5] {
					if n++; n%stride != 0 {
						continue
					}
					card := c
					if fm.Name == "story" && card.Action.empty() && name != "map" { // a map leaves a story no room for a panel
						card.Action = Action{Verb: visit.Verb, Prompt: visit.Prompt, URL: visit.URL}
					}
					o := Options{Format: fm, Theme: th, Ground: gr.Name}
					if name == "action" {
						o.Ground = ""
					}
					f(fmt.Sprintf("%s-%s-%s-%s", name, th.Name, gr.Name, fm.Name), card, o)
				}
			}
		}
	}
}

// lengthened is a card whose texts are about a third longer, as a
// translation may be.
func lengthened(c Card) Card {
	longer := func(s string) string {
		words := strings.Fields(s)
		if len(words) < 3 {
			return s
		}
		return strings.Join(append(words, words[:(len(words)+2)/3]...), " ")
	}
	if _, stat := first(c.Blocks).(Stat); !stat && c.Action.Phone == "" {
		c.Headline = longer(strings.ReplaceAll(c.Headline, "**", ""))
	}
	c.Body, c.Attribution = longer(strings.ReplaceAll(c.Body, "**", "")), longer(c.Attribution)
	return c
}

func first(b []Block) Block {
	if len(b) == 0 {
		return nil
	}
	return b[0]
}

// meadow is a drawn picture of the darkest and the lightest pixels there are.
var meadow = sync.OnceValue(func() *Picture {
	m := image.NewRGBA(image.Rect(0, 0, 480, 360))
	for y := range 360 {
		for x := range 480 {
			c := color.RGBA{uint8(120 + y/4), uint8(160 + y/5), 255, 255}
			hill := 200 + 40*math.Sin(float64(x)/70)
			switch dx, dy := x-340, y-130; {
			case dx*dx+dy*dy < 1600:
				c = color.RGBA{255, 255, 240, 255}
			case float64(y) > hill+90:
				c = color.RGBA{8, 12, 8, 255}
			case float64(y) > hill:
				c = color.RGBA{uint8(40 + x/8), uint8(110 + y/8), 30, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	p, err := NewPicture(m)
	if err != nil {
		panic(err)
	}
	return p
})

// TestBeforeDate: a date that does not fit beside its source is not parted.
func TestBeforeDate(t *testing.T) {
	for source, want := range map[string]string{
		"Source: Town Gazette, Jan 6, 2030":     "Source: Town Gazette",
		"Source: Gazette, Library, Jan 6, 2030": "Source: Gazette, Library",
		"Fuente: Gaceta, 6 ene 2030":            "Fuente: Gaceta",
		"Source: Jan 6, 2030":                   "Source: Jan 6",
	} {
		if got := source[:beforeDate(source)]; got != want {
			t.Errorf("%q is split behind %q, want %q", source, got, want)
		}
	}
}
