package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// mill is a kit with a little of everything, of a campaign that does not
// exist.
func mill() Kit {
	both := func(en, es string) Text { return Text{"en": en, "es": es} }
	return Kit{
		Title: both("Save the Old Mill Library", "Salvemos la biblioteca Old Mill"), Tag: "#SaveOldMill", AsOf: "2031-03-10", Version: "1",
		Languages: []Language{{Tag: "en", Name: "English"}, {Tag: "es", Name: "Español"}},
		Changes:   []Change{{Date: "2031-03-01", Label: both("Replaced by", "Sustituida por"), Text: both("40 classes", "40 clases"), Card: "classes"}},
		Topics:    []Topic{{ID: "library", Title: both("The library", "La biblioteca")}},
		Formats:   []Format{{ID: "portrait"}, {ID: "story"}},
		Platforms: []Platform{{ID: "x", Name: "X", Limit: 280, Formats: []string{"portrait"}, Intent: "https://x.com/intent/post?text={text}"}},
		Cards: []Card{
			{ID: "old", Status: Replaced, ReplacedBy: "classes", Checked: "2031-03-10", Texts: map[string]CardText{"en": {Headline: "40 classes"}}},
			{ID: "classes", Topic: "library", Checked: "2031-03-10", Expires: "2032-01-01", Texts: map[string]CardText{
				"en": cardText("en", "62 classes"), "es": cardText("es", "62 clases")}},
		},
		Phones:  []Phone{{Label: both("Town hall", "Ayuntamiento"), Number: "(555) 010-0199", Tel: "+15550100199"}},
		Finders: []Link{{Label: both("Find yours", "Busca"), URL: "https://millbrook.example/find"}},
		Letters: []Letter{{
			ID: "council", Title: both("To the council", "Al ayuntamiento"), Subject: both("{town}", "{town}"), Mail: true,
			Body: both("I live in {town}. {why}", "Vivo en {town}. {why}"),
			Fields: []Field{{ID: "town", Label: both("Your town", "Tu ciudad"), Required: true},
				{ID: "why", Label: both("Why", "Por qué"), Required: true, MinWords: 8, Long: true}},
		}},
		Pages: []Page{{ID: "reading", Title: both("Reading", "Lecturas"), Body: both("See https://millbrook.example/read.", "Mira.")}},
		Steps: []Step{{Title: both("Read", "Lee"), Items: []Text{both("Sit.", "Siéntate.")},
			Links: []Link{{Label: both("Hall", "Sala"), URL: "https://millbrook.example/"}}}},
		Accounts: []Account{{Name: Text{"en": "Friends"}, Platform: "X", Handle: "@friends", URL: "https://x.com/friends", Confirmed: true}},
		Items:    []Item{{Name: both("Poster", "Cartel"), Part: PartPrint, Files: []File{{Path: "print/poster.pdf"}}}},
	}
}

func cardText(lang, headline string) CardText {
	return CardText{
		Headline: headline, Claim: headline + ".", Source: "Town Council, 4 Mar 2031", SourceURL: "https://millbrook.example/report",
		Alt:      headline + " in large type.",
		Wordings: []Wording{{Text: headline + " #SaveOldMill", Variants: map[string]string{"x": headline}}},
		Pictures: []Picture{
			{Format: "portrait", File: "pictures/" + lang + "/classes-portrait.png", Width: 4, Height: 5,
				Thumb: func(width int) ([]byte, error) { return dot(width, width), nil },
				Full:  func() ([]byte, error) { return dot(4, 5), nil }},
			{Format: "story", File: "pictures/" + lang + "/classes-story.png", Width: 9, Height: 16},
		},
	}
}

