package share_test

import (
	"context"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

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
	c, err := campaign.Load(all)
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
	if name, ground := k.Pictures()[0].Theme(); name != "own" || ground != "night" {
		t.Errorf("drawn in %s on %s", name, ground)
	}
	if _, err := fs.Stat(k, "pictures/en/classes-portrait.png"); err != nil {
		t.Error(err)
	}
}

func TestOwnThemeRefused(t *testing.T) {
	for want, files := range map[string]fstest.MapFS{
		"themes/own.json": nil,
		"below 4.5:1":     {"themes/own.json": {Data: []byte(`{"name": "own", "extends": "vigil", "colors": {"light": "#333333"}}`)}},
		"gone.otf":        {"themes/own.json": {Data: []byte(`{"name": "own", "extends": "vigil"}`)}, "fonts/gone.otf": {Data: []byte("no font")}},
	} {
		if _, err := themed(t, files); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
