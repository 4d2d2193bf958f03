package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
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
