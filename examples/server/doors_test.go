package main

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestFreeWordsJudged: what must not leave is no card here either, whether its
// words come in an address or in a document.
func TestFreeWordsJudged(t *testing.T) {
	s := mill(t)
	for _, c := range []struct{ words, source, rule string }{
		{"Text his brother at (737) 555-0142.", "Source: Town Council", "private-phone-number"},
		{"Let us gather outside the home of the director on Saturday.", "Source: Town Council", "gather-at-home"},
		{"All migrants are rats.", "Source: Town Council", "hate"},
		{"He has HIV and needs his pills.", "Source: Town Council", "health-told"},
		{"The mayor said “we will close it”", "", "quotation-unsourced"},
	} {
		for _, field := range []string{"headline", "body", "kicker"} {
			pairs := []string{"headline", "Keep it open", field, c.words}
			if c.source != "" {
				pairs = append(pairs, "source", c.source)
			}
			refusedBy(t, get(s, card("svg", pairs...)), c.rule)
		}
		doc, err := json.Marshal(map[string]any{
			"headline": "Keep it open", "source": c.source, "blocks": []any{map[string]any{"type": "list", "items": []string{"One thing", c.words}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		s.handler().ServeHTTP(w, httptest.NewRequest("POST", "/card.svg", strings.NewReader(string(doc))))
		refusedBy(t, w, c.rule)
	}
	if w := get(s, card("svg", "headline", "Keep the library open")); w.Code != http.StatusOK {
		t.Errorf("a harmless card: %d %s", w.Code, w.Body)
	}
}

// TestCardOmits: what has no place on a card is named beside it, also where the
// card was kept.
func TestCardOmits(t *testing.T) {
	s := mill(t)
	for range 2 {
		if got := get(s, "/og/classes.png").Header().Get("Card-Omits"); !strings.Contains(got, "claim") {
			t.Errorf("a preview of a fact leaves out %q", got)
		}
	}
	w := get(s, card("svg", "headline", "Keep the library open", "body", "Sixty classes came.", "format", "og"))
	if got := w.Header().Get("Card-Omits"); w.Code != 200 || got != "body" {
		t.Errorf("%d, a preview of words leaves out %q", w.Code, got)
	}
}

// TestFreeWordsWarned: what a person has to judge is drawn, and named as data.
func TestFreeWordsWarned(t *testing.T) {
	s := mill(t)
	words := []string{"headline", "Everyone knows that the council lies", "source", "Source: Town Council"}
	w := get(s, card("svg", words...))
	if got := w.Header().Get("Card-Warnings"); w.Code != http.StatusOK || !strings.Contains(got, "source-unnamed") {
		t.Errorf("%d, Card-Warnings: %q", w.Code, got)
	}
	var answer struct {
		Warnings []struct{ Rule, Field, Message string }
	}
	w = get(s, card("json", words...))
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || len(answer.Warnings) == 0 {
		t.Fatalf("%d %s: %v", w.Code, w.Body, err)
	}
	if first := answer.Warnings[0]; first.Rule != "source-unnamed" || first.Field != "headline" || first.Message == "" {
		t.Errorf("%+v", first)
	}
	w = get(s, card("json", "headline", "Keep the library open"))
	if got := strings.TrimSpace(w.Body.String()); got != `{"warnings":[]}` {
		t.Errorf("of a harmless card: %s", got)
	}
	refusedBy(t, get(s, card("json", "headline", "All migrants are rats.")), "hate")
}

func refusedBy(t *testing.T, w *httptest.ResponseRecorder, rule string) {
	t.Helper()
	var p struct{ Rule, Field string }
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != http.StatusBadRequest || p.Rule != rule || p.Field == "" {
		t.Errorf("%d %.200s, want %s: %v", w.Code, w.Body, rule, err)
	}
}

// corpus are faults that the engine is measured by, by kind and language.
func corpus(t *testing.T) (plants map[string]map[string][]string) {
	t.Helper()
	data, err := os.ReadFile("../../share/truth/testdata/plants.yaml")
	if err == nil {
		err = yaml.Unmarshal(data, &plants)
	}
	if err != nil {
		t.Fatal(err)
	}
	return plants
}

// TestCorpus: what is typed into a document or an address is held to what the
// engine knows of the built-in campaign. Of each kind one in eight sentences is
// tried: nine in ten of all are refused or named.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("the built-in campaign is laid out for it")
	}
	s, err := newService(t.Context(), sourceOf(campaign.Default(), nil), config{freeWords: true, log: slog.New(slog.DiscardHandler), now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	doors := map[string]func(words, lang string) *httptest.ResponseRecorder{
		"address": func(words, lang string) *httptest.ResponseRecorder {
			return get(s, card("json", "headline", words, "lang", lang))
		},
		"document": func(words, lang string) *httptest.ResponseRecorder {
			doc, _ := json.Marshal(map[string]any{"headline": words, "lang": lang})
			w := httptest.NewRecorder()
			s.handler().ServeHTTP(w, httptest.NewRequest("POST", "/card.json", strings.NewReader(string(doc))))
			return w
		},
	}
	for door, ask := range doors {
		all, missed, n := 0, 0, 0
		for kind, langs := range corpus(t) {
			for lang, texts := range langs {
				for _, words := range texts {
					if n++; n%8 > 0 || len(words) > 90 {
						continue
					}
					w := ask(words, lang)
					if all++; w.Code != http.StatusBadRequest && !strings.Contains(w.Body.String(), `"rule"`) {
						missed++
						t.Logf("%s: %s (%s): %d %q %.90s", door, kind, lang, w.Code, words, w.Body)
					}
				}
			}
		}
		if all < 50 || missed*10 > all {
			t.Errorf("%s: %d of %d are missed", door, missed, all)
		}
	}
}
