package share_test

import (
	"context"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// themed is the mill's campaign with files of its own laid over it.
func themed(t *testing.T, files fstest.MapFS) (*share.Kit, error) {
	t.Helper()
	all := fstest.MapFS{
		"campaign.yaml": {Data: []byte("name: old-mill\ntitle: {en: Save the Old Mill Library}\nlanguages: [en]\nas_of: 2031-03-10\ntheme: own\ntags:\n  - name: SaveOldMill\ntopics:\n  - {id: library, title: {en: The library}}\n")},
		"facts.yaml":    {Data: []byte("facts:\n  - id: classes\n    topic: library\n    headline: {en: 62 school classes used the library}\n    claim: {en: \"In 2030, 62 school classes visited the Old Mill Library.\"}\n    attribution: {en: according to the Millbrook Town Council}\n    as_of: 2031-03-04\n    source:\n      publisher: {en: Millbrook Town Council}\n      title: Minutes\n      url: https://council.example/minutes\n      published: 2031-03-04\n")},
	}
	maps.Copy(all, files)
	c, err := campaign.Load(context.Background(), all)
	if err != nil {
		t.Fatal(err)
	}
	return share.Build(context.Background(), c, nil)
}

// TestOwnTheme draws with the theme that lies in the campaign's folder.
func TestOwnTheme(t *testing.T) {
	k, err := themed(t, fstest.MapFS{"themes/own.json": {Data: []byte(`{"name": "own", "extends": "vigil", "colors": {"amber": "#8FD0F0"}}`)}})
	if err != nil {
		t.Fatal(err)
	}
	if name, ground := k.Pictures()[0].Theme(); name != "own" || ground == "" {
		t.Errorf("drawn in %s on %s", name, ground)
	}
	if _, err := fs.Stat(k, "pictures/en/classes-portrait.png"); err != nil {
		t.Error(err)
	}
}

// TestTopicThemes: a topic's theme is that of its cards, unless the campaign or
// the kit has chosen for all.
func TestTopicThemes(t *testing.T) {
	campaignOf := func(theme string) *campaign.Campaign {
		c := mill(t)
		c.Theme = theme
		for i := range c.Topics {
			c.Topics[i].Theme = "vigil"
		}
		return c
	}
	given, _ := graphic.LookupTheme("photocopy")
	for want, of := range map[string]struct {
		c *campaign.Campaign
		o *share.Options
	}{
		"vigil":     {campaignOf(""), nil},
		"dossier":   {campaignOf("dossier"), nil},
		"photocopy": {campaignOf(""), &share.Options{Themes: []graphic.Theme{given}}},
	} {
		k, err := share.Build(context.Background(), of.c, of.o)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range k.Pictures() {
			if name, _ := p.Theme(); name != want {
				t.Errorf("%s is drawn in %s, want %s", p.Fact, name, want)
			}
		}
	}
	c := campaignOf("")
	c.Topics[0].Theme = "none"
	if _, err := share.Build(context.Background(), c, nil); err == nil || !strings.Contains(err.Error(), `"none"`) {
		t.Errorf("an unknown theme of a topic: %v", err)
	}
}

// TestRecord: a claim that holds the words of a record is shown as its sheet.
func TestRecord(t *testing.T) {
	c := mill(t)
	f := &c.Facts[0]
	f.Claim["en"] = "The clerk wrote that the sale was ‘discussed but not voted on’ and named no buyer."
	f.Chart = campaign.Chart{Kind: campaign.KindQuote, Quote: campaign.Quote{
		Text:    campaign.Text{"en": "discussed but not voted on", "es": "se habló de ella y no se votó"},
		Speaker: campaign.Text{"en": "The town clerk", "es": "La secretaria municipal"},
		Record:  campaign.Text{"en": "Council minutes, December 22, 2030", "es": "Actas del concejo, 22 de diciembre de 2030"}, Verbatim: map[string]bool{"en": true},
	}}
	k, err := share.Build(context.Background(), c, &share.Options{Languages: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range k.Pictures() {
		if p.Fact != f.ID || p.Format.Name != "portrait" {
			continue
		}
		g, err := p.Graphic()
		if err != nil {
			t.Fatal(err)
		}
		want := "Council minutes, December 22, 2030, The clerk wrote that the sale was “discussed but not voted on” and named no buyer."
		if alt := g.Alt(); !strings.Contains(alt, want) || strings.Contains(alt, "‘") {
			t.Errorf("the sheet says %q", alt)
		}
	}
}

func TestOwnThemeRefused(t *testing.T) {
	for want, files := range map[string]fstest.MapFS{
		"themes/own.json": nil,
		"below 4.5:1":     {"themes/own.json": {Data: []byte(`{"name": "own", "extends": "vigil", "colors": {"light": "#333333"}}`)}},
		"fonts/gone.otf":  {"themes/own.json": {Data: []byte(`{"name": "own", "extends": "vigil"}`)}, "fonts/gone.otf": {Data: []byte("no font")}},
	} {
		if _, err := themed(t, files); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