// dot is a picture of one colour.
func dot(w, h int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func written(t testing.TB, k Kit) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, k); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRefuses: what cannot be shown whole and harmless is named by its field,
// and nothing is written.
func TestRefuses(t *testing.T) {
	for field, spoil := range map[string]func(*Kit){
		"Tag":                                   func(k *Kit) { k.Tag = "" },
		"Languages":                             func(k *Kit) { k.Languages = nil },
		"Languages[0]":                          func(k *Kit) { k.Languages[0].Tag = `en"><script>` },
		"Languages[2]":                          func(k *Kit) { k.Languages = append(k.Languages, Language{Tag: "en"}) },
		"Languages[en].Words":                   func(k *Kit) { k.Languages[0].Words = map[string]string{"no_such_word": "x"} },
		"AsOf":                                  func(k *Kit) { k.AsOf = "10 March" },
		"Title[en]":                             func(k *Kit) { k.Title["en"] = "a\u202eb" },
		"Title[es]":                             func(k *Kit) { k.Title["es"] = "a\u2067b\u2069" },
		"Changes[0].Date":                       func(k *Kit) { k.Changes[0].Date = "2031-13-01" },
		"Changes[0].Card":                       func(k *Kit) { k.Changes[0].Card = "nobody" },
		"Cards[0].ID":                           func(k *Kit) { k.Cards[0].ID = `x"onclick=` },
		"Cards[1].Topic":                        func(k *Kit) { k.Cards[1].Topic = "none" },
		"Cards[0].ReplacedBy":                   func(k *Kit) { k.Cards[0].ReplacedBy = "none" },
		"Cards[0].Status":                       func(k *Kit) { k.Cards[0].Status = "gone" },
		"Cards[0].Texts":                        func(k *Kit) { k.Cards[0].Texts = nil },
		"Cards[0].Texts[fr]":                    func(k *Kit) { k.Cards[0].Texts["fr"] = CardText{Headline: "x"} },
		"Cards[0].Texts[en].Headline":           func(k *Kit) { k.Cards[0].Texts["en"] = CardText{} },
		"Cards[1].Texts[en].SourceURL":          edit(func(c *CardText) { c.SourceURL = "javascript:alert(1)" }),
		"Cards[1].Texts[en].Link":               edit(func(c *CardText) { c.Link = "http://millbrook.example/" }),
		"Cards[1].Texts[en].Alt":                edit(func(c *CardText) { c.Alt = "" }),
		"Cards[1].Texts[en].Claim":              edit(func(c *CardText) { c.Claim = "a\x00b" }),
		"Cards[1].Texts[en].Wordings[0]":        edit(func(c *CardText) { c.Wordings[0].Variants = map[string]string{"fax": "x"} }),
		"Cards[1].Texts[en].Pictures[1].File":   edit(func(c *CardText) { c.Pictures[1].File = "../secret.png" }),
		"Cards[1].Texts[en].Pictures[1].Format": edit(func(c *CardText) { c.Pictures[1].Format = "round" }),
		"Cards[1].Texts[en].Pictures[1]":        edit(func(c *CardText) { c.Pictures[1].Width = 0 }),
		"Platforms[0].Intent":                   func(k *Kit) { k.Platforms[0].Intent = "javascript:{text}" },
		"Phones[0].Tel":                         func(k *Kit) { k.Phones[0].Tel = "five" },
		"Finders[0].URL":                        func(k *Kit) { k.Finders[0].URL = "//millbrook.example" },
		"Letters[0].Body[en]":                   func(k *Kit) { k.Letters[0].Body["en"] = "{town} {why} {else}" },
		"Letters[0].Subject[en]":                func(k *Kit) { k.Letters[0].Subject["en"] = "{town" },
		"Letters[0].Section":                    func(k *Kit) { k.Letters[0].Section = "nowhere" },
		"Letters[0].Body[es]":                   func(k *Kit) { k.Letters[0].Body["es"] = "Vivo en {town}." },
		"Pages[0]":                              func(k *Kit) { k.Pages[0].ID = "Card Classes" },
		"link javascript:alert(1)":              func(k *Kit) { k.Pages[0].Body["en"] = "[x](javascript:alert(1))" },
		"Steps[0].Links":                        func(k *Kit) { k.Steps[0].Links[0].URL = "data:text/html,x" },
		"Accounts[0].URL":                       func(k *Kit) { k.Accounts[0].URL = "https://user@millbrook.example/" },
		"Items[0].Files[0].Path":                func(k *Kit) { k.Items[0].Files[0].Path = "/etc/passwd" },
		"Items[0].Files":                        func(k *Kit) { k.Items[0].Files = nil },
		"Items[0].Lang":                         func(k *Kit) { k.Items[0].Lang = "fr" },
		"Items[0].Part":                         func(k *Kit) { k.Items[0].Part = "attic" },
		"Cards[1].Texts[en].Files[0].Path":      edit(func(c *CardText) { c.Files = []File{{Path: "../secret.pdf"}} }),
		"Cards[1].Texts[en].Wordings[0].Text":   edit(func(c *CardText) { c.Wordings[0].Text = "\xff" }),
		"Cards[1].Texts[en].Pictures[0].File":   edit(func(c *CardText) { c.Pictures[0].File = `a" onerror="x` + "\n" }),
		"Letters[0].Fields[0].ID":               func(k *Kit) { k.Letters[0].Fields[0].ID = "Town Hall" },
		"Cards[1].Expires":                      func(k *Kit) { k.Cards[1].Expires = "soon" },
		"Letters[1]":                            func(k *Kit) { k.Letters = append(k.Letters, k.Letters[0]) },
		"Topics[1]":                             func(k *Kit) { k.Topics = append(k.Topics, Topic{ID: "a b"}) },
	} {
		k := mill()
		spoil(&k)
		var b bytes.Buffer
		err := Write(&b, k)
		var wrong *FieldError
		if !errors.As(err, &wrong) || !strings.HasPrefix(wrong.Field(), field) || b.Len() != 0 {
			t.Errorf("%s: %v, %d bytes written", field, err, b.Len())
		}
	}
}

