package campaign

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
)

// folder makes a campaign folder of names and contents.
func folder(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

const extending = "extends: shutdowncecot\nname: our-town\n"

func TestExtend(t *testing.T) {
	c, err := Load(context.Background(), folder(
		"campaign.yaml", extending+"link: \"https://ourtown.example/cecot\"\ntopics: [{id: library, title: {en: Our library, es: Nuestra biblioteca}}]\nactions: [{id: come, verb: {en: Come, es: Ven}}]\n",
		"facts.yaml", libraryFacts+"  - id: who-252-venezuelans\n    review_after: 2027-01-31\n  - id: sv-cristosal-left\n    status: retracted\n",
		"letters/en/thank-you.md", letter("title: Thanks\nform: handout\n", "Thank you."),
		"letters/es/thank-you.md", letter("title: Gracias\nform: handout\n", "Gracias."),
		"strings/en.yaml", "labels: {as_of: On}\n",
	))
	if err != nil {
		t.Fatal(err)
	}
	base := Default()
	if len(c.Facts) != len(base.Facts)+1 || len(c.Letters) != len(base.Letters) || len(c.Topics) != len(base.Topics)+1 {
		t.Errorf("%d facts, %d letters, %d topics", len(c.Facts), len(c.Letters), len(c.Topics))
	}
	was, _ := base.Fact("who-252-venezuelans")
	is, _ := c.Fact("who-252-venezuelans")
	if is.ReviewAfter != (Date{2027, 1, 31}) || is.Claim.In("es") != was.Claim.In("es") || len(is.Chart.People.Segments) != 1 {
		t.Errorf("the fact became %+v", is)
	}
	if f, _ := c.Fact("sv-cristosal-left"); f.Stands(day(2026, 11, 23)) {
		t.Error("a retracted fact stands")
	}
	if l, _ := c.Letter("thank-you", "es"); l.Body != "Gracias." {
		t.Errorf("the letter became %q", l.Body)
	}
	if s := c.Strings("en"); s.Label("as_of") != "On" || s.Label("source") != "Source:" {
		t.Errorf("the labels became %v", s.Labels)
	}
	if base.Strings("en").Label("as_of") != "As of" || Default().Strings("en").Label("as_of") != "As of" {
		t.Error("extending changed the built-in campaign")
	}
}

// A group may work in one of the languages only.
func TestExtendDropsLanguage(t *testing.T) {
	c, err := Load(context.Background(), folder("campaign.yaml", extending+"languages: [es]\n", "facts.yaml",
		"facts:\n  - id: after-release-july-2025\n    headline_short: {es: Los 252 ya no están ahí}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if f, _ := c.Fact("after-release-july-2025"); f.HeadlineShort.In("es") != "Los 252 ya no están ahí" {
		t.Errorf("got %q", f.HeadlineShort)
	}
}

func TestExtendMistakes(t *testing.T) {
	for name, test := range map[string]struct {
		fsys fstest.MapFS
		want string
	}{
		"unknown": {folder("campaign.yaml", "extends: shutdowncecots\n"),
			`campaign.yaml:1:10: there is no campaign "shutdowncecots" to extend; write extends: shutdowncecot`},
		"half a text": {folder("campaign.yaml", extending, "facts.yaml", "facts:\n  - id: act-file-foia\n    claim: {en: Anyone can.}\n"),
			`facts.yaml:3:13: claim: is replaced, but not in "es"; replace it in every language`},
		"new language": {folder("campaign.yaml", extending+"languages: [en, es, ar]\n"),
			": attribution.ar: is missing; write it in every language of the campaign: en, es, ar (this comes from the built-in campaign: give it, by its id, in a file of your own)"},
	} {
		_, err := Load(context.Background(), test.fsys)
		if err == nil || !strings.Contains(err.Error()+"\n", test.want+"\n") {
			t.Errorf("%s: got\n%v\nwant\n%s", name, err, test.want)
		}
	}
}

// Default is a fresh copy every time: changing one changes no other.
func TestDefaultIsFresh(t *testing.T) {
	a := Default()
	a.Facts[0].Headline["en"] = "changed"
	a.Facts[0].Chart.People.Segments[0].Count = 1
	a.Captions[0].Captions["en"][0].Text = "changed"
	a.Letters[0].Slots[0].ID = "changed"
	a.Strings("en").Labels["as_of"] = "changed"
	a.Strings("en").Months[0] = "changed"
	b := Default()
	for _, s := range []string{
		b.Facts[0].Headline["en"], b.Captions[0].Captions["en"][0].Text, b.Letters[0].Slots[0].ID,
		b.Strings("en").Label("as_of"), b.Strings("en").Months[0],
	} {
		if s == "changed" {
			t.Error("two copies share a part")
		}
	}
	if b.Facts[0].Chart.People.Segments[0].Count != 252 {
		t.Error("two copies share a segment")
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		Default()
	}
}
