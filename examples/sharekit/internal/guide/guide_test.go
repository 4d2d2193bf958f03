package guide

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/png"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

var today = campaign.Date{Year: 2031, Month: 3, Day: 10}

func open(t *testing.T, lang string) *Draft {
	t.Helper()
	d, err := Open(t.Context(), filepath.Join(t.TempDir(), "mill"), "mill", lang, today)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// millFact are answers about a town that does not exist.
var millFact = Values{
	"claim.en": "Mill Lane lost 22 library hours a week between 2019 and 2025.", "headline.en": "22 library hours a week lost since 2019",
	"number": "22", "counts.en": "hours a week", "publisher": "Mill Lane Town Council", "published": "2025-03-03",
	"url": "https://mill-lane.example/report", "show": "bars",
}

func with(v Values, pairs ...string) Values {
	v = maps.Clone(v)
	for i := 0; i < len(pairs); i += 2 {
		v[pairs[i]] = pairs[i+1]
	}
	return v
}

func answer(t *testing.T, d *Draft, step string, n int, v Values) []Problem {
	t.Helper()
	s, ok := StepOf(step)
	if !ok {
		t.Fatal("no step " + step)
	}
	problems, err := d.Answer(t.Context(), s, n, v)
	if err != nil {
		t.Fatal(err)
	}
	return problems
}

// answers are a whole campaign, question by question.
var answers = []struct {
	step string
	v    Values
}{
	{"title", Values{"title.en": "Keep Mill Lane Library open", "what_is.en": "Mill Lane is a made-up town."}},
	{"tags", Values{"tag": "keep mill lane", "more_tags": "#Library, Reading"}},
	{"colors", Values{"ground": "#f2b705", "ink": "#14171A"}},
	{"facts", millFact},
	{"letter", Values{"letter_title.en": "Letter to the council", "subject.en": "A hearing", "body.en": "Dear council,\n\nPlease hold a hearing."}},
	{"event", Values{"what.en": "A reading", "day": "2031-04-02", "from": "18:00", "until": "19:00", "place.en": "Town Hall"}},
	{"people", Values{"office.en": "Mill Lane Town Council", "phone": "(555) 010-0142", "page": "https://mill-lane.example/council"}},
}

// TestWholeCampaign answers every question: the folder loads, the check finds
// nothing to fix, and nothing of the example is left.
func TestWholeCampaign(t *testing.T) {
	d := open(t, "en")
	for _, a := range answers {
		if p := answer(t, d, a.step, 0, a.v); stops(p) {
			t.Fatalf("%s: %+v", a.step, p)
		}
		if _, err := d.Campaign(t.Context()); err != nil {
			t.Fatalf("after %s the folder does not load: %v", a.step, err)
		}
	}
	r, err := d.Check(t.Context())
	if err != nil || r.Count(Fix) > 0 || r.Files == 0 {
		t.Fatalf("%+v %v", r, err)
	}
	c, err := d.Campaign(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	texts, err := c.Marshal()
	for name, data := range texts {
		if bytes.Contains(data, []byte("EXAMPLE")) || err != nil {
			t.Errorf("%s still has the example: %v", name, err)
		}
	}
	for _, a := range answers { // what was answered is asked for with its answer
		s, _ := StepOf(a.step)
		v, err := d.saved(t.Context(), s, 0)
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range a.v {
			if a.step != "tags" && !strings.EqualFold(v[name], want) {
				t.Errorf("%s: %s is %q, was %q", a.step, name, v[name], want)
			}
		}
		if p := answer(t, d, a.step, 0, v); stops(p) {
			t.Errorf("%s again: %+v", a.step, p)
		}
	}
}

// TestRefused offers answers that cannot stand: each names its field, and what
// was saved stays as it was.
func TestRefused(t *testing.T) {
	for what, c := range map[string]struct {
		step, field string
		v           Values
	}{
		"a pale pair":         {"colors", "ink", Values{"ground": "#F2B705", "ink": "#FFFFFF"}},
		"no color":            {"colors", "ground", Values{"ground": "yellow", "ink": "#FFFFFF"}},
		"no source":           {"facts", "publisher", with(millFact, "publisher", "")},
		"no address":          {"facts", "url", with(millFact, "url", "")},
		"an address in words": {"facts", "url", with(millFact, "url", "the town's report")},
		"no day":              {"facts", "published", with(millFact, "published", "")},
		"a day to come":       {"facts", "published", with(millFact, "published", "2032-01-01")},
		"no sentence":         {"facts", "claim.en", with(millFact, "claim.en", "")},
		"a number unseen":     {"facts", "counts.en", with(millFact, "headline.en", "The library opens less", "counts.en", "")},
		"half a bar":          {"facts", "show", with(millFact, "number", "4.5", "headline.en", "4.5 hours lost")},
		"too many bars":       {"facts", "show", with(millFact, "number", "4,000", "headline.en", "4,000 hours lost")},
		"one value of two":    {"facts", "after", with(millFact, "show", "two", "before", "60", "before_label.en", "in 2019", "after_label.en", "in 2025")},
		"two words in a tag":  {"tags", "tag", Values{"tag": "a-b"}},
		"no language":         {"languages", "languages", Values{}},
		"a strange language":  {"languages", "languages", Values{"languages": "tlh"}},
		"no title":            {"title", "title.en", Values{}},
		"half a letter":       {"letter", "body.en", Values{"letter_title.en": "A letter", "subject.en": "A hearing"}},
	} {
		d := open(t, "en")
		before := folder(t, d.Dir)
		p := answer(t, d, c.step, 0, c.v)
		if !slices.ContainsFunc(p, func(p Problem) bool { return p.Level == Fix && p.Field == c.field && p.Text != "" }) {
			t.Errorf("%s: no problem of %s in %+v", what, c.field, p)
		}
		if !maps.Equal(before, folder(t, d.Dir)) {
			t.Errorf("%s: the folder has changed", what)
		}
	}
}

func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all[name] = string(data)
		}
		return err
	})
	return all
}