// edit changes the English text of the second card.
func edit(f func(*CardText)) func(*Kit) {
	return func(k *Kit) {
		c := k.Cards[1].Texts["en"]
		f(&c)
		k.Cards[1].Texts["en"] = c
	}
}

// TestPictureErrors names the card of a picture that cannot be had.
func TestPictureErrors(t *testing.T) {
	broken := errors.New("the disk is gone")
	for name, spoil := range map[string]func(*Picture){
		"no thumb":    func(p *Picture) { p.Thumb = func(int) ([]byte, error) { return nil, broken } },
		"no picture":  func(p *Picture) { p.Full = func() ([]byte, error) { return nil, broken } },
		"not a PNG":   func(p *Picture) { p.Full = func() ([]byte, error) { return []byte("GIF89a"), nil } },
		"thumb is no": func(p *Picture) { p.Thumb = func(int) ([]byte, error) { return []byte("<svg>"), nil } },
	} {
		k := mill()
		edit(func(c *CardText) { spoil(&c.Pictures[0]) })(&k)
		if err := Write(io.Discard, k); err == nil || !strings.Contains(err.Error(), "classes in en") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSize: thumbs shrink before a page is refused, and a refused page says
// what takes the room.
func TestSize(t *testing.T) {
	k := mill()
	full := len(written(t, k))
	k.Limit = full - 1
	if got := written(t, k); len(got) >= full || !strings.Contains(got, `width="220"`) {
		t.Errorf("%d bytes with the smaller thumbs, %d with the larger", len(got), full)
	}
	k.Limit = 50_000
	var size *SizeError
	var b bytes.Buffer
	if err := Write(&b, k); !errors.As(err, &size) || b.Len() != 0 || size.Text < 50_000 || size.Of != 2 {
		t.Errorf("%+v, %d bytes written", size, b.Len())
	}
}

// TestSameBytes: equal kits give equal bytes, also at the same time.
func TestSameBytes(t *testing.T) {
	want := written(t, mill())
	results := make(chan string)
	for range 4 {
		go func() {
			var b strings.Builder
			if err := Write(&b, mill()); err != nil {
				b.WriteString(err.Error())
			}
			results <- b.String()
		}()
	}
	for range 4 {
		if got := <-results; got != want {
			t.Error("the same kit gave other bytes")
		}
	}
}

// TestPolicy recomputes the hashes that the page's policy allows.
func TestPolicy(t *testing.T) {
	src := written(t, mill())
	head := src[:strings.Index(src, "<title>")]
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(head)
	if policy == nil {
		t.Fatal("no policy before the title")
	}
	n := 0
	for _, m := range regexp.MustCompile(`(?s)<(?:script|style)>(.*?)</(?:script|style)>`).FindAllStringSubmatch(src, -1) {
		sum := sha256.Sum256([]byte(m[1]))
		if n++; !strings.Contains(policy[1], "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
			t.Errorf("%.60q is not allowed", m[1])
		}
	}
	if want := strings.Count(policy[1], "sha256-"); n != want || n != 3 {
		t.Errorf("%d scripts and styles, %d allowed, want 3", n, want)
	}
	for _, part := range []string{"default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src 'self' data: blob:", "media-src 'self' data: blob:"} {
		if !strings.Contains(policy[1], part) {
			t.Errorf("the policy lacks %s: %s", part, policy[1])
		}
	}
}

// TestBudget holds style, script and fonts to what a small phone reads fast.
func TestBudget(t *testing.T) {
	css, err := joined("style/", styles, ".css")
	js, err2 := script(false)
	for _, row := range []struct {
		name       string
		bytes, max int
	}{{"style", len(css), 40 << 10}, {"script", len(js), 80 << 10}} {
		if row.bytes > row.max || err != nil || err2 != nil {
			t.Errorf("%s: %d bytes, at most %d (%v, %v)", row.name, row.bytes, row.max, err, err2)
		}
	}
}

// TestAbsentParts: what a kit has not leaves no tab, tile, heading or link
// behind.
func TestAbsentParts(t *testing.T) {
	src := written(t, Kit{Tag: "#Mill", Languages: []Language{{Tag: "en", Name: "English"}}, AsOf: "2031-03-10"})
	for _, gone := range []string{`href="#share"`, `href="#act"`, `href="#more"`, `href="#updates"`, `id="item"`, `name="lang"`, `class="t `} {
		if strings.Contains(src, gone) {
			t.Errorf("an empty kit has %s", gone)
		}
	}
	ids(t, src)
	ids(t, written(t, mill()))
}

// ids checks that every id is there once and every link within the page
// leads to one.
func ids(t *testing.T, src string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	seen, wanted := map[string]int{}, map[string]bool{}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				seen[a.Val]++
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"), a.Key == "for":
				wanted[strings.TrimPrefix(a.Val, "#")] = true
			case a.Key == "aria-labelledby" || a.Key == "aria-describedby":
				for _, id := range strings.Fields(a.Val) {
					wanted[id] = true
				}
			}
		}
	}
	for id, n := range seen {
		if n > 1 {
			t.Errorf("%d elements have the id %q", n, id)
		}
	}
	for id := range wanted {
		if seen[id] == 0 {
			t.Errorf("nothing has the id %q", id)
		}
	}
}

