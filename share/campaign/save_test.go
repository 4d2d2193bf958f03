package campaign

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"testing/fstest"
)

// said is what a campaign says, without where: nothing and empty are the same.
func said(c *Campaign) any {
	all := map[string]any{}
	c.walk(func(n node) {
		switch v := n.value.Interface().(type) {
		case string, int, float64, bool, Date, Moment:
			if !n.value.IsZero() {
				all[n.path()] = v
			}
		}
	})
	for _, lang := range c.Languages {
		all["strings "+lang] = c.Strings(lang)
	}
	return all
}

// path is where a node stands in its campaign, wherever that was loaded from.
func (n node) path() string { return n.at.Path + " " + n.lang + " " + n.fact }

// unplaced forgets where things stand in files, so that paths are those of Go.
func unplaced(c *Campaign) *Campaign {
	c = cloned(reflect.ValueOf(c).Elem()).Addr().Interface().(*Campaign)
	c.walk(func(n node) {
		if _, ok := n.value.Interface().(interface{ where() place }); ok {
			stand(n.value.Addr().Interface(), place{})
		}
	})
	return c
}

// sameCampaign compares what two campaigns say.
func sameCampaign(t *testing.T, name string, got, want *Campaign) {
	t.Helper()
	g, w := said(unplaced(got)).(map[string]any), said(unplaced(want)).(map[string]any)
	for path, v := range w {
		if !reflect.DeepEqual(g[path], v) {
			t.Errorf("%s: %s is %v, want %v", name, path, g[path], v)
		}
	}
	for path, v := range g {
		if _, ok := w[path]; !ok {
			t.Errorf("%s: %s is %v, want nothing", name, path, v)
		}
	}
}

