package graphic

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// portuguese are the words of a language that the package lacks.
func portuguese() Words {
	return Words{
		"people": "{n, plural, one {Campo de # barra} other {Campo de # barras}}", "bars": "Gráfico de {n} barras", "timeline": "Linha do tempo",
		"donut": "Anel de {of} traços, {n} deles longos", "tile_map": "Mapa dos Estados Unidos em quadrados iguais", "lines": "{n} linhas para escrever",
		"to_fill_in": "(a preencher)", "code": "Código QR que leva a {address}",
		"person": "pessoa", "comma": ",", "mark_solid": "{n} cheias", "mark_hatch": "{n} listradas", "mark_open": "{n} vazias", "mark_foot": "{n} só com o pé",
		"field": "{n} barras, uma por {unit}", "few": "{n} barras altas, uma por {unit}", "sheet_note": "Imprima a 100 %.", "sheet_sides": "Frente e verso: vire pela borda longa.", "stretch": "Barras {from} a {to} de {n} em fila, uma por {unit}",
		"ledger":   "{n} barras pretas",
		"calendar": "{n} barras, uma por dia, de {from} a {to}", "calendar_days": "{n} barras, uma por dia", "calendar_open": "a vazia é {mark}",
		"clock": "Relógio com {n} raios: de {from} a {to}, {h} horas", "clock_hours": "Relógio com {n} raios: {h} horas",
		"dates_weeks": "{n} barras, uma por semana", "dates_days": "{n} barras, uma por dia",
		"scale": "{n} de {of} quadrados cheios", "plan": "{n} barras cheias, {rest} riscadas: o que cabe numa sala",
		"flow": "{n} barras separam-se, uma por {unit}", "line": "Linha", "line_point": "{value} em {date}",
		"multiples": "{k} campos de {n}", "slope": "{name}: {a} em {from}, {b} em {to}",
		"map": "Mapa das viagens", "route": "{n} marcas de {from} a {to}, {when}",
	}
}

// TestLanguages: every language has every word, and the values of the English.
func TestLanguages(t *testing.T) {
	names := slices.Sorted(maps.Keys(WordsOf(language.English)))
	all := maps.Clone(languages())
	all["pt"] = portuguese()
	for lang, w := range all {
		if got := slices.Sorted(maps.Keys(w)); !slices.Equal(got, names) {
			t.Errorf("%s has %v, English %v", lang, got, names)
		}
		if err := w.check(); err != nil {
			t.Errorf("%s: %v", lang, err)
		}
	}
	if WordsOf(language.Portuguese) != nil {
		t.Error("there are words for Portuguese")
	}
	WordsOf(language.English)["people"] = "changed"
	if WordsOf(language.English)["people"] == "changed" {
		t.Error("a caller changes everybody's words")
	}
}

// TestOwnWords says every sample card in a language that the package lacks:
// with its words no English is left, without them the card is refused unless
// it needs none.
func TestOwnWords(t *testing.T) {
	english := WordsOf(language.English)
	refused := 0
	for name, c := range sampleCards() {
		if c.Lang = language.Portuguese; c.Action.empty() {
			c.Action.URL = "https://library.example"
		}
		g := mustNew(t, c, &Options{Words: portuguese()})
		for _, word := range english {
			if lead, _, _ := strings.Cut(word, "{"); len(lead) > 4 && strings.Contains(g.Alt(), lead) {
				t.Errorf("%s says %q: %s", name, lead, g.Alt())
			}
		}
		if !strings.Contains(g.Alt(), "Código QR que leva a library.example") {
			t.Errorf("%s does not say where its code leads: %s", name, g.Alt())
		}
		_, err := New(c, nil)
		var field *FieldError
		if !errors.As(err, &field) || !strings.Contains(err.Error(), "pt") {
			t.Errorf("%s without words: %v", name, err)
		}
		c.Action = Action{}
		if _, err := New(c, nil); err != nil {
			refused++
		}
	}
	if refused < 8 || refused > 33 { // thirteen of them are pictures of data
		t.Errorf("%d cards without an action need words", refused)
	}
	one := Card{Lang: language.Portuguese, Headline: "Uma", Source: "F", Blocks: []Block{People{Segments: []Segment{{Count: 1}}}}}
	if alt := mustNew(t, one, &Options{Words: portuguese()}).Alt(); !strings.Contains(alt, "Campo de 1 barra.") {
		t.Error(alt)
	}
}

// TestWordsAreKept: what a caller does to the map later does not change a card.
func TestWordsAreKept(t *testing.T) {
	w := Words{"quote_open": "<", "quote_close": ">"}
	c := Card{Headline: "x", Source: "S", Blocks: []Block{Quote{Text: "open", Speaker: "A", Verbatim: true}}}
	g := mustNew(t, c, &Options{Words: w})
	before := g.Alt()
	w["quote_open"] = "!"
	if g.Alt() != before || !strings.Contains(before, "<open>") {
		t.Errorf("%s, then %s", before, g.Alt())
	}
}

func TestBadWords(t *testing.T) {
	for _, w := range []Words{{"pepole": "x"}, {"people": "Field of bars"}, {"code": "{addres}"}} {
		_, err := New(Card{Headline: "x"}, &Options{Words: w})
		var field *FieldError
		if !errors.As(err, &field) || field.Field() != "Options.Words" {
			t.Errorf("%v: %v", w, err)
		}
	}
}