// TestFallback: who reads a language that lacks a text gets it in English.
func TestFallback(t *testing.T) {
	k := mill()
	k.Languages = append(k.Languages, Language{Tag: "ar", Name: "العربية", RTL: true})
	src := written(t, k)
	for _, want := range []string{`class="t en ar" lang="en" dir="ltr">The library`, `lang="ar" dir="rtl">انشروا بطاقة`} {
		if !strings.Contains(src, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// TestAsked: a letter asks its readers for what it says in their language; a
// script asks for all its blanks and wants none.
func TestAsked(t *testing.T) {
	k := mill()
	k.Letters[0].Subject["es"], k.Letters[0].Body["es"] = "Hola", "{why}"
	k.Letters[0].Fields[0].Required = false // Your town
	k.Letters = append(k.Letters, Letter{ID: "call", Section: SectionCall, Body: k.Letters[0].Body, Fields: k.Letters[0].Fields})
	src := written(t, k)
	for _, want := range []string{
		`<div class="field t en"><label class="label" for="council-town">`, `<div class="field long"><label class="label" for="council-why">`,
		`(<span class="t en" lang="en">required, at least 8 words</span>`,
		`<div class="field t en"><label class="label" for="call-town"><span class="t en" lang="en">Your town</span><span class="t es" lang="es">Tu ciudad</span></label>`, `id="call-why"`,
		`Tu ciudad</span> (<span class="t en" lang="en">optional</span>`,
	} {
		if !strings.Contains(src, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if regexp.MustCompile(`id="call-why"[^>]* required`).MatchString(src) {
		t.Error("a script wants a blank filled in")
	}
}

// shape is how many elements a page has, by name.
func shape(t testing.TB, src string) map[string]int {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	n := make(map[string]int)
	for e := range doc.Descendants() {
		if e.Type == html.ElementNode {
			n[e.Data]++
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
					t.Fatalf("<%s> has %s", e.Data, a.Key)
				}
			}
		}
	}
	return n
}

// FuzzText: whatever a card or a letter says, the page has the elements it
// has anyway.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</noscript><b>`, `<!--`, `</style>`, `'`, "\u2028", `{{.}}`, `&lt;`, `</textarea>`,
		`</title><script>`, `\u003c/script>`, "a\nb", `{x`,
	} {
		f.Add(s)
	}
	want := shape(f, written(f, mill()))
	f.Fuzz(func(t *testing.T, s string) {
		k := mill()
		k.Title["en"], k.Tag = "T"+s, "#"+s
		k.Letters[0].Title["en"] = "L" + s
		k.Topics[0].Title["en"], k.Phones[0].Number, k.Accounts[0].Handle = "T"+s, "N"+s, "@"+s
		edit(func(c *CardText) {
			c.Headline, c.Claim, c.Source, c.Alt, c.Note = "H"+s, "C"+s, "S"+s, "A"+s, ""
			c.Wordings[0] = Wording{Text: "W" + s, Variants: map[string]string{"x": s}}
		})(&k)
		var b strings.Builder
		if Write(&b, k) != nil {
			t.Skip("not shown at all")
		}
		got := shape(t, b.String())
		for name, n := range got {
			if n != want[name] {
				t.Errorf("%d <%s>, want %d", n, name, want[name])
			}
		}
		data := regexp.MustCompile(`(?s)id="data">(.*?)</script>`).FindStringSubmatch(b.String())
		if data == nil || !json.Valid([]byte(data[1])) {
			t.Error("the data are broken")
		}
	})
}

// FuzzTail: a variant is put together again as it was.
func FuzzTail(f *testing.F) {
	f.Add("one text", "one text more")
	f.Add("👍🏽", "👍🏿")
	f.Add("\U0001F44D", "\U0001F44E")
	f.Add("\U0001F44D", "\U0001F44D\U0001F44E") // a whole pair was cut in half before another
	f.Fuzz(func(t *testing.T, base, text string) {
		if !utf8.ValidString(base) || !utf8.ValidString(text) {
			t.Skip()
		}
		tail := newTail(base, text)
		if got := firstUnits(base, tail.Keep) + tail.Rest; got != text {
			t.Errorf("%q after %q comes back as %q", text, base, got)
		}
	})
}

// TestSlotLabels: a label that names another field is not filled with it.
func TestSlotLabels(t *testing.T) {
	l := letterView{Letter: Letter{Fields: []Field{{ID: "a", Label: Text{"en": "Not {b}"}}, {ID: "b", Label: Text{"en": "Name"}}}}}
	want := `<u class="slot" data-slot="a">[Not {b}]</u> and <u class="slot" data-slot="b">[Name]</u>.`
	if got := l.slots("{a} and {b}.", "en"); !strings.HasPrefix(strings.ReplaceAll(got, " data-stays", ""), want) {
		t.Errorf("got %s, want %s", got, want)
	}
}

// FuzzRetold: the parts, with what was said put back, are the text.
func FuzzRetold(f *testing.F) {
	f.Add("Rain. It rained on Monday. Source: us.", "It rained on Monday.", "Rain")
	f.Add("Rain Rain", "Rain", "")
	f.Add("", "", "")
	f.Fuzz(func(t *testing.T, text, claim, headline string) {
		said := []string{claim, headline}
		var b strings.Builder
		parts := retold(text, said...)
		for _, part := range parts {
			switch part := part.(type) {
			case int:
				b.WriteString(said[part])
			case string:
				b.WriteString(part)
			}
		}
		if b.String() != text {
			t.Errorf("%q comes back as %q", text, b.String())
		}
		if claim != "" && strings.Contains(text, claim) && !slices.Contains(parts, any(0)) {
			t.Errorf("%q is written out in %v", claim, parts)
		}
	})
}

// TestLook: on every color words of one of two inks can be read, and the one
// that is easier to read is taken.
func TestLook(t *testing.T) {
	inks := map[string]string{"#FFFFFF": "black", "#000000": "white", "#c4281b": "white", "#ffd12e": "black", "#707070": "white", "#777777": "black"}
	for color, ink := range inks {
		if css := (Look{Act: color}).rules(); css != ".tile.navy{background:"+color+";color:var(--"+ink+")}\n" {
			t.Errorf("%s: %q", color, css)
		}
		light, dark := 1.05/(luminance(color)+0.05), (luminance(color)+0.05)/0.05
		if best := max(light, dark); best < 4.5 || (best == light) != (ink == "white") {
			t.Errorf("%s: white %.2f, black %.2f", color, light, dark)
		}
	}
	k := Kit{Tag: "#A", Languages: []Language{{Tag: "en", Name: "English"}}, AsOf: "2031-03-10", Look: Look{More: "red;}"}}
	if err := k.check(); err == nil || !strings.Contains(err.Error(), "Look.More") {
		t.Errorf("a color that is none: %v", err)
	}
}