// TestAddedLanguage adds Spanish to a campaign that is told in English: it loads,
// and the check names what is not translated; when Spanish goes, its words go.
func TestAddedLanguage(t *testing.T) {
	d := open(t, "en")
	for _, a := range answers {
		answer(t, d, a.step, 0, a.v)
	}
	if p := answer(t, d, "languages", 0, Values{"languages": "en,es"}); stops(p) {
		t.Fatalf("%+v", p)
	}
	r, err := d.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []string{"facts", "letter", "event"} {
		if !slices.ContainsFunc(r.Problems, func(p Problem) bool {
			return p.Step == step && p.Level == Fix && strings.HasPrefix(p.Text, "Spanish: ")
		}) {
			t.Errorf("nobody says that %s is not translated", step)
		}
	}
	if p := answer(t, d, "languages", 0, Values{"languages": "en"}); stops(p) {
		t.Fatalf("%+v", p)
	}
	if _, err := os.Stat(filepath.Join(d.Dir, "letters/es/letter.md")); err == nil {
		t.Error("the letter of a language that went is still there")
	}
}

// TestShow draws the card of every way to show a fact, and of none where the
// pair of colours cannot be read.
func TestShow(t *testing.T) {
	d := open(t, "es")
	draw := func(step string, v Values) (bool, bool) {
		s, _ := StepOf(step)
		var b bytes.Buffer
		example, err := d.Show(t.Context(), &b, s, 0, v)
		if err != nil {
			t.Fatal(err)
		}
		_, err = png.DecodeConfig(&b)
		return err == nil, example
	}
	if drawn, example := draw("facts", Values{}); !drawn || !example {
		t.Error("without answers there is no example")
	}
	own := make(Values)
	for k, v := range millFact {
		own[strings.Replace(k, ".en", ".es", 1)] = v
	}
	two := with(own, "show", "two", "before", "60", "before_label.es", "2019", "after", "38", "after_label.es", "2025")
	for _, v := range []Values{own, with(own, "show", "words"), with(own, "show", "calendar"), two} {
		if drawn, example := draw("facts", v); !drawn || example {
			t.Errorf("%s is not drawn", v["show"])
		}
	}
	if drawn, _ := draw("colors", Values{"ground": "#F2B705", "ink": "#FFFFFF"}); drawn {
		t.Error("a pair that cannot be read is drawn")
	}
	if drawn, _ := draw("colors", Values{"ground": "#F2B705", "ink": "#14171A"}); !drawn {
		t.Error("a pair that can be read is not drawn")
	}
}

