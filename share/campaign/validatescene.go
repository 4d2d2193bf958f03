package campaign

import (
	"slices"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// drawings and states are all that a scene can name.
var (
	drawings = []Drawing{
		"", AsField, AsFew, AsCalendar, AsMap, AsLine, AsFlow, AsSlope, AsBeforeAfter,
		AsMultiples, AsClock, AsPlan, AsScale, AsDocument, AsLedger, AsDates, AsBars,
	}
	states = []string{"none", "pending", "convicted", "unknown", "rest"}
)

// A need is a key that a kind of scene cannot do without.
type need struct {
	key string
	has func(*Scene) bool
}

// needed are the kinds of scenes, each with what it needs.
var needed = map[SceneKind][]need{
	"":            {},
	SceneSplit:    {{"of", func(s *Scene) bool { return s.Of > 0 }}, {"states", func(s *Scene) bool { return len(s.States) > 0 }}},
	SceneFlow:     {{"total", func(s *Scene) bool { return s.Total > 0 }}, {"parts", func(s *Scene) bool { return len(s.Parts) > 0 }}},
	SceneSteps:    {{"points", func(s *Scene) bool { return len(s.Points) > 0 }}},
	SceneChange:   {{"rows", func(s *Scene) bool { return len(s.Rows) > 0 }}, {"from", func(s *Scene) bool { return s.From != "" && s.To != "" }}},
	SceneRoute:    {{"places", func(s *Scene) bool { return len(s.Places) > 1 }}},
	SceneCalendar: {{"days", func(s *Scene) bool { return s.Days > 0 || s.From != "" && s.To != "" }}},
	SceneClock:    {{"hours", func(s *Scene) bool { return s.Hours > 0 || s.Days > 0 || s.From != "" && s.To != "" }}},
	ScenePlan:     {{"per_cell", func(s *Scene) bool { return len(s.PerCell) == 2 }}},
	SceneQuote:    {{"from", func(s *Scene) bool { return s.From == "quote" || s.From == "reply" }}},
}

// drawn validates the shape of a drawing's data, and that its parts add up.
func (v factRules) drawn(f *Fact) {
	s, at := &f.Scene, f.at.In("scene")
	needs, known := needed[s.Kind]
	if !known {
		v.fail(at, "kind", "scene-kind", with{"kind": read.Clip(string(s.Kind))})
	}
	if !slices.Contains(drawings, s.As) {
		v.fail(at, "as", "scene-drawing", with{"as": read.Clip(string(s.As))})
	}
	for _, n := range needs {
		if !n.has(s) {
			v.fail(at, n.key, "scene-part-missing", with{"kind": string(s.Kind)})
		}
	}
	v.split(s, at)
	v.span(s, at)
	v.points(f, at)
	v.excerpt(f)
}

// split validates the groups of a split and the branches of a flow.
func (v factRules) split(s *Scene, at place) {
	n := 0
	for i, g := range s.States {
		if !slices.Contains(states, g.State) {
			v.fail(at.In("states").Index(i), "state", "scene-state", with{"state": read.Clip(g.State)})
		}
		v.needs(at.In("states").Index(i), "label", g.Label)
		n += g.Count
	}
	if s.Kind == SceneSplit && len(s.States) > 0 && s.Of > 0 && n != s.Of {
		v.fail(at, "states", "scene-sum", with{"n": n, "whole": s.Of})
	}
	n = 0
	for i, p := range s.Parts {
		v.needs(at.In("parts").Index(i), "label", p.Label)
		n += p.Value
	}
	if s.Kind == SceneFlow && len(s.Parts) > 0 && s.Total > 0 && n != s.Total {
		v.fail(at, "parts", "scene-sum", with{"n": n, "whole": s.Total})
	}
}

// span validates the days of a calendar, the times of a change and the hours of a clock.
func (v factRules) span(s *Scene, at place) {
	switch {
	case (s.Kind == SceneCalendar || s.Kind == SceneChange) && s.From != "" && s.To != "":
		from, err := ParseDate(s.From)
		to, failed := ParseDate(s.To)
		if err != nil || failed != nil || to.First().Before(from.First()) {
			v.fail(at, "from", "span-order", nil)
		}
	case s.Kind == SceneClock:
		for key, hour := range inOrder(map[string]string{"from": s.From, "to": s.To}) {
			if _, err := time.Parse("15:04", hour); err != nil && hour != "" {
				v.fail(at, key, "scene-hour", with{"hour": read.Clip(hour)})
			}
		}
	}
}

// points validates dated values, rows and places.
func (v factRules) points(f *Fact, at place) {
	for i, p := range f.Scene.Points {
		v.sourced(f, at.In("points").Index(i), p.Source)
		v.needs(at.In("points").Index(i), "label", p.Label)
	}
	for i, r := range f.Scene.Rows {
		v.needs(at.In("rows").Index(i), "label", r.Label)
	}
	for i, p := range f.Scene.Places {
		v.needs(at.In("places").Index(i), "", p)
	}
	if n := len(f.Scene.Countries); n > 0 && n != len(f.Scene.Places) {
		v.fail(at, "countries", "scene-countries", with{"n": n, "places": len(f.Scene.Places)})
	}
}

// excerpt holds what a picture shows of a record to the record's words: only
// what … stands for is left out.
func (v factRules) excerpt(f *Fact) {
	for lang, shown := range inOrder(f.Scene.Excerpt) {
		record := f.Quote.Text[lang]
		if f.Scene.From == "reply" {
			record = ""
			if len(f.Replies) > 0 {
				record = f.Replies[0].Text[lang]
			}
		}
		if record == "" {
			continue
		}
		rest := record
		for _, part := range strings.Split(strings.ReplaceAll(shown, "**", ""), "…") {
			part = strings.TrimSpace(part)
			_, after, ok := strings.Cut(rest, part)
			if !ok {
				v.fail(f.at.In("scene").In("excerpt"), lang, "excerpt-words", with{"words": read.Clip(part)})
				break
			}
			rest = after
		}
	}
}
