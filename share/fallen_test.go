package share_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Whatever of the campaign rests on a fact is left out of a kit of a day on which
// it has expired, and the check says what.
func TestExpiredFalls(t *testing.T) {
	c := busyMill(t)
	fact := &c.Facts[0]
	fact.Expires = campaign.Date{Year: 2031, Month: 3, Day: 5}
	day := day(2031, 6, 1)
	k := build(t, c, &share.Options{AsOf: day})
	err := fs.WalkDir(k, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !slices.Contains([]string{".txt", ".html", ".csv", ".json", ".md", ".svg", ".xml", ".srt", ".vtt"}, path.Ext(name)) {
			return err
		}
		data, err := fs.ReadFile(k, name)
		for _, words := range []string{fact.Claim["en"], fact.Headline["en"]} {
			if strings.Contains(string(data), words) {
				t.Errorf("%s holds %q", name, words)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, f := range c.Check(day) {
		told[f.Rule()] = true
	}
	for _, rule := range []string{"expired", "letter-fallen", "page-fallen"} {
		if !told[rule] {
			t.Errorf("no finding %s", rule)
		}
	}
}