// TestReadable offers inks for many grounds: three that pass, the clearest first.
func TestReadable(t *testing.T) {
	for _, ground := range []string{"#000000", "#FFFFFF", "#F2B705", "#264B7D", "#C4161C", "#808080", "#14532D"} {
		all := Readable(ground)
		if len(all) == 0 || all[0].Ratio < leastContrast || !slices.IsSortedFunc(all, func(a, b Pair) int { return int(10 * (b.Ratio - a.Ratio)) }) {
			t.Errorf("%s: %+v", ground, all)
		}
	}
	if Readable("nonsense") != nil {
		t.Error("inks for no colour")
	}
}

// TestTerminal answers in a terminal, in both languages: skips, stops, mends.
func TestTerminal(t *testing.T) {
	for lang, lines := range map[string][]string{
		"en": {"Keep Mill Lane open", "", "", "skip", "#KeepMillLane", "", "#F2B705", "#FFFFFF", "#14171A", "stop"},
		"es": {"Mill Lane se queda", "", "", "omitir", "#MillLane", "", "#F2B705", "#FFFFFF", "#14171A", "fin"},
	} {
		d := open(t, lang)
		var out bytes.Buffer
		err := d.Ask(t.Context(), &out, func(string) (string, error) {
			if len(lines) == 0 {
				return "", io.EOF
			}
			line := lines[0]
			lines = lines[1:]
			return line, nil
		})
		c, loadErr := d.Campaign(t.Context())
		if err != nil || loadErr != nil {
			t.Fatal(err, loadErr)
		}
		if c.Theme != themeName || !strings.Contains(c.Title.In(lang), "Mill Lane") || len(lines) > 0 {
			t.Errorf("%s: %q, theme %q, %d lines are left", lang, c.Title, c.Theme, len(lines))
		}
		if said := out.String(); !strings.Contains(said, "1.8") || !strings.Contains(said, "sharekit kit --campaign") {
			t.Errorf("%s: %s", lang, said)
		}
	}
}

// TestWords holds both languages to the same words, each with the same places.
func TestWords(t *testing.T) {
	en := words()["en"]
	for lang, own := range words() {
		for key, word := range en {
			if own[key] == "" || strings.Count(own[key], "{") != strings.Count(word, "{") {
				t.Errorf("%s: %s is %q", lang, key, own[key])
			}
		}
		if len(own) != len(en) {
			t.Errorf("%s has %d words, English %d", lang, len(own), len(en))
		}
	}
	for _, s := range Steps() {
		for _, key := range []string{"step_", "ask_", "hint_"} {
			if en[key+s.ID] == "" {
				t.Errorf("no word %s%s", key, s.ID)
			}
		}
	}
}

