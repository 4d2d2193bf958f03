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

func refusedBy(t *testing.T, w *httptest.ResponseRecorder, rule string) {
	t.Helper()
	var p struct{ Rule, Field string }
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != http.StatusBadRequest || p.Rule != rule || p.Field == "" {
		t.Errorf("%d %.200s, want %s: %v", w.Code, w.Body, rule, err)
	}
}