// TestSave: what is saved and loaded says the same.
func TestSave(t *testing.T) {
	extended, err := Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("extends: shutdowncecot\nname: ours\nlanguages: [en]\nlink: https://ours.example/\n")},
		"photos/a.jpg":  {Data: []byte("a picture")}, "photos/a.txt": {Data: []byte("consent: public\nby: us\ndate: 2031-03-10\norigin: own\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	small, err := Load(context.Background(), library())
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]*Campaign{"built-in": Default(), "extended": extended, "small": small, "made in Go": madeInGo()} {
		dir := filepath.Join(t.TempDir(), "saved")
		if err := c.Save(dir); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, err := Load(context.Background(), os.DirFS(dir))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if c.Extends != "" { // words in other languages are the built-in campaign's
			got, c = got.inOwnLanguages(), c.inOwnLanguages()
		}
		sameCampaign(t, name, got, c)
		if err := c.Save(dir); !os.IsExist(err) {
			t.Errorf("%s: saved over another: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "photos/a.jpg")); (err == nil) != (name == "extended") {
			t.Errorf("%s: photograph: %v", name, err)
		}
	}
}

// madeInGo is a campaign as a program makes one from a database.
func madeInGo() *Campaign {
	both := func(en, es string) Text { return Text{"en": en, "es": es} }
	c := &Campaign{
		Name: "old-mill", Title: Text{"": "Old Mill"}, Languages: []string{"en", "es"}, AsOf: Date{2031, 3, 10},
		Tags: []Tag{{Name: "OldMill"}}, Topics: []Topic{{ID: "library", Title: both("The library", "La biblioteca")}},
		Actions: []Action{{ID: "come", Verb: both("Come: now", "Ven #ya"), URL: Text{"": "https://mill.example/"}}},
		Facts: []Fact{{
			ID: "readers", Topic: "library", Headline: both("412 **people** use it", "412 personas la usan"), Claim: both("Line one.\nLine two: \"x\"", "- uno"),
			Attribution: both("according to its yearbook", "según su anuario"), Action: "come", AsOf: Date{2031, 1, 0}, Caveats: []string{"null", "true", " 1"},
			Source: Source{Publisher: Text{"": "Yearbook"}, URL: "https://mill.example/y", Published: Date{2030, 0, 0}},
			Chart:  Chart{Kind: KindBars, Bars: []Bar{{Label: both("a", "b"), Value: 1.5}, {Label: both("c", "d"), Value: 2e9, Focus: true}}},
		}},
		Letters: []Letter{
			{ID: "note", Lang: "en", Title: "A note", Form: FormHandout, Body: "# Hello\n\n---\n\nYou"},
			{ID: "note", Lang: "es", Title: "Una nota", Form: FormHandout, Body: "Hola"},
		},
	}
	c.SetStrings(Strings{Lang: "es", Numbers: NumberMarks{Group: " ", Decimal: ",", Percent: "{n} %"}})
	return c
}

// FuzzSave: words of any kind come back as they are, or are refused.
func FuzzSave(f *testing.F) {
	for _, s := range []string{"a: b", "# x", "null", "a\nb", " a\n b\n", "- a", `"`, "0x1", "a #b", "é: [", "? 0", "---\nx", "a\t", "{{x}}"} {
		f.Add(s, 4.76, 412)
	}
	f.Fuzz(func(t *testing.T, s string, n float64, count int) {
		c := madeInGo()
		fact := &c.Facts[0]
		fact.Caveats, fact.Figures = []string{s, s + "\n"}, []Figure{{Label: Text{"": s}, Value: n, Unit: s}}
		fact.Chart.Note, c.StartPage.TabAct = Text{"en": s, "es": "x" + s}, Text{"": s}
		fact.Chart.People = People{Segments: []Segment{{Count: count, Mark: Solid, Label: Text{"": "x" + s}}}}
		files, err := c.Marshal()
		if err != nil {
			if Mistakes(err) == nil {
				t.Error(err)
			}
			return
		}
		got, err := loadFiles(files)
		if err != nil {
			t.Fatal(err)
		}
		sameCampaign(t, s, got, c)
	})
}

// TestValidate: the rules of Load hold for a campaign made in Go.
func TestValidate(t *testing.T) {
	if err := madeInGo().Validate(); err != nil {
		t.Fatal(err)
	}
	if err := Default().Validate(); err != nil {
		t.Fatal(err)
	}
	for want, change := range map[string]func(*Campaign){
		"name: id-missing":                           func(c *Campaign) { c.Name = "" },
		"name: id-form":                              func(c *Campaign) { c.Name = "../../x\n" },
		"languages: languages-missing":               func(c *Campaign) { c.Languages = nil },
		"as_of: campaign-date-missing":               func(c *Campaign) { c.AsOf = Date{} },
		"as_of: date-form":                           func(c *Campaign) { c.AsOf = Date{2031, 13, 1} },
		"facts[0].source: source-missing":            func(c *Campaign) { c.Facts[0].Source = Source{} },
		"facts[0].source.url: address-scheme":        func(c *Campaign) { c.Facts[0].Source.URL = "javascript:alert(1)" },
		"facts[0].attribution: text-missing":         func(c *Campaign) { c.Facts[0].Attribution = nil },
		"facts[0].claim.es: text-missing":            func(c *Campaign) { delete(c.Facts[0].Claim, "es") },
		"facts[0].claim.pt: language-unknown":        func(c *Campaign) { c.Facts[0].Claim["pt"] = "um" },
		"facts[0].topic: topic-unknown":              func(c *Campaign) { c.Facts[0].Topic = "zzz" },
		"facts[0].action: action-unknown":            func(c *Campaign) { c.Facts[0].Action = "zzz" },
		"facts[0].chart.kind: chart-kind":            func(c *Campaign) { c.Facts[0].Chart.Kind = "pie" },
		"facts[0].status: status-unknown":            func(c *Campaign) { c.Facts[0].Status = "current " },
		"facts[1]: id-again":                         func(c *Campaign) { c.Facts = append(c.Facts, c.Facts[0]) },
		"letters[2]: id-again":                       func(c *Campaign) { c.Letters = append(c.Letters, c.Letters[0]) },
		"letters[1]: id-device":                      func(c *Campaign) { c.Letters[1].ID = "lpt1" },
		"letters[1]: id-form":                        func(c *Campaign) { c.Letters[1].ID = "../x" },
		"facts[0].caveats[1]: invisible-character":   func(c *Campaign) { c.Facts[0].Caveats[1] = "a\u2066b" },
		"facts[0].caveats[0]: invisible-character":   func(c *Campaign) { c.Facts[0].Caveats[0] = "a\xffb" },
		"facts[0].chart.bars[0].value: wants-number": func(c *Campaign) { c.Facts[0].Chart.Bars[0].Value = -1 },
	} {
		c := madeInGo()
		change(c)
		before := said(c)
		var got []string
		for _, m := range Mistakes(c.Validate()) {
			got = append(got, m.Field()+": "+m.Rule())
		}
		if !containsString(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
		if _, err := c.Marshal(); err == nil {
			t.Errorf("%s: marshalled", want)
		}
		if !reflect.DeepEqual(said(c), before) {
			t.Errorf("%s: Validate changed the campaign", want)
		}
	}
}

func containsString(all []string, s string) bool {
	for _, one := range all {
		if one == s {
			return true
		}
	}
	return false
}