func listen(t *testing.T) (*Server, *http.Client) {
	t.Helper()
	s, err := Listen(open(t, "en"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	t.Cleanup(func() { cancel(); <-ended })
	return s, &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// TestPage walks through the page as a browser without script does.
func TestPage(t *testing.T) {
	s, client := listen(t)
	for _, a := range answers {
		form := make(url.Values)
		for name, v := range a.v {
			form.Set(name, v)
		}
		r, err := client.PostForm(s.URL()+a.step, form)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if want := next(a.step); r.StatusCode != http.StatusSeeOther || !strings.HasSuffix(r.Header.Get("Location"), "/"+want) {
			t.Errorf("%s: %s to %s", a.step, r.Status, r.Header.Get("Location"))
		}
	}
	for _, step := range append(Steps(), Step{ID: "check"}) {
		for _, lang := range Languages() {
			r, err := client.Get(s.URL() + step.ID + "?lang=" + lang)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(r.Body)
			r.Body.Close()
			if r.StatusCode != http.StatusOK || !bytes.Contains(body, []byte(`<html lang="`+lang+`">`)) || !strings.Contains(r.Header.Get("Content-Security-Policy"), "default-src 'none'") {
				t.Errorf("%s in %s: %s", step.ID, lang, r.Status)
			}
			if bytes.Contains(body, []byte(`src="http`)) || bytes.Contains(body, []byte("ZgotmplZ")) {
				t.Errorf("%s asks another host, or has lost an address", step.ID)
			}
		}
	}
}

// TestPageGuard calls the page as others might: by another name, from another
// page, without its secret, with too much.
func TestPageGuard(t *testing.T) {
	s, _ := listen(t)
	h := s.Handler()
	host, path := strings.TrimSuffix(strings.TrimPrefix(s.Server.URL(), "http://"), "/"), "/"+s.secret+"/title"
	for what, c := range map[string]struct {
		method, host, path, origin, body string
		want                             int
	}{
		"its own name":     {"GET", host, path, "", "", 200},
		"another name":     {"GET", "evil.example", path, "", "", 403},
		"no secret":        {"GET", host, "/title", "", "", 404},
		"another secret":   {"GET", host, "/0123456789abcdef/title", "", "", 404},
		"another page":     {"POST", host, path, "https://evil.example", "title.en=X", 403},
		"a page of nobody": {"POST", host, path, "null", "title.en=X", 403},
		"its own page":     {"POST", host, path, "http://" + host, "title.en=X", 303},
		"too much":         {"POST", host, path, "", "title.en=" + strings.Repeat("x", 2*mostForm), 400},
		"no question":      {"GET", host, "/" + s.secret + "/nonsense", "", "", 404},
	} {
		r := httptest.NewRequest(c.method, "http://"+c.host+c.path, strings.NewReader(c.body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("%s: status %d, want %d", what, w.Code, c.want)
		}
	}
}

// FuzzAnswers answers every question with anything: nothing panics, and the
// folder always loads.
func FuzzAnswers(f *testing.F) {
	f.Add("22", "https://mill-lane.example", "2025-03-03")
	f.Add("\x00", "{why}", "---")
	f.Add("1e9", "#FFFFFF", "EXAMPLE: ")
	f.Add("1e9", "#FFFFFF", "EXAMPLE:o\xdc.\xabm ")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		d := open(t, "en")
		for _, s := range Steps() {
			fields, err := d.Fields(t.Context(), s, 0)
			if err != nil {
				t.Fatal(err)
			}
			v := make(Values)
			for i, field := range fields {
				v[field.Name] = []string{a, b, c}[i%3]
			}
			if _, err := d.Answer(t.Context(), s, 0, v); err != nil {
				t.Fatalf("%s: %v", s.ID, err)
			}
			if _, err := d.Campaign(t.Context()); err != nil {
				t.Fatalf("after %s the folder does not load: %v", s.ID, err)
			}
		}
	})
}

var update = flag.Bool("update", false, "draw the pictures of the organizer's guide anew")

// TestGuidePictures compares the pictures of the organizer's guide with what is
// drawn of its answers.
func TestGuidePictures(t *testing.T) {
	for _, lang := range Languages() {
		d := open(t, lang)
		for step, field := range map[string]string{"title": "title." + lang, "tags": "tag"} {
			id, _, _ := strings.Cut(field, ".")
			if p := answer(t, d, step, 0, Values{field: Word(lang, "eg_"+id)}); stops(p) {
				t.Fatal(p)
			}
		}
		for _, pic := range []struct {
			name, step string
			v          Values
		}{
			{"fact", "facts", nil},
			{"words", "facts", Values{"show": showWords}},
			{"colors", "colors", Values{"ground": "#F2B705", "ink": "#14171A"}},
		} {
			s, _ := StepOf(pic.step)
			var b bytes.Buffer
			if _, err := d.Show(t.Context(), &b, s, 0, pic.v); err != nil {
				t.Fatal(err)
			}
			name := "../../../docs/pictures/" + pic.name + "-" + lang + ".png"
			small := third(t, &b)
			if *update {
				var out bytes.Buffer
				if err := errors.Join(png.Encode(&out, small), os.WriteFile(name, out.Bytes(), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			kept, err := png.Decode(f)
			f.Close()
			if err != nil || differ(kept, small) > 2 {
				t.Errorf("%s is not what the guide draws: %v; go test -update", name, err)
			}
		}
	}
}

// third is a picture at a third of its size.
func third(t *testing.T, r io.Reader) image.Image {
	t.Helper()
	img, err := png.Decode(r)
	if err != nil {
		t.Fatal(err)
	}
	size := img.Bounds().Max.Div(3)
	out := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			out.Set(x, y, average(img, 3*x, 3*y))
		}
	}
	return out
}

// average is the colour of nine pixels.
func average(img image.Image, x, y int) color.Color {
	var sum [3]uint32
	for i := range 9 {
		r, g, b, _ := img.At(x+i%3, y+i/3).RGBA()
		sum[0], sum[1], sum[2] = sum[0]+r>>8, sum[1]+g>>8, sum[2]+b>>8
	}
	return color.RGBA{uint8(sum[0] / 9), uint8(sum[1] / 9), uint8(sum[2] / 9), 255}
}

// differ is how far the light of two pictures is apart, on average and in
// percent.
func differ(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return 100
	}
	sum, size := 0, a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			one, other := color.GrayModel.Convert(a.At(x, y)).(color.Gray), color.GrayModel.Convert(b.At(x, y)).(color.Gray)
			sum += max(int(one.Y)-int(other.Y), int(other.Y)-int(one.Y))
		}
	}
	return sum * 100 / (255 * size.X * size.Y)
}

