package graphic

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// The sample cards are those of a campaign that does not exist: neighbours
// who want to keep the Old Mill Library open. They use every block.

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

var visit = Action{Verb: "Come to the public hearing", Phone: "(555) 010-0142", Prompt: "Scan or type:", URL: "https://library.example/hearing"}

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
			Blocks: []Block{List{Items: []string{"Una audiencia pública", "Que se publique el contrato", "Horario de tarde para escuelas", "Rampa y ascensor", "Que no se venda el edificio"}}},
		}),
		"timeline": en(Card{
			ID: "path", Kicker: "The year, drawn to scale", Headline: "The library’s long year", AsOf: "As of 22 May 2031",
			Blocks: []Block{Timeline{
				Events: []Moment{
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
		"action": en(Card{ID: "call", Headline: "Call the council: (555) 010-0142", Body: "The clerk can connect you with your own councillor’s office.", Action: visit}),
	}
}

// eachSample lays every sample card out in every format, theme and ground.
func eachSample(f func(name string, c Card, o Options)) {
	for name, c := range sampleCards() {
		for _, th := range Themes() {
			for _, gr := range th.t.Grounds {
				for _, fm := range Formats() {
					card := c
					if fm.Name == "story" && card.Action.empty() {
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