// A logo that cannot be drawn or seen is refused; one that can is written into the
// folder and stands in the campaign.
func TestLogo(t *testing.T) {
	d := open(t, "en")
	answer(t, d, "title", 0, Values{"title.en": "Keep Mill Lane Open"})
	answer(t, d, "colors", 0, Values{"ground": "#264B7D", "ink": "#FFFFFF"})
	svg := func(inside string) string {
		return upload("Our Logo.SVG", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">`+inside+`</svg>`))
	}
	for name, row := range map[string]struct {
		file, name, field string
	}{
		"words":   {svg(`<text>a</text>`), "Friends", "logo"},
		"nothing": {upload("a.png", []byte("no picture")), "Friends", "logo"},
		"unnamed": {svg(`<path d="M0 0h9v9z"/>`), "", "logo_name.en"},
	} {
		if got := answer(t, d, "logo", 0, Values{"logo": row.file, "logo_name.en": row.name}); len(got) == 0 || got[0].Field != row.field || got[0].Level != Fix {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := answer(t, d, "logo", 0, Values{"logo": svg(`<path d="M0 0h9v9z"/>`), "logo_name.en": "Friends"}); len(got) > 0 {
		t.Fatalf("%+v", got)
	}
	c, err := d.Campaign(t.Context())
	if err != nil || c.Logo.File != "logo.svg" || c.Logo.Name["en"] != "Friends" {
		t.Fatalf("%+v %v", c.Logo, err)
	}
	if _, err := os.Stat(filepath.Join(d.Dir, "logo.svg")); err != nil {
		t.Error(err)
	}
	answer(t, d, "logo", 0, Values{"logo": "logo.svg", "logo_name.en": "Friends of the Library"})
	if c, _ = d.Campaign(t.Context()); c.Logo.File != "logo.svg" || c.Logo.Name["en"] != "Friends of the Library" {
		t.Errorf("another name alone: %+v", c.Logo)
	}
}

// A table of a town's council becomes people.yaml, with the offices and the areas
// that it names; what is wrong in it is said by its row.
func TestRoster(t *testing.T) {
	d := open(t, "en")
	answer(t, d, "title", 0, Values{"title.en": "Keep Mill Lane Open"})
	table := func(rows string) Values {
		return Values{"list": upload("council.csv", []byte("name,office,state,phone\n"+rows)), "list_as_of": "2031-03-01"}
	}
	good := "Ana Prado Example,councillor,North,(555) 010-0142\nBo Lee Example,councillor,North,(555) 010-0143\nCy Roe Example,mayor,,(555) 010-0144\n"
	if got := answer(t, d, "people", 0, with(table(good), "list_as_of", "")); len(got) == 0 || got[0].Field != "list_as_of" {
		t.Errorf("without a day: %+v", got)
	}
	got := answer(t, d, "people", 0, table("Ana Prado Example,,North,1\n"))
	if len(got) == 0 || got[0].Field != "list" || !strings.Contains(got[0].Text, "Row 2: ") {
		t.Errorf("a row without an office: %+v", got)
	}
	if got := answer(t, d, "people", 0, table(good)); len(got) > 0 {
		t.Fatalf("%+v", got)
	}
	c, err := d.Campaign(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(c.People.List) != 3 || len(c.Offices.List) != 2 || len(c.Areas.List) != 1 || c.Areas.List[0].Seats[0].N != 2 {
		t.Errorf("%d people, offices %+v, areas %+v", len(c.People.List), c.Offices.List, c.Areas.List)
	}
	senators := "name,office,state,phone\nAna Prado Example,senator-f,NV,(555) 010-0142\n"
	if got := answer(t, d, "people", 0, Values{"list": upload("a.csv", []byte(senators)), "list_as_of": "2031-03-01"}); len(got) > 0 {
		t.Fatalf("%+v", got)
	}
	if c, err = d.Campaign(t.Context()); err != nil || c.Areas.List[0].Name["en"] != "Nevada" {
		t.Errorf("a state is not known by its name: %+v %v", c.Areas.List, err)
	}
}
